-- AlterTable
ALTER TABLE "MeetingSeries" ADD COLUMN     "agenda" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "durationMinutes" INTEGER,
ADD COLUMN     "endsOn" TEXT,
ADD COLUMN     "exceptions" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "joinUrl" TEXT,
ADD COLUMN     "madeUntil" TEXT,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "preparation" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "splitOn" TEXT,
ADD COLUMN     "startsOn" TEXT,
ADD COLUMN     "timeOfDay" TEXT;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "occursOn" TEXT;

-- CreateTable
CREATE TABLE "MeetingSeriesAttendee" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "meetingSeriesId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "MeetingSeriesAttendee_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MeetingSeriesAttendee_personId_idx" ON "MeetingSeriesAttendee"("personId");

-- CreateIndex
CREATE INDEX "MeetingSeriesAttendee_ownerId_idx" ON "MeetingSeriesAttendee"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeriesAttendee_meetingSeriesId_personId_key" ON "MeetingSeriesAttendee"("meetingSeriesId", "personId");

-- CreateIndex
CREATE INDEX "MeetingSeries_madeUntil_idx" ON "MeetingSeries"("madeUntil");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_occursOn_idx" ON "Meeting"("seriesId", "occursOn");

-- AddForeignKey
ALTER TABLE "MeetingSeriesAttendee" ADD CONSTRAINT "MeetingSeriesAttendee_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeriesAttendee" ADD CONSTRAINT "MeetingSeriesAttendee_meetingSeriesId_fkey" FOREIGN KEY ("meetingSeriesId") REFERENCES "MeetingSeries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeriesAttendee" ADD CONSTRAINT "MeetingSeriesAttendee_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

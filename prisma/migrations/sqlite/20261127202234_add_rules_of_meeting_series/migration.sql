-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN "occursOn" TEXT;

-- CreateTable
CREATE TABLE "MeetingSeriesAttendee" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "meetingSeriesId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    CONSTRAINT "MeetingSeriesAttendee_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingSeriesAttendee_meetingSeriesId_fkey" FOREIGN KEY ("meetingSeriesId") REFERENCES "MeetingSeries" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingSeriesAttendee_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_MeetingSeries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "title" TEXT NOT NULL,
    "titleNormalized" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "rule" TEXT,
    "startsOn" TEXT,
    "splitOn" TEXT,
    "endsOn" TEXT,
    "timeOfDay" TEXT,
    "durationMinutes" INTEGER,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "place" TEXT NOT NULL DEFAULT '',
    "joinUrl" TEXT,
    "agenda" JSONB NOT NULL DEFAULT '[]',
    "preparation" JSONB NOT NULL DEFAULT '[]',
    "madeUntil" TEXT,
    "icsUid" TEXT,
    "icsSequence" INTEGER NOT NULL DEFAULT 0,
    "icsStampedAt" DATETIME,
    "icsFingerprints" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "MeetingSeries_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_MeetingSeries" ("createdAt", "description", "icsFingerprints", "icsSequence", "icsStampedAt", "icsUid", "id", "ownerId", "rule", "title", "titleNormalized", "trashedAt", "updatedAt", "version") SELECT "createdAt", "description", "icsFingerprints", "icsSequence", "icsStampedAt", "icsUid", "id", "ownerId", "rule", "title", "titleNormalized", "trashedAt", "updatedAt", "version" FROM "MeetingSeries";
DROP TABLE "MeetingSeries";
ALTER TABLE "new_MeetingSeries" RENAME TO "MeetingSeries";
CREATE INDEX "MeetingSeries_ownerId_trashedAt_titleNormalized_idx" ON "MeetingSeries"("ownerId", "trashedAt", "titleNormalized");
CREATE INDEX "MeetingSeries_madeUntil_idx" ON "MeetingSeries"("madeUntil");
CREATE UNIQUE INDEX "MeetingSeries_ownerId_icsUid_key" ON "MeetingSeries"("ownerId", "icsUid");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "MeetingSeriesAttendee_personId_idx" ON "MeetingSeriesAttendee"("personId");

-- CreateIndex
CREATE INDEX "MeetingSeriesAttendee_ownerId_idx" ON "MeetingSeriesAttendee"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeriesAttendee_meetingSeriesId_personId_key" ON "MeetingSeriesAttendee"("meetingSeriesId", "personId");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_occursOn_idx" ON "Meeting"("seriesId", "occursOn");

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "emailAliases" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "MeetingSeries" ADD COLUMN     "icsFingerprints" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "icsSequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "icsStampedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "icsFingerprints" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "icsStampedAt" TIMESTAMP(3),
ADD COLUMN     "isFree" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "myResponse" "MeetingAttendeeResponse";

-- AlterTable
ALTER TABLE "MeetingAttendee" ADD COLUMN     "icsStampedAt" TIMESTAMP(3);

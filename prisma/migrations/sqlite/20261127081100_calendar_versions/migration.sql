-- Columns are added as they are; Prisma would make these tables anew.
ALTER TABLE "Account" ADD COLUMN "emailAliases" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "MeetingSeries" ADD COLUMN "icsSequence" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "MeetingSeries" ADD COLUMN "icsStampedAt" DATETIME;
ALTER TABLE "MeetingSeries" ADD COLUMN "icsFingerprints" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Meeting" ADD COLUMN "icsStampedAt" DATETIME;
ALTER TABLE "Meeting" ADD COLUMN "icsFingerprints" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Meeting" ADD COLUMN "myResponse" TEXT;
ALTER TABLE "Meeting" ADD COLUMN "isFree" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "MeetingAttendee" ADD COLUMN "icsStampedAt" DATETIME;

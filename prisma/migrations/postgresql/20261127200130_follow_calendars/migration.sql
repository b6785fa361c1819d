-- DropIndex
DROP INDEX "OutlookEvent_integrationId_eventId_key";

-- CreateTable
CREATE TABLE "OutlookCalendar" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "calendarId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerEmail" TEXT NOT NULL DEFAULT '',
    "isMain" BOOLEAN NOT NULL DEFAULT false,
    "isFollowed" BOOLEAN NOT NULL DEFAULT false,
    "problem" TEXT,
    "windowFrom" TIMESTAMP(3),
    "windowTo" TIMESTAMP(3),
    "deltaLink" TEXT,
    "reconciledAt" TIMESTAMP(3),

    CONSTRAINT "OutlookCalendar_pkey" PRIMARY KEY ("id")
);

-- What was read of each mailbox so far is its main calendar, whose id the next sync tells.
INSERT INTO "OutlookCalendar" ("id", "accountId", "integrationId", "createdAt", "calendarId", "name", "isMain", "isFollowed", "windowFrom", "windowTo", "deltaLink", "reconciledAt")
SELECT "OutlookCursor"."integrationId", "OutlookCursor"."accountId", "OutlookCursor"."integrationId", "Integration"."createdAt", '', 'Calendar', true, true, "windowFrom", "windowTo", "deltaLink", "reconciledAt"
FROM "OutlookCursor" JOIN "Integration" ON "Integration"."id" = "OutlookCursor"."integrationId";

-- DropTable
DROP TABLE "OutlookCursor";

-- AlterTable
ALTER TABLE "OutlookEvent" ADD COLUMN     "outlookCalendarId" TEXT;
DELETE FROM "OutlookEvent" WHERE "integrationId" NOT IN (SELECT "id" FROM "OutlookCalendar");
UPDATE "OutlookEvent" SET "outlookCalendarId" = "integrationId";
ALTER TABLE "OutlookEvent" ALTER COLUMN "outlookCalendarId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "OutlookCalendar_accountId_idx" ON "OutlookCalendar"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "OutlookCalendar_integrationId_calendarId_key" ON "OutlookCalendar"("integrationId", "calendarId");

-- CreateIndex
CREATE UNIQUE INDEX "OutlookEvent_outlookCalendarId_eventId_key" ON "OutlookEvent"("outlookCalendarId", "eventId");

-- AddForeignKey
ALTER TABLE "OutlookCalendar" ADD CONSTRAINT "OutlookCalendar_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookCalendar" ADD CONSTRAINT "OutlookCalendar_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookEvent" ADD CONSTRAINT "OutlookEvent_outlookCalendarId_fkey" FOREIGN KEY ("outlookCalendarId") REFERENCES "OutlookCalendar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

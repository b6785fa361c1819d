-- CreateTable
CREATE TABLE "OutlookCalendar" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "calendarId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerEmail" TEXT NOT NULL DEFAULT '',
    "isMain" BOOLEAN NOT NULL DEFAULT false,
    "isFollowed" BOOLEAN NOT NULL DEFAULT false,
    "problem" TEXT,
    "windowFrom" DATETIME,
    "windowTo" DATETIME,
    "deltaLink" TEXT,
    "reconciledAt" DATETIME,
    CONSTRAINT "OutlookCalendar_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookCalendar_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What was read of each mailbox so far is its main calendar, whose id the next sync tells.
INSERT INTO "OutlookCalendar" ("id", "accountId", "integrationId", "createdAt", "calendarId", "name", "isMain", "isFollowed", "windowFrom", "windowTo", "deltaLink", "reconciledAt")
SELECT "OutlookCursor"."integrationId", "OutlookCursor"."accountId", "OutlookCursor"."integrationId", "Integration"."createdAt", '', 'Calendar', true, true, "windowFrom", "windowTo", "deltaLink", "reconciledAt"
FROM "OutlookCursor" JOIN "Integration" ON "Integration"."id" = "OutlookCursor"."integrationId";

-- DropIndex
DROP INDEX "OutlookCursor_accountId_idx";

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "OutlookCursor";
PRAGMA foreign_keys=on;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_OutlookEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "outlookCalendarId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seriesMasterId" TEXT,
    "uid" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "OutlookEvent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookEvent_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookEvent_outlookCalendarId_fkey" FOREIGN KEY ("outlookCalendarId") REFERENCES "OutlookCalendar" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_OutlookEvent" ("accountId", "data", "endsAt", "eventId", "id", "integrationId", "outlookCalendarId", "seriesMasterId", "startsAt", "uid") SELECT "accountId", "data", "endsAt", "eventId", "id", "integrationId", "integrationId", "seriesMasterId", "startsAt", "uid" FROM "OutlookEvent" WHERE "integrationId" IN (SELECT "id" FROM "OutlookCalendar");
DROP TABLE "OutlookEvent";
ALTER TABLE "new_OutlookEvent" RENAME TO "OutlookEvent";
CREATE INDEX "OutlookEvent_integrationId_uid_idx" ON "OutlookEvent"("integrationId", "uid");
CREATE INDEX "OutlookEvent_accountId_idx" ON "OutlookEvent"("accountId");
CREATE UNIQUE INDEX "OutlookEvent_outlookCalendarId_eventId_key" ON "OutlookEvent"("outlookCalendarId", "eventId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "OutlookCalendar_accountId_idx" ON "OutlookCalendar"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "OutlookCalendar_integrationId_calendarId_key" ON "OutlookCalendar"("integrationId", "calendarId");

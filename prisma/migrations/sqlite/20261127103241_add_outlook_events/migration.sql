-- CreateTable
CREATE TABLE "OutlookCursor" (
    "integrationId" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "windowFrom" DATETIME NOT NULL,
    "windowTo" DATETIME NOT NULL,
    "deltaLink" TEXT NOT NULL,
    "reconciledAt" DATETIME NOT NULL,
    CONSTRAINT "OutlookCursor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookCursor_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutlookEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seriesMasterId" TEXT,
    "uid" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "OutlookEvent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookEvent_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "OutlookCursor_accountId_idx" ON "OutlookCursor"("accountId");

-- CreateIndex
CREATE INDEX "OutlookEvent_integrationId_uid_idx" ON "OutlookEvent"("integrationId", "uid");

-- CreateIndex
CREATE INDEX "OutlookEvent_accountId_idx" ON "OutlookEvent"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "OutlookEvent_integrationId_eventId_key" ON "OutlookEvent"("integrationId", "eventId");

-- CreateTable
CREATE TABLE "TimeBlock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "showAs" TEXT NOT NULL DEFAULT 'BUSY',
    "taskId" TEXT,
    "eventId" TEXT,
    "transactionId" TEXT NOT NULL,
    "attemptedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "isDeleted" BOOLEAN NOT NULL DEFAULT false,
    "isPending" BOOLEAN NOT NULL DEFAULT true,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "nextPushAt" DATETIME,
    "problem" TEXT,
    CONSTRAINT "TimeBlock_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimeBlock_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimeBlock_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutlookResponse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "eventId" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "isPending" BOOLEAN NOT NULL DEFAULT true,
    "attemptedAt" DATETIME,
    "sentAt" DATETIME,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "nextPushAt" DATETIME,
    "problem" TEXT,
    CONSTRAINT "OutlookResponse_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookResponse_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OutlookResponse_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TimeBlock_integrationId_isPending_idx" ON "TimeBlock"("integrationId", "isPending");

-- CreateIndex
CREATE INDEX "TimeBlock_accountId_startsAt_idx" ON "TimeBlock"("accountId", "startsAt");

-- CreateIndex
CREATE INDEX "TimeBlock_taskId_idx" ON "TimeBlock"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "TimeBlock_integrationId_eventId_key" ON "TimeBlock"("integrationId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "OutlookResponse_meetingId_key" ON "OutlookResponse"("meetingId");

-- CreateIndex
CREATE INDEX "OutlookResponse_integrationId_isPending_idx" ON "OutlookResponse"("integrationId", "isPending");

-- CreateIndex
CREATE INDEX "OutlookResponse_accountId_idx" ON "OutlookResponse"("accountId");

-- CreateTable
CREATE TABLE "SyncTask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "lastSyncedAt" DATETIME,
    "nextSyncAt" DATETIME NOT NULL,
    "notBefore" DATETIME,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    CONSTRAINT "SyncTask_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SyncTask_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What was read of each integration so far is its calendar.
INSERT INTO "SyncTask" ("id", "accountId", "integrationId", "createdAt", "kind", "lastSyncedAt", "nextSyncAt", "notBefore", "failureCount", "problem")
SELECT "id", "accountId", "id", "createdAt", 'CALENDAR', "lastSyncedAt", coalesce("nextSyncAt", "createdAt"), "notBefore", "failureCount", "problem" FROM "Integration";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Integration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "provider" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'CONNECTED',
    "name" TEXT NOT NULL,
    "connectedTo" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "encryptedCredentials" TEXT NOT NULL,
    "permissions" JSONB NOT NULL DEFAULT '[]',
    "refreshingUntil" DATETIME,
    "refreshMinutes" INTEGER NOT NULL,
    "lastSyncedAt" DATETIME,
    "nextSyncAt" DATETIME,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "readAt" DATETIME,
    CONSTRAINT "Integration_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Integration" ("accountId", "connectedTo", "createdAt", "encryptedCredentials", "etag", "externalKey", "failureCount", "id", "lastModified", "lastSyncedAt", "name", "nextSyncAt", "problem", "provider", "readAt", "refreshMinutes", "refreshingUntil", "state") SELECT "accountId", "connectedTo", "createdAt", "encryptedCredentials", "etag", "externalKey", "failureCount", "id", "lastModified", "lastSyncedAt", "name", "nextSyncAt", "problem", "provider", "readAt", "refreshMinutes", "refreshingUntil", "state" FROM "Integration";
DROP TABLE "Integration";
ALTER TABLE "new_Integration" RENAME TO "Integration";
CREATE INDEX "Integration_accountId_createdAt_idx" ON "Integration"("accountId", "createdAt");
CREATE UNIQUE INDEX "Integration_accountId_provider_externalKey_key" ON "Integration"("accountId", "provider", "externalKey");
CREATE TABLE "new_IntegrationSignIn" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "provider" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "problem" TEXT,
    "sessionId" TEXT,
    "stateHash" TEXT,
    "encryptedSecret" TEXT,
    "permissions" JSONB NOT NULL DEFAULT '[]',
    "userCode" TEXT,
    "verificationUrl" TEXT,
    "intervalSeconds" INTEGER,
    "nextPollAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "integrationId" TEXT,
    CONSTRAINT "IntegrationSignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "IntegrationSignIn_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_IntegrationSignIn" ("accountId", "createdAt", "encryptedSecret", "expiresAt", "id", "integrationId", "intervalSeconds", "method", "nextPollAt", "problem", "provider", "sessionId", "state", "stateHash", "userCode", "verificationUrl") SELECT "accountId", "createdAt", "encryptedSecret", "expiresAt", "id", "integrationId", "intervalSeconds", "method", "nextPollAt", "problem", "provider", "sessionId", "state", "stateHash", "userCode", "verificationUrl" FROM "IntegrationSignIn";
DROP TABLE "IntegrationSignIn";
ALTER TABLE "new_IntegrationSignIn" RENAME TO "IntegrationSignIn";
CREATE UNIQUE INDEX "IntegrationSignIn_stateHash_key" ON "IntegrationSignIn"("stateHash");
CREATE INDEX "IntegrationSignIn_accountId_idx" ON "IntegrationSignIn"("accountId");
CREATE INDEX "IntegrationSignIn_integrationId_idx" ON "IntegrationSignIn"("integrationId");
CREATE INDEX "IntegrationSignIn_expiresAt_idx" ON "IntegrationSignIn"("expiresAt");
CREATE TABLE "new_SyncRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'CALENDAR',
    "startedAt" DATETIME NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "problem" TEXT,
    "createdCount" INTEGER NOT NULL DEFAULT 0,
    "updatedCount" INTEGER NOT NULL DEFAULT 0,
    "unchangedCount" INTEGER NOT NULL DEFAULT 0,
    "cancelledCount" INTEGER NOT NULL DEFAULT 0,
    "skippedCount" INTEGER NOT NULL DEFAULT 0,
    "warnings" JSONB NOT NULL,
    CONSTRAINT "SyncRun_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SyncRun_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_SyncRun" ("accountId", "cancelledCount", "createdCount", "durationMs", "id", "integrationId", "outcome", "problem", "skippedCount", "startedAt", "unchangedCount", "updatedCount", "warnings") SELECT "accountId", "cancelledCount", "createdCount", "durationMs", "id", "integrationId", "outcome", "problem", "skippedCount", "startedAt", "unchangedCount", "updatedCount", "warnings" FROM "SyncRun";
DROP TABLE "SyncRun";
ALTER TABLE "new_SyncRun" RENAME TO "SyncRun";
CREATE INDEX "SyncRun_integrationId_startedAt_idx" ON "SyncRun"("integrationId", "startedAt");
CREATE INDEX "SyncRun_accountId_idx" ON "SyncRun"("accountId");
CREATE INDEX "SyncRun_startedAt_idx" ON "SyncRun"("startedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "SyncTask_nextSyncAt_idx" ON "SyncTask"("nextSyncAt");

-- CreateIndex
CREATE INDEX "SyncTask_accountId_idx" ON "SyncTask"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "SyncTask_integrationId_kind_key" ON "SyncTask"("integrationId", "kind");

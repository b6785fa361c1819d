-- CreateTable
CREATE TABLE "Integration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "provider" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'CONNECTED',
    "name" TEXT NOT NULL,
    "connectedTo" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "encryptedCredentials" TEXT NOT NULL,
    "refreshingUntil" DATETIME,
    "refreshMinutes" INTEGER NOT NULL,
    "lastSyncedAt" DATETIME,
    "nextSyncAt" DATETIME,
    "notBefore" DATETIME,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    CONSTRAINT "Integration_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IntegrationSignIn" (
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
    "userCode" TEXT,
    "verificationUrl" TEXT,
    "intervalSeconds" INTEGER,
    "nextPollAt" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "integrationId" TEXT,
    CONSTRAINT "IntegrationSignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "IntegrationSignIn_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Integration_accountId_createdAt_idx" ON "Integration"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Integration_nextSyncAt_idx" ON "Integration"("nextSyncAt");

-- CreateIndex
CREATE UNIQUE INDEX "Integration_accountId_provider_externalKey_key" ON "Integration"("accountId", "provider", "externalKey");

-- CreateIndex
CREATE UNIQUE INDEX "IntegrationSignIn_stateHash_key" ON "IntegrationSignIn"("stateHash");

-- CreateIndex
CREATE INDEX "IntegrationSignIn_accountId_idx" ON "IntegrationSignIn"("accountId");

-- CreateIndex
CREATE INDEX "IntegrationSignIn_integrationId_idx" ON "IntegrationSignIn"("integrationId");

-- CreateIndex
CREATE INDEX "IntegrationSignIn_expiresAt_idx" ON "IntegrationSignIn"("expiresAt");

-- CreateEnum
CREATE TYPE "IntegrationProvider" AS ENUM ('ICS', 'OUTLOOK');

-- CreateEnum
CREATE TYPE "IntegrationState" AS ENUM ('CONNECTED', 'NEEDS_SIGN_IN', 'BACKING_OFF', 'PAUSED');

-- CreateEnum
CREATE TYPE "IntegrationSignInMethod" AS ENUM ('CODE', 'DEVICE');

-- CreateEnum
CREATE TYPE "IntegrationSignInState" AS ENUM ('WAITING', 'COMPLETED', 'DECLINED', 'EXPIRED', 'FAILED');

-- CreateTable
CREATE TABLE "Integration" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "provider" "IntegrationProvider" NOT NULL,
    "state" "IntegrationState" NOT NULL DEFAULT 'CONNECTED',
    "name" TEXT NOT NULL,
    "connectedTo" TEXT NOT NULL,
    "externalKey" TEXT NOT NULL,
    "encryptedCredentials" TEXT NOT NULL,
    "refreshingUntil" TIMESTAMP(3),
    "refreshMinutes" INTEGER NOT NULL,
    "lastSyncedAt" TIMESTAMP(3),
    "nextSyncAt" TIMESTAMP(3),
    "notBefore" TIMESTAMP(3),
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "Integration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntegrationSignIn" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "provider" "IntegrationProvider" NOT NULL,
    "method" "IntegrationSignInMethod" NOT NULL,
    "state" "IntegrationSignInState" NOT NULL DEFAULT 'WAITING',
    "problem" TEXT,
    "sessionId" TEXT,
    "stateHash" TEXT,
    "encryptedSecret" TEXT,
    "userCode" TEXT,
    "verificationUrl" TEXT,
    "intervalSeconds" INTEGER,
    "nextPollAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "integrationId" TEXT,

    CONSTRAINT "IntegrationSignIn_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Integration" ADD CONSTRAINT "Integration_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntegrationSignIn" ADD CONSTRAINT "IntegrationSignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntegrationSignIn" ADD CONSTRAINT "IntegrationSignIn_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "IntegrationPermission" AS ENUM ('WRITE_CALENDAR');

-- CreateEnum
CREATE TYPE "SyncKind" AS ENUM ('CALENDAR');

-- DropIndex
DROP INDEX "Integration_nextSyncAt_idx";

-- AlterTable
ALTER TABLE "Integration" ADD COLUMN     "permissions" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "IntegrationSignIn" ADD COLUMN     "permissions" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "SyncRun" ADD COLUMN     "kind" "SyncKind" NOT NULL DEFAULT 'CALENDAR';

-- CreateTable
CREATE TABLE "SyncTask" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "kind" "SyncKind" NOT NULL,
    "lastSyncedAt" TIMESTAMP(3),
    "nextSyncAt" TIMESTAMP(3) NOT NULL,
    "notBefore" TIMESTAMP(3),
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "SyncTask_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SyncTask_nextSyncAt_idx" ON "SyncTask"("nextSyncAt");

-- CreateIndex
CREATE INDEX "SyncTask_accountId_idx" ON "SyncTask"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "SyncTask_integrationId_kind_key" ON "SyncTask"("integrationId", "kind");

-- AddForeignKey
ALTER TABLE "SyncTask" ADD CONSTRAINT "SyncTask_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncTask" ADD CONSTRAINT "SyncTask_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was read of each integration so far is its calendar.
INSERT INTO "SyncTask" ("id", "accountId", "integrationId", "createdAt", "kind", "lastSyncedAt", "nextSyncAt", "notBefore", "failureCount", "problem")
SELECT "id", "accountId", "id", "createdAt", 'CALENDAR', "lastSyncedAt", coalesce("nextSyncAt", "createdAt"), "notBefore", "failureCount", "problem" FROM "Integration";

-- AlterTable
ALTER TABLE "Integration" DROP COLUMN "notBefore";

-- CreateEnum
CREATE TYPE "SecurityEventKind" AS ENUM ('SIGNED_IN', 'SIGN_IN_FAILED', 'SIGNED_OUT', 'SIGNED_OUT_EVERYWHERE', 'SESSION_REVOKED', 'REFRESH_TOKEN_REPLAYED', 'PASSWORD_CHANGED', 'PASSWORD_CHECK_FAILED', 'EMAIL_CHANGED', 'TOKEN_CREATED', 'TOKEN_REVOKED', 'TOKEN_USED_FROM_NEW_ADDRESS');

-- CreateTable
CREATE TABLE "SecurityEvent" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" "SecurityEventKind" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "address" TEXT,
    "network" TEXT,
    "userAgent" TEXT NOT NULL,
    "sessionId" TEXT,
    "accessTokenId" TEXT,

    CONSTRAINT "SecurityEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SecurityEvent_accountId_at_idx" ON "SecurityEvent"("accountId", "at");

-- CreateIndex
CREATE INDEX "SecurityEvent_accountId_kind_network_idx" ON "SecurityEvent"("accountId", "kind", "network");

-- CreateIndex
CREATE INDEX "SecurityEvent_at_idx" ON "SecurityEvent"("at");

-- AddForeignKey
ALTER TABLE "SecurityEvent" ADD CONSTRAINT "SecurityEvent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

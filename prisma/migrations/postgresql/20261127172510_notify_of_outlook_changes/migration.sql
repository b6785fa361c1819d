-- CreateTable
CREATE TABLE "OutlookSubscription" (
    "integrationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "clientStateHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "isUnauthorized" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OutlookSubscription_pkey" PRIMARY KEY ("integrationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "OutlookSubscription_subscriptionId_key" ON "OutlookSubscription"("subscriptionId");

-- CreateIndex
CREATE INDEX "OutlookSubscription_accountId_idx" ON "OutlookSubscription"("accountId");

-- AddForeignKey
ALTER TABLE "OutlookSubscription" ADD CONSTRAINT "OutlookSubscription_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookSubscription" ADD CONSTRAINT "OutlookSubscription_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

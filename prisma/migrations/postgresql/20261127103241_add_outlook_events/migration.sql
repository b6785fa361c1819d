-- CreateTable
CREATE TABLE "OutlookCursor" (
    "integrationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "windowFrom" TIMESTAMP(3) NOT NULL,
    "windowTo" TIMESTAMP(3) NOT NULL,
    "deltaLink" TEXT NOT NULL,
    "reconciledAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OutlookCursor_pkey" PRIMARY KEY ("integrationId")
);

-- CreateTable
CREATE TABLE "OutlookEvent" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "seriesMasterId" TEXT,
    "uid" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "data" TEXT NOT NULL,

    CONSTRAINT "OutlookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OutlookCursor_accountId_idx" ON "OutlookCursor"("accountId");

-- CreateIndex
CREATE INDEX "OutlookEvent_integrationId_uid_idx" ON "OutlookEvent"("integrationId", "uid");

-- CreateIndex
CREATE INDEX "OutlookEvent_accountId_idx" ON "OutlookEvent"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "OutlookEvent_integrationId_eventId_key" ON "OutlookEvent"("integrationId", "eventId");

-- AddForeignKey
ALTER TABLE "OutlookCursor" ADD CONSTRAINT "OutlookCursor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookCursor" ADD CONSTRAINT "OutlookCursor_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookEvent" ADD CONSTRAINT "OutlookEvent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookEvent" ADD CONSTRAINT "OutlookEvent_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

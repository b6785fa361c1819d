-- CreateEnum
CREATE TYPE "TimeBlockShowAs" AS ENUM ('BUSY', 'OUT_OF_OFFICE', 'WORKING_ELSEWHERE', 'FREE');

-- CreateTable
CREATE TABLE "TimeBlock" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "showAs" "TimeBlockShowAs" NOT NULL DEFAULT 'BUSY',
    "taskId" TEXT,
    "eventId" TEXT,
    "transactionId" TEXT NOT NULL,
    "attemptedAt" TIMESTAMP(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "isDeleted" BOOLEAN NOT NULL DEFAULT false,
    "isPending" BOOLEAN NOT NULL DEFAULT true,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "nextPushAt" TIMESTAMP(3),
    "problem" TEXT,

    CONSTRAINT "TimeBlock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutlookResponse" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "eventId" TEXT NOT NULL,
    "response" "MeetingAttendeeResponse" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "isPending" BOOLEAN NOT NULL DEFAULT true,
    "attemptedAt" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "nextPushAt" TIMESTAMP(3),
    "problem" TEXT,

    CONSTRAINT "OutlookResponse_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "TimeBlock" ADD CONSTRAINT "TimeBlock_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeBlock" ADD CONSTRAINT "TimeBlock_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeBlock" ADD CONSTRAINT "TimeBlock_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookResponse" ADD CONSTRAINT "OutlookResponse_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookResponse" ADD CONSTRAINT "OutlookResponse_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutlookResponse" ADD CONSTRAINT "OutlookResponse_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

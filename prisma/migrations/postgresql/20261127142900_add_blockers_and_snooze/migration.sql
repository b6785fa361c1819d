-- CreateEnum
CREATE TYPE "BlockerRelease" AS ENUM ('CANCELLED', 'TRASHED');

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "snoozedUntil" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "TaskBlocker" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "taskId" TEXT NOT NULL,
    "blockerId" TEXT NOT NULL,
    "release" "BlockerRelease",
    "releasedAt" TIMESTAMP(3),

    CONSTRAINT "TaskBlocker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TaskBlocker_blockerId_idx" ON "TaskBlocker"("blockerId");

-- CreateIndex
CREATE INDEX "TaskBlocker_ownerId_idx" ON "TaskBlocker"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "TaskBlocker_taskId_blockerId_key" ON "TaskBlocker"("taskId", "blockerId");

-- AddForeignKey
ALTER TABLE "TaskBlocker" ADD CONSTRAINT "TaskBlocker_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskBlocker" ADD CONSTRAINT "TaskBlocker_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskBlocker" ADD CONSTRAINT "TaskBlocker_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

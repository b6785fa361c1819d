-- AlterTable
ALTER TABLE "Task" ADD COLUMN "snoozedUntil" DATETIME;

-- CreateTable
CREATE TABLE "TaskBlocker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "taskId" TEXT NOT NULL,
    "blockerId" TEXT NOT NULL,
    "release" TEXT,
    "releasedAt" DATETIME,
    CONSTRAINT "TaskBlocker_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskBlocker_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskBlocker_blockerId_fkey" FOREIGN KEY ("blockerId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TaskBlocker_blockerId_idx" ON "TaskBlocker"("blockerId");

-- CreateIndex
CREATE INDEX "TaskBlocker_ownerId_idx" ON "TaskBlocker"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "TaskBlocker_taskId_blockerId_key" ON "TaskBlocker"("taskId", "blockerId");

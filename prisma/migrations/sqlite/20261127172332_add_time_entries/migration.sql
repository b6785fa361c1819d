-- CreateTable
CREATE TABLE "TimeEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "taskId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "TimeEntry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimeEntry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TaskTimer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "taskId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "TaskTimer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskTimer_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TimeEntry_ownerId_trashedAt_startedAt_id_idx" ON "TimeEntry"("ownerId", "trashedAt", "startedAt", "id");

-- CreateIndex
CREATE INDEX "TimeEntry_ownerId_trashedAt_createdAt_id_idx" ON "TimeEntry"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "TimeEntry_ownerId_trashedAt_updatedAt_id_idx" ON "TimeEntry"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "TimeEntry_ownerId_endedAt_idx" ON "TimeEntry"("ownerId", "endedAt");

-- CreateIndex
CREATE INDEX "TimeEntry_taskId_startedAt_idx" ON "TimeEntry"("taskId", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TaskTimer_ownerId_key" ON "TaskTimer"("ownerId");

-- CreateIndex
CREATE INDEX "TaskTimer_taskId_idx" ON "TaskTimer"("taskId");

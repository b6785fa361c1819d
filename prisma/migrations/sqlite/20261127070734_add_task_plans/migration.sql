-- CreateTable
CREATE TABLE "TaskPlan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "taskId" TEXT NOT NULL,
    "plannedOn" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'OPEN',
    "endedAt" DATETIME,
    "isReplanned" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "TaskPlan_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TaskPlan_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TaskPlan_ownerId_plannedOn_id_idx" ON "TaskPlan"("ownerId", "plannedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TaskPlan_taskId_plannedOn_key" ON "TaskPlan"("taskId", "plannedOn");

-- The plans of the tasks that there are, made from their history by a job for each account.
INSERT INTO "Job" ("id", "kind", "payload", "key", "nextAttemptAt", "createdAt")
SELECT "id", 'fillTaskPlans', json_object('accountId', "id"), 'fillTaskPlans:' || "id", "createdAt", "createdAt" FROM "Account";

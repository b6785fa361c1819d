-- CreateEnum
CREATE TYPE "TaskPlanOutcome" AS ENUM ('OPEN', 'DONE', 'CANCELLED', 'CARRIED', 'MOVED');

-- CreateTable
CREATE TABLE "TaskPlan" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "taskId" TEXT NOT NULL,
    "plannedOn" TEXT NOT NULL,
    "outcome" "TaskPlanOutcome" NOT NULL DEFAULT 'OPEN',
    "endedAt" TIMESTAMP(3),
    "isReplanned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TaskPlan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TaskPlan_ownerId_plannedOn_id_idx" ON "TaskPlan"("ownerId", "plannedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TaskPlan_taskId_plannedOn_key" ON "TaskPlan"("taskId", "plannedOn");

-- AddForeignKey
ALTER TABLE "TaskPlan" ADD CONSTRAINT "TaskPlan_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskPlan" ADD CONSTRAINT "TaskPlan_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The plans of the tasks that there are, made from their history by a job for each account.
INSERT INTO "Job" ("id", "kind", "payload", "key", "nextAttemptAt", "createdAt")
SELECT "id", 'fillTaskPlans', json_build_object('accountId', "id"), 'fillTaskPlans:' || "id", "createdAt", "createdAt" FROM "Account";

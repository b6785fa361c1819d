-- CreateEnum
CREATE TYPE "SyncConflictKind" AS ENUM ('CHANGED_ON_BOTH', 'DELETED_HERE', 'DELETED_THERE');

-- CreateEnum
CREATE TYPE "SyncConflictResolution" AS ENUM ('KEEP_OURS', 'KEEP_THEIRS', 'MIXED', 'AGREED');

-- AlterEnum
ALTER TYPE "IntegrationPermission" ADD VALUE 'WRITE_TASKS';

-- AlterEnum
ALTER TYPE "SyncKind" ADD VALUE 'TODO';

-- CreateTable
CREATE TABLE "TodoCursor" (
    "integrationId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "isDue" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TodoCursor_pkey" PRIMARY KEY ("integrationId")
);

-- CreateTable
CREATE TABLE "TodoList" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "listId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "isSynced" BOOLEAN NOT NULL DEFAULT false,
    "syncedSince" TEXT,
    "labelId" TEXT,
    "goalId" TEXT,
    "deltaLink" TEXT,
    "reconciledAt" TIMESTAMP(3),

    CONSTRAINT "TodoList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TodoItem" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "integrationId" TEXT NOT NULL,
    "todoListId" TEXT NOT NULL,
    "taskId" TEXT,
    "itemId" TEXT,
    "etag" TEXT NOT NULL DEFAULT '',
    "base" TEXT NOT NULL DEFAULT '{}',
    "theirs" TEXT,
    "taskVersion" INTEGER NOT NULL DEFAULT 0,
    "isPending" BOOLEAN NOT NULL DEFAULT false,
    "isLinked" BOOLEAN NOT NULL DEFAULT false,
    "recurrenceRule" TEXT NOT NULL DEFAULT '',
    "recurrenceProblem" TEXT,
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "nextPushAt" TIMESTAMP(3),
    "problem" TEXT,

    CONSTRAINT "TodoItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SyncConflict" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "integrationId" TEXT NOT NULL,
    "todoItemId" TEXT NOT NULL,
    "taskId" TEXT NOT NULL,
    "kind" "SyncConflictKind" NOT NULL,
    "fields" JSONB NOT NULL,
    "detectedAt" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),
    "resolution" "SyncConflictResolution",

    CONSTRAINT "SyncConflict_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TodoCursor_accountId_idx" ON "TodoCursor"("accountId");

-- CreateIndex
CREATE INDEX "TodoList_accountId_idx" ON "TodoList"("accountId");

-- CreateIndex
CREATE INDEX "TodoList_labelId_idx" ON "TodoList"("labelId");

-- CreateIndex
CREATE INDEX "TodoList_goalId_idx" ON "TodoList"("goalId");

-- CreateIndex
CREATE UNIQUE INDEX "TodoList_integrationId_listId_key" ON "TodoList"("integrationId", "listId");

-- CreateIndex
CREATE INDEX "TodoItem_todoListId_idx" ON "TodoItem"("todoListId");

-- CreateIndex
CREATE INDEX "TodoItem_taskId_idx" ON "TodoItem"("taskId");

-- CreateIndex
CREATE INDEX "TodoItem_accountId_idx" ON "TodoItem"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "TodoItem_integrationId_itemId_key" ON "TodoItem"("integrationId", "itemId");

-- CreateIndex
CREATE INDEX "SyncConflict_accountId_detectedAt_id_idx" ON "SyncConflict"("accountId", "detectedAt", "id");

-- CreateIndex
CREATE INDEX "SyncConflict_integrationId_idx" ON "SyncConflict"("integrationId");

-- CreateIndex
CREATE INDEX "SyncConflict_todoItemId_idx" ON "SyncConflict"("todoItemId");

-- CreateIndex
CREATE INDEX "SyncConflict_taskId_idx" ON "SyncConflict"("taskId");

-- CreateIndex
CREATE INDEX "SyncConflict_resolvedAt_idx" ON "SyncConflict"("resolvedAt");

-- AddForeignKey
ALTER TABLE "TodoCursor" ADD CONSTRAINT "TodoCursor_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoCursor" ADD CONSTRAINT "TodoCursor_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoList" ADD CONSTRAINT "TodoList_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoList" ADD CONSTRAINT "TodoList_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoList" ADD CONSTRAINT "TodoList_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoList" ADD CONSTRAINT "TodoList_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoItem" ADD CONSTRAINT "TodoItem_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoItem" ADD CONSTRAINT "TodoItem_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoItem" ADD CONSTRAINT "TodoItem_todoListId_fkey" FOREIGN KEY ("todoListId") REFERENCES "TodoList"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TodoItem" ADD CONSTRAINT "TodoItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncConflict" ADD CONSTRAINT "SyncConflict_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncConflict" ADD CONSTRAINT "SyncConflict_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncConflict" ADD CONSTRAINT "SyncConflict_todoItemId_fkey" FOREIGN KEY ("todoItemId") REFERENCES "TodoItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SyncConflict" ADD CONSTRAINT "SyncConflict_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

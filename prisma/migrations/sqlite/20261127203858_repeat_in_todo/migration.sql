-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_TodoItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "repeats" BOOLEAN NOT NULL DEFAULT false,
    "wantedRule" TEXT,
    "finished" TEXT NOT NULL DEFAULT '[]',
    "failureCount" INTEGER NOT NULL DEFAULT 0,
    "nextPushAt" DATETIME,
    "problem" TEXT,
    CONSTRAINT "TodoItem_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TodoItem_integrationId_fkey" FOREIGN KEY ("integrationId") REFERENCES "Integration" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TodoItem_todoListId_fkey" FOREIGN KEY ("todoListId") REFERENCES "TodoList" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TodoItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_TodoItem" ("accountId", "base", "etag", "failureCount", "id", "integrationId", "isLinked", "isPending", "itemId", "nextPushAt", "problem", "recurrenceProblem", "recurrenceRule", "taskId", "taskVersion", "theirs", "todoListId") SELECT "accountId", "base", "etag", "failureCount", "id", "integrationId", "isLinked", "isPending", "itemId", "nextPushAt", "problem", "recurrenceProblem", "recurrenceRule", "taskId", "taskVersion", "theirs", "todoListId" FROM "TodoItem";
DROP TABLE "TodoItem";
ALTER TABLE "new_TodoItem" RENAME TO "TodoItem";
CREATE INDEX "TodoItem_todoListId_idx" ON "TodoItem"("todoListId");
CREATE INDEX "TodoItem_taskId_idx" ON "TodoItem"("taskId");
CREATE INDEX "TodoItem_accountId_idx" ON "TodoItem"("accountId");
CREATE UNIQUE INDEX "TodoItem_integrationId_itemId_key" ON "TodoItem"("integrationId", "itemId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- What repeats at To Do has a rule, or a reason why it has none.
UPDATE "TodoItem" SET "repeats" = true WHERE "recurrenceRule" <> '' OR "recurrenceProblem" IS NOT NULL;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Goal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "title" TEXT NOT NULL,
    "titleNormalized" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "health" TEXT,
    "metricStart" REAL,
    "metricTarget" REAL,
    "metricCurrent" REAL,
    "metricUnit" TEXT,
    "metricDirection" TEXT,
    "startsOn" TEXT,
    "dueOn" TEXT,
    "closedAt" DATETIME,
    "parentId" TEXT,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "checkInEveryDays" INTEGER NOT NULL DEFAULT 14,
    CONSTRAINT "Goal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Goal_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Goal" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Goal" ("closedAt", "createdAt", "description", "dueOn", "health", "id", "kind", "metricCurrent", "metricDirection", "metricStart", "metricTarget", "metricUnit", "ownerId", "parentId", "startsOn", "status", "title", "titleNormalized", "trashedAt", "updatedAt", "version") SELECT "closedAt", "createdAt", "description", "dueOn", "health", "id", "kind", "metricCurrent", "metricDirection", "metricStart", "metricTarget", "metricUnit", "ownerId", "parentId", "startsOn", "status", "title", "titleNormalized", "trashedAt", "updatedAt", "version" FROM "Goal";
DROP TABLE "Goal";
ALTER TABLE "new_Goal" RENAME TO "Goal";
CREATE INDEX "Goal_ownerId_trashedAt_dueOn_id_idx" ON "Goal"("ownerId", "trashedAt", "dueOn", "id");
CREATE INDEX "Goal_parentId_idx" ON "Goal"("parentId");
CREATE TABLE "new_Milestone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "goalId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleNormalized" TEXT NOT NULL,
    "dueOn" TEXT,
    "reachedAt" DATETIME,
    "position" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Milestone_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Milestone_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Milestone" ("createdAt", "dueOn", "goalId", "id", "ownerId", "position", "reachedAt", "title", "titleNormalized", "trashedAt", "updatedAt", "version") SELECT "createdAt", "dueOn", "goalId", "id", "ownerId", "position", "reachedAt", "title", "titleNormalized", "trashedAt", "updatedAt", "version" FROM "Milestone";
DROP TABLE "Milestone";
ALTER TABLE "new_Milestone" RENAME TO "Milestone";
CREATE INDEX "Milestone_ownerId_trashedAt_dueOn_id_idx" ON "Milestone"("ownerId", "trashedAt", "dueOn", "id");
CREATE INDEX "Milestone_goalId_position_idx" ON "Milestone"("goalId", "position");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

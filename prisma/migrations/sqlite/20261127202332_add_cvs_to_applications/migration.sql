-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_JobApplication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "title" TEXT NOT NULL,
    "titleNormalized" TEXT NOT NULL,
    "company" TEXT NOT NULL,
    "companyNormalized" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "reachedStage" INTEGER NOT NULL DEFAULT 0,
    "appliedAt" DATETIME,
    "source" TEXT NOT NULL DEFAULT '',
    "sourceNormalized" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "postingText" TEXT NOT NULL DEFAULT '',
    "roleProfileId" TEXT,
    "nextTaskId" TEXT,
    "cvId" TEXT,
    CONSTRAINT "JobApplication_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "JobApplication_cvId_fkey" FOREIGN KEY ("cvId") REFERENCES "Artifact" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "JobApplication_roleProfileId_fkey" FOREIGN KEY ("roleProfileId") REFERENCES "RoleProfile" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "JobApplication_nextTaskId_fkey" FOREIGN KEY ("nextTaskId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_JobApplication" ("appliedAt", "company", "companyNormalized", "createdAt", "id", "nextTaskId", "notes", "ownerId", "reachedStage", "roleProfileId", "source", "sourceNormalized", "stage", "title", "titleNormalized", "trashedAt", "updatedAt", "url", "version") SELECT "appliedAt", "company", "companyNormalized", "createdAt", "id", "nextTaskId", "notes", "ownerId", "reachedStage", "roleProfileId", "source", "sourceNormalized", "stage", "title", "titleNormalized", "trashedAt", "updatedAt", "url", "version" FROM "JobApplication";
DROP TABLE "JobApplication";
ALTER TABLE "new_JobApplication" RENAME TO "JobApplication";
CREATE INDEX "JobApplication_ownerId_trashedAt_updatedAt_idx" ON "JobApplication"("ownerId", "trashedAt", "updatedAt");
CREATE INDEX "JobApplication_roleProfileId_idx" ON "JobApplication"("roleProfileId");
CREATE INDEX "JobApplication_nextTaskId_idx" ON "JobApplication"("nextTaskId");
CREATE INDEX "JobApplication_cvId_idx" ON "JobApplication"("cvId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

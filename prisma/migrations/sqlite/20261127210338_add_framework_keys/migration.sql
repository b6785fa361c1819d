-- AlterTable
ALTER TABLE "SkillCategory" ADD COLUMN "key" TEXT;

-- AlterTable
ALTER TABLE "Skill" ADD COLUMN "key" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Framework" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "name" TEXT NOT NULL,
    "nameNormalized" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "maxLevel" INTEGER NOT NULL DEFAULT 5,
    "levels" JSONB NOT NULL DEFAULT '[]',
    "key" TEXT,
    CONSTRAINT "Framework_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Framework" ("createdAt", "description", "id", "maxLevel", "name", "nameNormalized", "ownerId", "trashedAt", "updatedAt", "version") SELECT "createdAt", "description", "id", "maxLevel", "name", "nameNormalized", "ownerId", "trashedAt", "updatedAt", "version" FROM "Framework";
DROP TABLE "Framework";
ALTER TABLE "new_Framework" RENAME TO "Framework";
CREATE INDEX "Framework_ownerId_trashedAt_nameNormalized_idx" ON "Framework"("ownerId", "trashedAt", "nameNormalized");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

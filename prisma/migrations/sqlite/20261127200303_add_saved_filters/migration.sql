-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "name" TEXT NOT NULL,
    "nameNormalized" TEXT NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "orderBy" JSONB NOT NULL DEFAULT '[]',
    CONSTRAINT "SavedFilter_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SavedFilter_ownerId_trashedAt_nameNormalized_id_idx" ON "SavedFilter"("ownerId", "trashedAt", "nameNormalized", "id");

-- CreateIndex
CREATE INDEX "SavedFilter_ownerId_trashedAt_createdAt_id_idx" ON "SavedFilter"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SavedFilter_ownerId_trashedAt_updatedAt_id_idx" ON "SavedFilter"("ownerId", "trashedAt", "updatedAt", "id");

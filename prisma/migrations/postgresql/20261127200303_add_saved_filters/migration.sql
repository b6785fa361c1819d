-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "nameNormalized" TEXT COLLATE "C" NOT NULL,
    "filter" JSONB NOT NULL DEFAULT '{}',
    "orderBy" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedFilter_ownerId_trashedAt_nameNormalized_id_idx" ON "SavedFilter"("ownerId", "trashedAt", "nameNormalized", "id");

-- CreateIndex
CREATE INDEX "SavedFilter_ownerId_trashedAt_createdAt_id_idx" ON "SavedFilter"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SavedFilter_ownerId_trashedAt_updatedAt_id_idx" ON "SavedFilter"("ownerId", "trashedAt", "updatedAt", "id");

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "EnergyScale" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "name" TEXT NOT NULL,
    "nameNormalized" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "levels" INTEGER,
    "isHighGood" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "EnergyScale_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnergyScaleValue" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "energyEntryId" TEXT NOT NULL,
    "scaleId" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    CONSTRAINT "EnergyScaleValue_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyScaleValue_energyEntryId_fkey" FOREIGN KEY ("energyEntryId") REFERENCES "EnergyEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyScaleValue_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "EnergyScale" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_EnergyEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "at" DATETIME NOT NULL,
    "energy" INTEGER,
    "mood" INTEGER,
    "focus" INTEGER,
    "stress" INTEGER,
    "engagement" INTEGER,
    "notes" TEXT NOT NULL DEFAULT '',
    "notesNormalized" TEXT NOT NULL DEFAULT '',
    "moment" TEXT,
    "taskId" TEXT,
    "meetingId" TEXT,
    "personId" TEXT,
    CONSTRAINT "EnergyEntry_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyEntry_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "EnergyEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "EnergyEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_EnergyEntry" ("at", "createdAt", "energy", "engagement", "focus", "id", "meetingId", "moment", "mood", "notes", "notesNormalized", "ownerId", "personId", "stress", "taskId", "trashedAt", "updatedAt", "version") SELECT "at", "createdAt", "energy", "engagement", "focus", "id", "meetingId", "moment", "mood", "notes", "notesNormalized", "ownerId", "personId", "stress", "taskId", "trashedAt", "updatedAt", "version" FROM "EnergyEntry";
DROP TABLE "EnergyEntry";
ALTER TABLE "new_EnergyEntry" RENAME TO "EnergyEntry";
CREATE INDEX "EnergyEntry_ownerId_trashedAt_at_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "at", "id");
CREATE INDEX "EnergyEntry_ownerId_trashedAt_energy_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "energy", "id");
CREATE INDEX "EnergyEntry_ownerId_trashedAt_energy_desc_id_idx" ON "EnergyEntry"("ownerId", "trashedAt" DESC, "energy" DESC, "id");
CREATE INDEX "EnergyEntry_ownerId_trashedAt_createdAt_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "createdAt", "id");
CREATE INDEX "EnergyEntry_ownerId_trashedAt_updatedAt_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "updatedAt", "id");
CREATE INDEX "EnergyEntry_taskId_at_idx" ON "EnergyEntry"("taskId", "at");
CREATE INDEX "EnergyEntry_meetingId_at_idx" ON "EnergyEntry"("meetingId", "at");
CREATE INDEX "EnergyEntry_personId_at_idx" ON "EnergyEntry"("personId", "at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "EnergyScale_ownerId_trashedAt_nameNormalized_id_idx" ON "EnergyScale"("ownerId", "trashedAt", "nameNormalized", "id");

-- CreateIndex
CREATE INDEX "EnergyScaleValue_scaleId_idx" ON "EnergyScaleValue"("scaleId");

-- CreateIndex
CREATE INDEX "EnergyScaleValue_ownerId_idx" ON "EnergyScaleValue"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "EnergyScaleValue_energyEntryId_scaleId_key" ON "EnergyScaleValue"("energyEntryId", "scaleId");

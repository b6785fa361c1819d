-- CreateTable
CREATE TABLE "EnergySampling" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "windows" JSONB NOT NULL,
    "promptsPerDay" INTEGER NOT NULL,
    "minSpacingMinutes" INTEGER NOT NULL DEFAULT 60,
    "expiresAfterMinutes" INTEGER NOT NULL DEFAULT 30,
    "isMailed" BOOLEAN NOT NULL DEFAULT false,
    "plannedOn" TEXT,
    "nextRunAt" DATETIME,
    CONSTRAINT "EnergySampling_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnergyPrompt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "date" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "energyEntryId" TEXT,
    CONSTRAINT "EnergyPrompt_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "EnergyPrompt_energyEntryId_fkey" FOREIGN KEY ("energyEntryId") REFERENCES "EnergyEntry" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "EnergySampling_ownerId_key" ON "EnergySampling"("ownerId");

-- CreateIndex
CREATE INDEX "EnergySampling_nextRunAt_idx" ON "EnergySampling"("nextRunAt");

-- CreateIndex
CREATE INDEX "EnergyPrompt_ownerId_at_id_idx" ON "EnergyPrompt"("ownerId", "at", "id");

-- CreateIndex
CREATE INDEX "EnergyPrompt_ownerId_date_idx" ON "EnergyPrompt"("ownerId", "date");

-- CreateIndex
CREATE INDEX "EnergyPrompt_ownerId_expiresAt_idx" ON "EnergyPrompt"("ownerId", "expiresAt");

-- CreateIndex
CREATE INDEX "EnergyPrompt_energyEntryId_idx" ON "EnergyPrompt"("energyEntryId");

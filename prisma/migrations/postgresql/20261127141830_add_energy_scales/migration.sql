-- AlterTable
ALTER TABLE "EnergyEntry" ALTER COLUMN "energy" DROP NOT NULL;

-- CreateTable
CREATE TABLE "EnergyScale" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "nameNormalized" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "levels" INTEGER,
    "isHighGood" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "EnergyScale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnergyScaleValue" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "energyEntryId" TEXT NOT NULL,
    "scaleId" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "EnergyScaleValue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EnergyScale_ownerId_trashedAt_nameNormalized_id_idx" ON "EnergyScale"("ownerId", "trashedAt", "nameNormalized", "id");

-- CreateIndex
CREATE INDEX "EnergyScaleValue_scaleId_idx" ON "EnergyScaleValue"("scaleId");

-- CreateIndex
CREATE INDEX "EnergyScaleValue_ownerId_idx" ON "EnergyScaleValue"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "EnergyScaleValue_energyEntryId_scaleId_key" ON "EnergyScaleValue"("energyEntryId", "scaleId");

-- AddForeignKey
ALTER TABLE "EnergyScale" ADD CONSTRAINT "EnergyScale_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnergyScaleValue" ADD CONSTRAINT "EnergyScaleValue_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnergyScaleValue" ADD CONSTRAINT "EnergyScaleValue_energyEntryId_fkey" FOREIGN KEY ("energyEntryId") REFERENCES "EnergyEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnergyScaleValue" ADD CONSTRAINT "EnergyScaleValue_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "EnergyScale"("id") ON DELETE CASCADE ON UPDATE CASCADE;

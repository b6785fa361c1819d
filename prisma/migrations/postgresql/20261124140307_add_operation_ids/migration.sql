-- AlterTable
ALTER TABLE "OwnerClock" ADD COLUMN     "oldestTick" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
-- Operations that are there already get a UUID (version 4) each.
ALTER TABLE "Operation" ADD COLUMN     "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text;
ALTER TABLE "Operation" ALTER COLUMN "id" DROP DEFAULT;

-- CreateIndex
CREATE UNIQUE INDEX "Operation_id_key" ON "Operation"("id");

-- CreateEnum
CREATE TYPE "RecurrenceAnchor" AS ENUM ('SCHEDULE', 'COMPLETION');

-- CreateEnum
CREATE TYPE "MissedOccurrences" AS ENUM ('SKIP', 'KEEP');

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "occurrenceNumber" INTEGER,
ADD COLUMN     "occursOn" TEXT,
ADD COLUMN     "recurrenceId" TEXT;

-- CreateTable
CREATE TABLE "Recurrence" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "rule" TEXT NOT NULL,
    "anchor" "RecurrenceAnchor" NOT NULL DEFAULT 'SCHEDULE',
    "missed" "MissedOccurrences" NOT NULL DEFAULT 'SKIP',
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "timeOfDay" TEXT,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "template" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Recurrence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Recurrence_ownerId_trashedAt_startsOn_id_idx" ON "Recurrence"("ownerId", "trashedAt", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Recurrence_ownerId_trashedAt_createdAt_id_idx" ON "Recurrence"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Recurrence_ownerId_trashedAt_updatedAt_id_idx" ON "Recurrence"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Task_recurrenceId_position_idx" ON "Task"("recurrenceId", "position");

-- CreateIndex
CREATE INDEX "Task_recurrenceId_occurrenceNumber_idx" ON "Task"("recurrenceId", "occurrenceNumber");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_recurrenceId_fkey" FOREIGN KEY ("recurrenceId") REFERENCES "Recurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

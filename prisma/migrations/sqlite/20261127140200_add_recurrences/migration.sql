-- CreateTable
CREATE TABLE "Recurrence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "rule" TEXT NOT NULL,
    "anchor" TEXT NOT NULL DEFAULT 'SCHEDULE',
    "missed" TEXT NOT NULL DEFAULT 'SKIP',
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "timeOfDay" TEXT,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "template" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "Recurrence_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Task" ADD COLUMN "recurrenceId" TEXT CONSTRAINT "Task_recurrenceId_fkey" REFERENCES "Recurrence" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Task" ADD COLUMN "occursOn" TEXT;
ALTER TABLE "Task" ADD COLUMN "occurrenceNumber" INTEGER;

-- CreateIndex
CREATE INDEX "Task_recurrenceId_position_idx" ON "Task"("recurrenceId", "position");

-- CreateIndex
CREATE INDEX "Task_recurrenceId_occurrenceNumber_idx" ON "Task"("recurrenceId", "occurrenceNumber");

-- CreateIndex
CREATE INDEX "Recurrence_ownerId_trashedAt_startsOn_id_idx" ON "Recurrence"("ownerId", "trashedAt", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Recurrence_ownerId_trashedAt_createdAt_id_idx" ON "Recurrence"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Recurrence_ownerId_trashedAt_updatedAt_id_idx" ON "Recurrence"("ownerId", "trashedAt", "updatedAt", "id");

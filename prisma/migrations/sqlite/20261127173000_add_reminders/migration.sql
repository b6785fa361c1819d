-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "title" TEXT NOT NULL DEFAULT '',
    "titleNormalized" TEXT NOT NULL DEFAULT '',
    "aboutId" TEXT,
    "date" TEXT,
    "at" DATETIME,
    "minutesBefore" INTEGER,
    "timeOfDay" TEXT,
    "isMailed" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" DATETIME,
    "firedAt" DATETIME,
    "dismissedAt" DATETIME,
    "snoozedUntil" DATETIME,
    CONSTRAINT "Reminder_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Reminder_ownerId_trashedAt_dueAt_id_idx" ON "Reminder"("ownerId", "trashedAt", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Reminder_ownerId_trashedAt_firedAt_id_idx" ON "Reminder"("ownerId", "trashedAt", "firedAt", "id");

-- CreateIndex
CREATE INDEX "Reminder_ownerId_trashedAt_createdAt_id_idx" ON "Reminder"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Reminder_ownerId_trashedAt_updatedAt_id_idx" ON "Reminder"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Reminder_trashedAt_dueAt_idx" ON "Reminder"("trashedAt", "dueAt");

-- CreateIndex
CREATE INDEX "Reminder_aboutId_idx" ON "Reminder"("aboutId");

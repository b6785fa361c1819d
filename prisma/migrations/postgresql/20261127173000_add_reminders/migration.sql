-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL DEFAULT '',
    "titleNormalized" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "aboutId" TEXT,
    "date" TEXT,
    "at" TIMESTAMP(3),
    "minutesBefore" INTEGER,
    "timeOfDay" TEXT,
    "isMailed" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMP(3),
    "firedAt" TIMESTAMP(3),
    "dismissedAt" TIMESTAMP(3),
    "snoozedUntil" TIMESTAMP(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "HabitMarkKind" AS ENUM ('DONE', 'SKIP');

-- CreateTable
CREATE TABLE "Habit" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleNormalized" TEXT COLLATE "C" NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "weekdays" JSONB NOT NULL DEFAULT '[]',
    "timesPerWeek" INTEGER,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "goalId" TEXT,

    CONSTRAINT "Habit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HabitMark" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "habitId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "kind" "HabitMarkKind" NOT NULL,

    CONSTRAINT "HabitMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Habit_ownerId_trashedAt_titleNormalized_id_idx" ON "Habit"("ownerId", "trashedAt", "titleNormalized", "id");

-- CreateIndex
CREATE INDEX "Habit_goalId_idx" ON "Habit"("goalId");

-- CreateIndex
CREATE INDEX "HabitMark_ownerId_date_id_idx" ON "HabitMark"("ownerId", "date", "id");

-- CreateIndex
CREATE UNIQUE INDEX "HabitMark_habitId_date_key" ON "HabitMark"("habitId", "date");

-- AddForeignKey
ALTER TABLE "Habit" ADD CONSTRAINT "Habit_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Habit" ADD CONSTRAINT "Habit_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HabitMark" ADD CONSTRAINT "HabitMark_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HabitMark" ADD CONSTRAINT "HabitMark_habitId_fkey" FOREIGN KEY ("habitId") REFERENCES "Habit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

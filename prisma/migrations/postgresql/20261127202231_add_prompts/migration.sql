-- CreateEnum
CREATE TYPE "PromptState" AS ENUM ('NEW', 'LEARNING', 'REVIEW', 'RELEARNING');

-- CreateEnum
CREATE TYPE "PromptRating" AS ENUM ('AGAIN', 'HARD', 'GOOD', 'EASY');

-- CreateTable
CREATE TABLE "Prompt" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "learningId" TEXT NOT NULL,
    "skillId" TEXT,
    "question" TEXT NOT NULL,
    "questionNormalized" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT NOT NULL,
    "answerNormalized" TEXT COLLATE "C" NOT NULL,
    "state" "PromptState" NOT NULL DEFAULT 'NEW',
    "dueOn" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3),
    "stability" DOUBLE PRECISION,
    "difficulty" DOUBLE PRECISION,
    "scheduledDays" INTEGER NOT NULL DEFAULT 0,
    "learningStep" INTEGER NOT NULL DEFAULT 0,
    "reviewCount" INTEGER NOT NULL DEFAULT 0,
    "lapseCount" INTEGER NOT NULL DEFAULT 0,
    "reviewedOn" TEXT,
    "reviewedAt" TIMESTAMP(3),
    "suspendedAt" TIMESTAMP(3),

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PromptReview" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "promptId" TEXT NOT NULL,
    "rating" "PromptRating" NOT NULL,
    "reviewedAt" TIMESTAMP(3) NOT NULL,
    "reviewedOn" TEXT NOT NULL,
    "elapsedDays" INTEGER,
    "intervalDays" INTEGER NOT NULL,
    "retrievability" DOUBLE PRECISION,
    "durationSeconds" DOUBLE PRECISION,
    "algorithm" TEXT NOT NULL,
    "library" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "PromptReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewSettings" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "desiredRetention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
    "weights" JSONB,
    "fittedAt" TIMESTAMP(3),
    "fittedCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReviewSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Prompt_ownerId_trashedAt_dueOn_id_idx" ON "Prompt"("ownerId", "trashedAt", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Prompt_ownerId_trashedAt_createdAt_id_idx" ON "Prompt"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Prompt_ownerId_trashedAt_updatedAt_id_idx" ON "Prompt"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Prompt_ownerId_trashedAt_questionNormalized_id_idx" ON "Prompt"("ownerId", "trashedAt", "questionNormalized", "id");

-- CreateIndex
CREATE INDEX "Prompt_learningId_idx" ON "Prompt"("learningId");

-- CreateIndex
CREATE INDEX "Prompt_skillId_idx" ON "Prompt"("skillId");

-- CreateIndex
CREATE INDEX "PromptReview_ownerId_reviewedAt_id_idx" ON "PromptReview"("ownerId", "reviewedAt", "id");

-- CreateIndex
CREATE INDEX "PromptReview_ownerId_reviewedOn_idx" ON "PromptReview"("ownerId", "reviewedOn");

-- CreateIndex
CREATE INDEX "PromptReview_promptId_reviewedAt_idx" ON "PromptReview"("promptId", "reviewedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewSettings_ownerId_key" ON "ReviewSettings"("ownerId");

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_learningId_fkey" FOREIGN KEY ("learningId") REFERENCES "Learning"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromptReview" ADD CONSTRAINT "PromptReview_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromptReview" ADD CONSTRAINT "PromptReview_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSettings" ADD CONSTRAINT "ReviewSettings_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "Prompt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "learningId" TEXT NOT NULL,
    "skillId" TEXT,
    "question" TEXT NOT NULL,
    "questionNormalized" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answerNormalized" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'NEW',
    "dueOn" TEXT NOT NULL,
    "dueAt" DATETIME,
    "stability" REAL,
    "difficulty" REAL,
    "scheduledDays" INTEGER NOT NULL DEFAULT 0,
    "learningStep" INTEGER NOT NULL DEFAULT 0,
    "reviewCount" INTEGER NOT NULL DEFAULT 0,
    "lapseCount" INTEGER NOT NULL DEFAULT 0,
    "reviewedOn" TEXT,
    "reviewedAt" DATETIME,
    "suspendedAt" DATETIME,
    CONSTRAINT "Prompt_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Prompt_learningId_fkey" FOREIGN KEY ("learningId") REFERENCES "Learning" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Prompt_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PromptReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "promptId" TEXT NOT NULL,
    "rating" TEXT NOT NULL,
    "reviewedAt" DATETIME NOT NULL,
    "reviewedOn" TEXT NOT NULL,
    "elapsedDays" INTEGER,
    "intervalDays" INTEGER NOT NULL,
    "retrievability" REAL,
    "durationSeconds" REAL,
    "algorithm" TEXT NOT NULL,
    "library" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    CONSTRAINT "PromptReview_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PromptReview_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewSettings" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "desiredRetention" REAL NOT NULL DEFAULT 0.9,
    "weights" JSONB,
    "fittedAt" DATETIME,
    "fittedCount" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "ReviewSettings_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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

-- CreateTable
CREATE TABLE "FeedbackRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "trashedAt" DATETIME,
    "personId" TEXT,
    "topic" TEXT NOT NULL DEFAULT '',
    "topicNormalized" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "messageNormalized" TEXT NOT NULL DEFAULT '',
    "questions" JSONB NOT NULL,
    "dueOn" TEXT NOT NULL,
    "answeredAt" DATETIME,
    "feedbackId" TEXT,
    CONSTRAINT "FeedbackRequest_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FeedbackRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "FeedbackRequest_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FeedbackRequestLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "feedbackRequestId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    CONSTRAINT "FeedbackRequestLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FeedbackRequestLink_feedbackRequestId_fkey" FOREIGN KEY ("feedbackRequestId") REFERENCES "FeedbackRequest" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackRequest_feedbackId_key" ON "FeedbackRequest"("feedbackId");

-- CreateIndex
CREATE INDEX "FeedbackRequest_ownerId_trashedAt_createdAt_id_idx" ON "FeedbackRequest"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "FeedbackRequest_personId_idx" ON "FeedbackRequest"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackRequestLink_feedbackRequestId_key" ON "FeedbackRequestLink"("feedbackRequestId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackRequestLink_tokenHash_key" ON "FeedbackRequestLink"("tokenHash");

-- CreateIndex
CREATE INDEX "FeedbackRequestLink_accountId_idx" ON "FeedbackRequestLink"("accountId");

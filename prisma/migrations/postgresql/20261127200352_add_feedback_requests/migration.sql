-- CreateTable
CREATE TABLE "FeedbackRequest" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "personId" TEXT,
    "topic" TEXT NOT NULL DEFAULT '',
    "topicNormalized" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "messageNormalized" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "questions" JSONB NOT NULL,
    "dueOn" TEXT NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "feedbackId" TEXT,

    CONSTRAINT "FeedbackRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackRequestLink" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "feedbackRequestId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,

    CONSTRAINT "FeedbackRequestLink_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "FeedbackRequest" ADD CONSTRAINT "FeedbackRequest_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequest" ADD CONSTRAINT "FeedbackRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequest" ADD CONSTRAINT "FeedbackRequest_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequestLink" ADD CONSTRAINT "FeedbackRequestLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackRequestLink" ADD CONSTRAINT "FeedbackRequestLink_feedbackRequestId_fkey" FOREIGN KEY ("feedbackRequestId") REFERENCES "FeedbackRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

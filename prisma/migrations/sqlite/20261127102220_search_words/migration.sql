-- Documents from before have the tokens of version 1
ALTER TABLE "SearchDocument" ADD COLUMN "tokenizer" INTEGER NOT NULL DEFAULT 1;
CREATE INDEX "SearchDocument_tokenizer_idx" ON "SearchDocument"("tokenizer");

-- CreateTable
CREATE TABLE "SearchWord" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    PRIMARY KEY ("ownerId", "key"),
    CONSTRAINT "SearchWord_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- Documents from before have the tokens of version 1
ALTER TABLE "SearchDocument" ADD COLUMN "tokenizer" INTEGER NOT NULL DEFAULT 1;
CREATE INDEX "SearchDocument_tokenizer_idx" ON "SearchDocument"("tokenizer");

-- CreateTable: ranges of keys are compared byte by byte, as on SQLite
CREATE TABLE "SearchWord" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("ownerId","key")
);

-- AddForeignKey
ALTER TABLE "SearchWord" ADD CONSTRAINT "SearchWord_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Learning" ADD COLUMN "repetitionCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Learning" ADD COLUMN "reviewedOn" TEXT;

-- Until now every review doubled the interval of what was known.
UPDATE "Learning" SET "repetitionCount" = "reviewCount" WHERE "confidence" >= 3;

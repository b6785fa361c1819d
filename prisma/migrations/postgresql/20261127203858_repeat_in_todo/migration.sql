-- AlterTable
ALTER TABLE "TodoItem" ADD COLUMN     "finished" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "repeats" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wantedRule" TEXT;

-- What repeats at To Do has a rule, or a reason why it has none.
UPDATE "TodoItem" SET "repeats" = true WHERE "recurrenceRule" <> '' OR "recurrenceProblem" IS NOT NULL;

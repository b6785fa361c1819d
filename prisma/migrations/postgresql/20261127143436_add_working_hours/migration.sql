-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "workingHours" JSONB NOT NULL DEFAULT '[]';

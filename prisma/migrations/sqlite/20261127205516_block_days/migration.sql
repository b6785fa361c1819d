-- AlterTable
ALTER TABLE "TimeBlock" ADD COLUMN "plannedOn" TEXT;

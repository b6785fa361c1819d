-- AlterTable
ALTER TABLE "SyncTask" ADD COLUMN "problemKind" TEXT;

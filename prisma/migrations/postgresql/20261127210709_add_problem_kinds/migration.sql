-- CreateEnum
CREATE TYPE "SyncProblemKind" AS ENUM ('FORBIDDEN', 'THROTTLED', 'UNAVAILABLE', 'OTHER');

-- AlterTable
ALTER TABLE "SyncTask" ADD COLUMN     "problemKind" "SyncProblemKind";

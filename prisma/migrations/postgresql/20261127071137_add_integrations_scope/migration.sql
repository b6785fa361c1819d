-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN     "canIntegrate" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "JobApplication" ADD COLUMN "reachedStage" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "JobApplication" ADD COLUMN "appliedAt" DATETIME;

-- From the stage history: stages 0 to 5 are progress, and 1 is APPLIED.
UPDATE "JobApplication" SET
  "reachedStage" = COALESCE((SELECT MAX(c."stage") FROM "StageChange" c WHERE c."jobApplicationId" = "JobApplication"."id" AND c."stage" <= 5), 0),
  "appliedAt" = (SELECT MIN(c."enteredAt") FROM "StageChange" c WHERE c."jobApplicationId" = "JobApplication"."id" AND c."stage" BETWEEN 1 AND 5);

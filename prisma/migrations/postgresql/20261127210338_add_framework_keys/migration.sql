-- AlterTable
ALTER TABLE "Framework" ADD COLUMN     "key" TEXT,
ADD COLUMN     "levels" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "SkillCategory" ADD COLUMN     "key" TEXT;

-- AlterTable
ALTER TABLE "Skill" ADD COLUMN     "key" TEXT;

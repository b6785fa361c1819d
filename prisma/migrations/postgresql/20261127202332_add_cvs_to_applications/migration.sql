-- AlterTable
ALTER TABLE "JobApplication" ADD COLUMN     "cvId" TEXT,
ADD COLUMN     "postingText" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "JobApplication_cvId_idx" ON "JobApplication"("cvId");

-- AddForeignKey
ALTER TABLE "JobApplication" ADD CONSTRAINT "JobApplication_cvId_fkey" FOREIGN KEY ("cvId") REFERENCES "Artifact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

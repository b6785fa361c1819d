-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_estimateMinutes_desc_id_idx" ON "Task"("ownerId", "trashedAt" DESC, "estimateMinutes" DESC, "id");

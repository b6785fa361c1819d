-- DropIndex
DROP INDEX "Meeting_ownerId_trashedAt_startsAt_id_idx";

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_startsAt_id_endsAt_idx" ON "Meeting"("ownerId", "trashedAt", "startsAt", "id", "endsAt");

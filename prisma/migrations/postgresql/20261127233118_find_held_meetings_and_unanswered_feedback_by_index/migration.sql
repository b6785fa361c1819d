-- DropIndex
DROP INDEX "Meeting_ownerId_trashedAt_startsAt_id_endsAt_idx";

-- CreateIndex
CREATE INDEX "Feedback_unanswered_idx" ON "Feedback"("ownerId", "trashedAt", "direction", "acknowledgedAt", "occurredOn", "id");

-- CreateIndex
CREATE INDEX "Meeting_held_idx" ON "Meeting"("ownerId", "trashedAt", "startsAt", "id", "endsAt", "startsOn", "endsOn", "status", "myResponse", "isFree", "seriesId");

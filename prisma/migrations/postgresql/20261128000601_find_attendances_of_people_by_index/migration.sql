-- DropIndex
DROP INDEX "MeetingAttendee_personId_idx";

-- CreateIndex
CREATE INDEX "MeetingAttendee_personId_meetingId_response_idx" ON "MeetingAttendee"("personId", "meetingId", "response");

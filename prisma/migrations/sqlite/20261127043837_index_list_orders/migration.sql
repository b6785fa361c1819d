-- DropIndex
DROP INDEX "Link_ownerId_toId_idx";

-- DropIndex
DROP INDEX "EnergyEntry_ownerId_trashedAt_at_idx";

-- DropIndex
DROP INDEX "EnergyEntry_taskId_idx";

-- DropIndex
DROP INDEX "EnergyEntry_meetingId_idx";

-- DropIndex
DROP INDEX "EnergyEntry_personId_idx";

-- DropIndex
DROP INDEX "Feedback_ownerId_trashedAt_occurredOn_idx";

-- DropIndex
DROP INDEX "Feedback_personId_idx";

-- DropIndex
DROP INDEX "Feedback_meetingId_idx";

-- DropIndex
DROP INDEX "Feedback_taskId_idx";

-- DropIndex
DROP INDEX "Goal_ownerId_trashedAt_dueOn_idx";

-- DropIndex
DROP INDEX "GoalCheckIn_ownerId_trashedAt_checkedOn_idx";

-- DropIndex
DROP INDEX "Milestone_ownerId_trashedAt_dueOn_idx";

-- DropIndex
DROP INDEX "Learning_ownerId_trashedAt_learnedOn_idx";

-- DropIndex
DROP INDEX "Learning_ownerId_reviewOn_idx";

-- DropIndex
DROP INDEX "Meeting_ownerId_trashedAt_startsAt_idx";

-- DropIndex
DROP INDEX "MeetingItem_ownerId_trashedAt_idx";

-- DropIndex
DROP INDEX "Person_ownerId_trashedAt_nameNormalized_idx";

-- DropIndex
DROP INDEX "Assessment_ownerId_trashedAt_assessedOn_idx";

-- DropIndex
DROP INDEX "Task_ownerId_trashedAt_position_idx";

-- DropIndex
DROP INDEX "Task_ownerId_scheduledOn_idx";

-- DropIndex
DROP INDEX "Task_ownerId_scheduledAt_idx";

-- DropIndex
DROP INDEX "Task_ownerId_completedAt_idx";

-- DropIndex
DROP INDEX "Task_parentId_idx";

-- DropIndex
DROP INDEX "Task_goalId_idx";

-- DropIndex
DROP INDEX "Task_meetingId_idx";

-- CreateIndex
CREATE INDEX "Link_fromId_idx" ON "Link"("fromId");

-- CreateIndex
CREATE INDEX "Link_toId_idx" ON "Link"("toId");

-- CreateIndex
CREATE INDEX "EnergyEntry_ownerId_trashedAt_at_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "at", "id");

-- CreateIndex
CREATE INDEX "EnergyEntry_ownerId_trashedAt_energy_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "energy", "id");

-- CreateIndex
CREATE INDEX "EnergyEntry_ownerId_trashedAt_energy_desc_id_idx" ON "EnergyEntry"("ownerId", "trashedAt" DESC, "energy" DESC, "id");

-- CreateIndex
CREATE INDEX "EnergyEntry_ownerId_trashedAt_createdAt_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "EnergyEntry_ownerId_trashedAt_updatedAt_id_idx" ON "EnergyEntry"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "EnergyEntry_taskId_at_idx" ON "EnergyEntry"("taskId", "at");

-- CreateIndex
CREATE INDEX "EnergyEntry_meetingId_at_idx" ON "EnergyEntry"("meetingId", "at");

-- CreateIndex
CREATE INDEX "EnergyEntry_personId_at_idx" ON "EnergyEntry"("personId", "at");

-- CreateIndex
CREATE INDEX "Feedback_ownerId_trashedAt_occurredOn_id_idx" ON "Feedback"("ownerId", "trashedAt", "occurredOn", "id");

-- CreateIndex
CREATE INDEX "Feedback_ownerId_trashedAt_createdAt_id_idx" ON "Feedback"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Feedback_ownerId_trashedAt_updatedAt_id_idx" ON "Feedback"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Feedback_ownerId_trashedAt_occurredOn_createdAt_idx" ON "Feedback"("ownerId", "trashedAt", "occurredOn", "createdAt");

-- CreateIndex
CREATE INDEX "Feedback_personId_occurredOn_idx" ON "Feedback"("personId", "occurredOn");

-- CreateIndex
CREATE INDEX "Feedback_meetingId_occurredOn_idx" ON "Feedback"("meetingId", "occurredOn");

-- CreateIndex
CREATE INDEX "Feedback_taskId_occurredOn_idx" ON "Feedback"("taskId", "occurredOn");

-- CreateIndex
CREATE INDEX "Goal_ownerId_trashedAt_dueOn_id_idx" ON "Goal"("ownerId", "trashedAt", "dueOn", "id");

-- CreateIndex
CREATE INDEX "GoalCheckIn_ownerId_trashedAt_checkedOn_id_idx" ON "GoalCheckIn"("ownerId", "trashedAt", "checkedOn", "id");

-- CreateIndex
CREATE INDEX "GoalCheckIn_ownerId_trashedAt_createdAt_id_idx" ON "GoalCheckIn"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "GoalCheckIn_ownerId_trashedAt_updatedAt_id_idx" ON "GoalCheckIn"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "GoalCheckIn_ownerId_trashedAt_checkedOn_createdAt_idx" ON "GoalCheckIn"("ownerId", "trashedAt", "checkedOn", "createdAt");

-- CreateIndex
CREATE INDEX "Milestone_ownerId_trashedAt_dueOn_id_idx" ON "Milestone"("ownerId", "trashedAt", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_learnedOn_id_idx" ON "Learning"("ownerId", "trashedAt", "learnedOn", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_titleNormalized_id_idx" ON "Learning"("ownerId", "trashedAt", "titleNormalized", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_confidence_id_idx" ON "Learning"("ownerId", "trashedAt", "confidence", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_confidence_desc_id_idx" ON "Learning"("ownerId", "trashedAt" DESC, "confidence" DESC, "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_reviewOn_id_idx" ON "Learning"("ownerId", "trashedAt", "reviewOn", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_reviewCount_id_idx" ON "Learning"("ownerId", "trashedAt", "reviewCount", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_reviewCount_desc_id_idx" ON "Learning"("ownerId", "trashedAt" DESC, "reviewCount" DESC, "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_createdAt_id_idx" ON "Learning"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_updatedAt_id_idx" ON "Learning"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_learnedOn_createdAt_idx" ON "Learning"("ownerId", "trashedAt", "learnedOn", "createdAt");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_startsAt_id_idx" ON "Meeting"("ownerId", "trashedAt", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_endsAt_id_idx" ON "Meeting"("ownerId", "trashedAt", "endsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_titleNormalized_id_idx" ON "Meeting"("ownerId", "trashedAt", "titleNormalized", "id");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_createdAt_id_idx" ON "Meeting"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_updatedAt_id_idx" ON "Meeting"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_titleNormalized_id_idx" ON "MeetingItem"("ownerId", "trashedAt", "titleNormalized", "id");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_doneAt_id_idx" ON "MeetingItem"("ownerId", "trashedAt", "doneAt", "id");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_carryOverCount_id_idx" ON "MeetingItem"("ownerId", "trashedAt", "carryOverCount", "id");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_carryOverCount_desc_id_idx" ON "MeetingItem"("ownerId", "trashedAt" DESC, "carryOverCount" DESC, "id");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_createdAt_id_idx" ON "MeetingItem"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_updatedAt_id_idx" ON "MeetingItem"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Person_ownerId_trashedAt_nameNormalized_id_idx" ON "Person"("ownerId", "trashedAt", "nameNormalized", "id");

-- CreateIndex
CREATE INDEX "Person_ownerId_trashedAt_companyNormalized_id_idx" ON "Person"("ownerId", "trashedAt", "companyNormalized", "id");

-- CreateIndex
CREATE INDEX "Person_ownerId_trashedAt_companyNormalized_desc_id_idx" ON "Person"("ownerId", "trashedAt" DESC, "companyNormalized" DESC, "id");

-- CreateIndex
CREATE INDEX "Person_ownerId_trashedAt_createdAt_id_idx" ON "Person"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Person_ownerId_trashedAt_updatedAt_id_idx" ON "Person"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_assessedOn_id_idx" ON "Assessment"("ownerId", "trashedAt", "assessedOn", "id");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_level_id_idx" ON "Assessment"("ownerId", "trashedAt", "level", "id");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_level_desc_id_idx" ON "Assessment"("ownerId", "trashedAt" DESC, "level" DESC, "id");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_createdAt_id_idx" ON "Assessment"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_updatedAt_id_idx" ON "Assessment"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_assessedOn_createdAt_idx" ON "Assessment"("ownerId", "trashedAt", "assessedOn", "createdAt");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_position_id_idx" ON "Task"("ownerId", "trashedAt", "position", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_titleNormalized_id_idx" ON "Task"("ownerId", "trashedAt", "titleNormalized", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_priority_id_idx" ON "Task"("ownerId", "trashedAt", "priority", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_priority_desc_id_idx" ON "Task"("ownerId", "trashedAt" DESC, "priority" DESC, "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_scheduledOn_id_idx" ON "Task"("ownerId", "trashedAt", "scheduledOn", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_scheduledAt_id_idx" ON "Task"("ownerId", "trashedAt", "scheduledAt", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_dueOn_id_idx" ON "Task"("ownerId", "trashedAt", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_estimateMinutes_id_idx" ON "Task"("ownerId", "trashedAt", "estimateMinutes", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_completedAt_id_idx" ON "Task"("ownerId", "trashedAt", "completedAt", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_carryOverCount_id_idx" ON "Task"("ownerId", "trashedAt", "carryOverCount", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_carryOverCount_desc_id_idx" ON "Task"("ownerId", "trashedAt" DESC, "carryOverCount" DESC, "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_createdAt_id_idx" ON "Task"("ownerId", "trashedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_updatedAt_id_idx" ON "Task"("ownerId", "trashedAt", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_position_idx" ON "Task"("ownerId", "position");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_scheduledOn_position_id_idx" ON "Task"("ownerId", "trashedAt", "scheduledOn", "position", "id");

-- CreateIndex
CREATE INDEX "Task_ownerId_trashedAt_status_idx" ON "Task"("ownerId", "trashedAt", "status");

-- CreateIndex
CREATE INDEX "Task_parentId_position_idx" ON "Task"("parentId", "position");

-- CreateIndex
CREATE INDEX "Task_goalId_position_idx" ON "Task"("goalId", "position");

-- CreateIndex
CREATE INDEX "Task_meetingId_position_idx" ON "Task"("meetingId", "position");

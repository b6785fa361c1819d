-- Models and columns under the names that the API gives them. Nothing is copied: everything is renamed in place. An index cannot be
-- renamed, so those that are named after a column are made anew.

-- The full-text index names columns of its content, and triggers keep it current: they are made again at the end.
DROP TRIGGER "SearchDocument_insert";
DROP TRIGGER "SearchDocument_delete";
DROP TRIGGER "SearchDocument_update";
DROP TABLE "SearchIndex";

DROP INDEX "Account_emailFolded_key";
DROP INDEX "Artifact_ownerId_trashedAt_titleFolded_idx";
DROP INDEX "Change_ownerId_model_rowId_tick_idx";
DROP INDEX "Framework_ownerId_trashedAt_nameFolded_idx";
DROP INDEX "Label_ownerId_nameFolded_key";
DROP INDEX "Label_ownerId_trashedAt_nameFolded_idx";
DROP INDEX "Meeting_organiserId_idx";
DROP INDEX "MeetingSeries_ownerId_trashedAt_titleFolded_idx";
DROP INDEX "Operation_id_key";
DROP INDEX "Person_ownerId_trashedAt_nameFolded_idx";
DROP INDEX "PersonEmail_ownerId_emailFolded_key";
DROP INDEX "RoleProfile_ownerId_trashedAt_titleFolded_idx";
DROP INDEX "SearchDocument_ownerId_trashed_at_idx";
DROP INDEX "Skill_ownerId_trashedAt_nameFolded_idx";
DROP INDEX "Story_ownerId_trashedAt_titleFolded_idx";
DROP INDEX "WebhookDelivery_webhookId_operationId_key";

ALTER TABLE "Operation" RENAME TO "ChangeSet";
ALTER TABLE "OwnerClock" RENAME TO "ChangeSequence";

ALTER TABLE "Account" RENAME COLUMN "emailFolded" TO "emailNormalized";
ALTER TABLE "Artifact" RENAME COLUMN "note" TO "notes";
ALTER TABLE "Artifact" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Assessment" RENAME COLUMN "note" TO "notes";
ALTER TABLE "Assessment" RENAME COLUMN "noteFolded" TO "notesNormalized";
ALTER TABLE "Change" RENAME COLUMN "tick" TO "sequence";
ALTER TABLE "ChangeSequence" RENAME COLUMN "tick" TO "sequence";
ALTER TABLE "ChangeSequence" RENAME COLUMN "oldestTick" TO "oldestSequence";
ALTER TABLE "ChangeSet" RENAME COLUMN "tick" TO "sequence";
ALTER TABLE "EnergyEntry" RENAME COLUMN "note" TO "notes";
ALTER TABLE "EnergyEntry" RENAME COLUMN "noteFolded" TO "notesNormalized";
ALTER TABLE "EngagementPulse" RENAME COLUMN "note" TO "notes";
ALTER TABLE "Feedback" RENAME COLUMN "bodyFolded" TO "bodyNormalized";
ALTER TABLE "Feedback" RENAME COLUMN "contextFolded" TO "contextNormalized";
ALTER TABLE "Framework" RENAME COLUMN "highestLevel" TO "maxLevel";
ALTER TABLE "Framework" RENAME COLUMN "nameFolded" TO "nameNormalized";
ALTER TABLE "Goal" RENAME COLUMN "why" TO "description";
ALTER TABLE "Goal" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "GoalCheckIn" RENAME COLUMN "note" TO "notes";
ALTER TABLE "GoalCheckIn" RENAME COLUMN "noteFolded" TO "notesNormalized";
ALTER TABLE "IdempotentRequest" RENAME COLUMN "done" TO "isCompleted";
ALTER TABLE "IdempotentRequest" RENAME COLUMN "answer" TO "response";
ALTER TABLE "JobApplication" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "JobApplication" RENAME COLUMN "companyFolded" TO "companyNormalized";
ALTER TABLE "JobApplication" RENAME COLUMN "sourceFolded" TO "sourceNormalized";
ALTER TABLE "Label" RENAME COLUMN "colour" TO "color";
ALTER TABLE "Label" RENAME COLUMN "nameFolded" TO "nameNormalized";
ALTER TABLE "Learning" RENAME COLUMN "body" TO "notes";
ALTER TABLE "Learning" RENAME COLUMN "reviews" TO "reviewCount";
ALTER TABLE "Learning" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Learning" RENAME COLUMN "sourceTitleFolded" TO "sourceTitleNormalized";
ALTER TABLE "Link" RENAME COLUMN "note" TO "notes";
ALTER TABLE "Link" RENAME COLUMN "noteFolded" TO "notesNormalized";
ALTER TABLE "Meeting" RENAME COLUMN "organiserId" TO "organizerId";
ALTER TABLE "Meeting" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Meeting" RENAME COLUMN "placeFolded" TO "placeNormalized";
ALTER TABLE "MeetingItem" RENAME COLUMN "text" TO "title";
ALTER TABLE "MeetingItem" RENAME COLUMN "textFolded" TO "titleNormalized";
ALTER TABLE "MeetingItem" RENAME COLUMN "carriedOver" TO "carryOverCount";
ALTER TABLE "MeetingSeries" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Milestone" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Person" RENAME COLUMN "relation" TO "relationship";
ALTER TABLE "Person" RENAME COLUMN "note" TO "notes";
ALTER TABLE "Person" RENAME COLUMN "nameFolded" TO "nameNormalized";
ALTER TABLE "Person" RENAME COLUMN "companyFolded" TO "companyNormalized";
ALTER TABLE "Person" RENAME COLUMN "noteFolded" TO "notesNormalized";
ALTER TABLE "PersonEmail" RENAME COLUMN "emailFolded" TO "emailNormalized";
ALTER TABLE "PracticeInterview" RENAME COLUMN "notesFolded" TO "notesNormalized";
ALTER TABLE "RoleProfile" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "RoleProfile" RENAME COLUMN "companyFolded" TO "companyNormalized";
ALTER TABLE "RoleRequirement" RENAME COLUMN "count" TO "requiredCount";
ALTER TABLE "RoleRequirement" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "SearchDocument" RENAME COLUMN "titleWords" TO "titleTokens";
ALTER TABLE "SearchDocument" RENAME COLUMN "textWords" TO "textTokens";
ALTER TABLE "SearchDocument" RENAME COLUMN "trashed" TO "isTrashed";
ALTER TABLE "Skill" RENAME COLUMN "nameFolded" TO "nameNormalized";
ALTER TABLE "SkillCategory" RENAME COLUMN "nameFolded" TO "nameNormalized";
ALTER TABLE "SkillTarget" RENAME COLUMN "note" TO "notes";
ALTER TABLE "Story" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Task" RENAME COLUMN "deadline" TO "dueOn";
ALTER TABLE "Task" RENAME COLUMN "carriedOver" TO "carryOverCount";
ALTER TABLE "Task" RENAME COLUMN "titleFolded" TO "titleNormalized";
ALTER TABLE "Webhook" RENAME COLUMN "tick" TO "sequence";
ALTER TABLE "WebhookDelivery" RENAME COLUMN "operationId" TO "changeSetId";
ALTER TABLE "WebhookDelivery" RENAME COLUMN "attempts" TO "attemptCount";

UPDATE "PracticeInterview" SET "kind" = 'BEHAVIORAL' WHERE "kind" = 'BEHAVIOURAL';
UPDATE "RoleRequirement" SET "interviewKind" = 'BEHAVIORAL' WHERE "interviewKind" = 'BEHAVIOURAL';

CREATE UNIQUE INDEX "Account_emailNormalized_key" ON "Account"("emailNormalized");
CREATE INDEX "Artifact_ownerId_trashedAt_titleNormalized_idx" ON "Artifact"("ownerId", "trashedAt", "titleNormalized");
CREATE INDEX "Change_ownerId_model_rowId_sequence_idx" ON "Change"("ownerId", "model", "rowId", "sequence");
CREATE INDEX "Framework_ownerId_trashedAt_nameNormalized_idx" ON "Framework"("ownerId", "trashedAt", "nameNormalized");
CREATE UNIQUE INDEX "Label_ownerId_nameNormalized_key" ON "Label"("ownerId", "nameNormalized");
CREATE INDEX "Label_ownerId_trashedAt_nameNormalized_idx" ON "Label"("ownerId", "trashedAt", "nameNormalized");
CREATE INDEX "Meeting_organizerId_idx" ON "Meeting"("organizerId");
CREATE INDEX "MeetingSeries_ownerId_trashedAt_titleNormalized_idx" ON "MeetingSeries"("ownerId", "trashedAt", "titleNormalized");
CREATE UNIQUE INDEX "ChangeSet_id_key" ON "ChangeSet"("id");
CREATE INDEX "Person_ownerId_trashedAt_nameNormalized_idx" ON "Person"("ownerId", "trashedAt", "nameNormalized");
CREATE UNIQUE INDEX "PersonEmail_ownerId_emailNormalized_key" ON "PersonEmail"("ownerId", "emailNormalized");
CREATE INDEX "RoleProfile_ownerId_trashedAt_titleNormalized_idx" ON "RoleProfile"("ownerId", "trashedAt", "titleNormalized");
CREATE INDEX "SearchDocument_ownerId_isTrashed_at_idx" ON "SearchDocument"("ownerId", "isTrashed", "at");
CREATE INDEX "Skill_ownerId_trashedAt_nameNormalized_idx" ON "Skill"("ownerId", "trashedAt", "nameNormalized");
CREATE INDEX "Story_ownerId_trashedAt_titleNormalized_idx" ON "Story"("ownerId", "trashedAt", "titleNormalized");
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_changeSetId_key" ON "WebhookDelivery"("webhookId", "changeSetId");

-- Daily focuses and engagement pulses can be in the trash.
ALTER TABLE "DailyFocus" ADD COLUMN "trashedAt" DATETIME;
ALTER TABLE "EngagementPulse" ADD COLUMN "trashedAt" DATETIME;
CREATE INDEX "DailyFocus_ownerId_trashedAt_date_idx" ON "DailyFocus"("ownerId", "trashedAt", "date");
CREATE INDEX "EngagementPulse_ownerId_trashedAt_week_idx" ON "EngagementPulse"("ownerId", "trashedAt", "week");

-- SearchIndex: the full-text index over SearchDocument, kept current by triggers
CREATE VIRTUAL TABLE "SearchIndex" USING fts5(
    "titleTokens",
    "textTokens",
    content = 'SearchDocument',
    content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 0'
);

INSERT INTO "SearchIndex" ("SearchIndex") VALUES ('rebuild');

CREATE TRIGGER "SearchDocument_insert" AFTER INSERT ON "SearchDocument" BEGIN
    INSERT INTO "SearchIndex" (rowid, "titleTokens", "textTokens") VALUES (new."number", new."titleTokens", new."textTokens");
END;

CREATE TRIGGER "SearchDocument_delete" AFTER DELETE ON "SearchDocument" BEGIN
    INSERT INTO "SearchIndex" ("SearchIndex", rowid, "titleTokens", "textTokens")
    VALUES ('delete', old."number", old."titleTokens", old."textTokens");
END;

CREATE TRIGGER "SearchDocument_update" AFTER UPDATE ON "SearchDocument" BEGIN
    INSERT INTO "SearchIndex" ("SearchIndex", rowid, "titleTokens", "textTokens")
    VALUES ('delete', old."number", old."titleTokens", old."textTokens");
    INSERT INTO "SearchIndex" (rowid, "titleTokens", "textTokens") VALUES (new."number", new."titleTokens", new."textTokens");
END;

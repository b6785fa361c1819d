-- CreateEnum
CREATE TYPE "FeedbackDirection" AS ENUM ('RECEIVED', 'GIVEN', 'SELF');

-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('PRAISE', 'SUGGESTION', 'CONCERN');

-- CreateEnum
CREATE TYPE "GoalKind" AS ENUM ('OBJECTIVE', 'KEY_RESULT', 'PROJECT', 'HABIT');

-- CreateEnum
CREATE TYPE "GoalStatus" AS ENUM ('PLANNED', 'ACTIVE', 'ACHIEVED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "GoalHealth" AS ENUM ('ON_TRACK', 'AT_RISK', 'OFF_TRACK');

-- CreateEnum
CREATE TYPE "MetricDirection" AS ENUM ('INCREASE', 'DECREASE');

-- CreateEnum
CREATE TYPE "RequirementKind" AS ENUM ('SKILL', 'EVIDENCE', 'ARTIFACT', 'INTERVIEW', 'STORY');

-- CreateEnum
CREATE TYPE "ArtifactKind" AS ENUM ('CV', 'PORTFOLIO', 'CERTIFICATE', 'OTHER');

-- CreateEnum
CREATE TYPE "InterviewKind" AS ENUM ('BEHAVIOURAL', 'TECHNICAL', 'SYSTEM_DESIGN', 'CASE', 'OTHER');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('BOOK', 'COURSE', 'ARTICLE', 'VIDEO', 'TALK', 'PERSON', 'PROJECT', 'OTHER');

-- CreateEnum
CREATE TYPE "LinkKind" AS ENUM ('EVIDENCE', 'SUPPORTS', 'CAME_FROM', 'ABOUT');

-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('CONFIRMED', 'TENTATIVE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AttendeeResponse" AS ENUM ('NEEDS_ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE');

-- CreateEnum
CREATE TYPE "MeetingItemKind" AS ENUM ('AGENDA', 'PREPARATION', 'DECISION');

-- CreateEnum
CREATE TYPE "Relation" AS ENUM ('MANAGER', 'REPORT', 'PEER', 'MENTOR', 'RECRUITER', 'OTHER');

-- CreateEnum
CREATE TYPE "AssessmentSource" AS ENUM ('SELF', 'PEER', 'MANAGER');

-- AlterTable
ALTER TABLE "EnergyEntry" ADD COLUMN     "meetingId" TEXT,
ADD COLUMN     "personId" TEXT;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "goalId" TEXT,
ADD COLUMN     "meetingId" TEXT;

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "direction" "FeedbackDirection" NOT NULL,
    "kind" "FeedbackKind" NOT NULL,
    "body" TEXT NOT NULL,
    "bodyFolded" TEXT COLLATE "C" NOT NULL,
    "context" TEXT NOT NULL DEFAULT '',
    "contextFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "occurredOn" TEXT NOT NULL,
    "acknowledgedAt" TIMESTAMP(3),
    "personId" TEXT,
    "meetingId" TEXT,
    "taskId" TEXT,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackSkill" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "feedbackId" TEXT NOT NULL,
    "skillId" TEXT NOT NULL,

    CONSTRAINT "FeedbackSkill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackGoal" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "feedbackId" TEXT NOT NULL,
    "goalId" TEXT NOT NULL,

    CONSTRAINT "FeedbackGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackLabel" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "feedbackId" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,

    CONSTRAINT "FeedbackLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Goal" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "kind" "GoalKind" NOT NULL,
    "status" "GoalStatus" NOT NULL DEFAULT 'ACTIVE',
    "health" "GoalHealth",
    "metricStart" DOUBLE PRECISION,
    "metricTarget" DOUBLE PRECISION,
    "metricCurrent" DOUBLE PRECISION,
    "metricUnit" TEXT,
    "metricDirection" "MetricDirection",
    "startsOn" TEXT,
    "dueOn" TEXT,
    "closedAt" TIMESTAMP(3),
    "parentId" TEXT,

    CONSTRAINT "Goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoalLabel" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "goalId" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,

    CONSTRAINT "GoalLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoalCheckIn" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "goalId" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "health" "GoalHealth" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "noteFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "checkedOn" TEXT NOT NULL,

    CONSTRAINT "GoalCheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "goalId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "dueOn" TEXT,
    "reachedAt" TIMESTAMP(3),
    "position" INTEGER NOT NULL,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleProfile" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "company" TEXT NOT NULL DEFAULT '',
    "companyFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "level" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "RoleProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleRequirement" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "roleProfileId" TEXT NOT NULL,
    "kind" "RequirementKind" NOT NULL,
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "weight" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "skillId" TEXT,
    "level" INTEGER,
    "count" INTEGER,
    "artifactKind" "ArtifactKind",
    "interviewKind" "InterviewKind",

    CONSTRAINT "RoleRequirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Artifact" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "kind" "ArtifactKind" NOT NULL,
    "url" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "madeOn" TEXT,
    "expiresOn" TEXT,

    CONSTRAINT "Artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "situation" TEXT NOT NULL DEFAULT '',
    "task" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StorySkill" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "storyId" TEXT NOT NULL,
    "skillId" TEXT NOT NULL,

    CONSTRAINT "StorySkill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PracticeInterview" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "kind" "InterviewKind" NOT NULL,
    "heldOn" TEXT NOT NULL,
    "score" INTEGER,
    "notes" TEXT NOT NULL DEFAULT '',
    "notesFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "roleProfileId" TEXT,

    CONSTRAINT "PracticeInterview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobApplication" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "company" TEXT NOT NULL,
    "companyFolded" TEXT COLLATE "C" NOT NULL,
    "stage" INTEGER NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "sourceFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "url" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "roleProfileId" TEXT,
    "nextTaskId" TEXT,

    CONSTRAINT "JobApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageChange" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "jobApplicationId" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StageChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationContact" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "jobApplicationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "ApplicationContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Learning" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "sourceKind" "SourceKind" NOT NULL DEFAULT 'OTHER',
    "sourceTitle" TEXT NOT NULL DEFAULT '',
    "sourceTitleFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "sourceUrl" TEXT,
    "learnedOn" TEXT NOT NULL,
    "confidence" INTEGER,
    "reviewOn" TEXT,
    "reviews" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Learning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LearningLabel" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "learningId" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,

    CONSTRAINT "LearningLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LearningSkill" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "learningId" TEXT NOT NULL,
    "skillId" TEXT NOT NULL,

    CONSTRAINT "LearningSkill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LearningGoal" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "learningId" TEXT NOT NULL,
    "goalId" TEXT NOT NULL,

    CONSTRAINT "LearningGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "kind" "LinkKind" NOT NULL,
    "fromType" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toType" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "noteFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSeries" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "rule" TEXT,
    "icsUid" TEXT,

    CONSTRAINT "MeetingSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "title" TEXT NOT NULL,
    "titleFolded" TEXT COLLATE "C" NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "startsOn" TEXT,
    "endsOn" TEXT,
    "timeZone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "placeFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "joinUrl" TEXT,
    "status" "MeetingStatus" NOT NULL DEFAULT 'CONFIRMED',
    "description" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "seriesId" TEXT,
    "organiserId" TEXT,
    "icsUid" TEXT,
    "icsRecurrenceId" TEXT,
    "icsSequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAttendee" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "meetingId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "response" "AttendeeResponse" NOT NULL DEFAULT 'NEEDS_ACTION',

    CONSTRAINT "MeetingAttendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingItem" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "meetingId" TEXT NOT NULL,
    "kind" "MeetingItemKind" NOT NULL,
    "text" TEXT NOT NULL,
    "textFolded" TEXT COLLATE "C" NOT NULL,
    "doneAt" TIMESTAMP(3),
    "carriedOver" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL,

    CONSTRAINT "MeetingItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingLabel" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "meetingId" TEXT NOT NULL,
    "labelId" TEXT NOT NULL,

    CONSTRAINT "MeetingLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "company" TEXT NOT NULL DEFAULT '',
    "companyFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "relation" "Relation" NOT NULL DEFAULT 'OTHER',
    "note" TEXT NOT NULL DEFAULT '',
    "noteFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonEmail" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "personId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailFolded" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PersonEmail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "number" SERIAL NOT NULL,
    "ownerId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "titleWords" TEXT NOT NULL,
    "textWords" TEXT NOT NULL,
    "at" TIMESTAMP(3),
    "trashed" BOOLEAN NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Framework" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "highestLevel" INTEGER NOT NULL DEFAULT 5,

    CONSTRAINT "Framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SkillCategory" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "frameworkId" TEXT NOT NULL,

    CONSTRAINT "SkillCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Skill" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "nameFolded" TEXT COLLATE "C" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "categoryId" TEXT NOT NULL,

    CONSTRAINT "Skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LevelDescriptor" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "skillId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "signals" JSONB NOT NULL,
    "examples" JSONB NOT NULL,

    CONSTRAINT "LevelDescriptor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "skillId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "source" "AssessmentSource" NOT NULL,
    "confidence" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "noteFolded" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "assessedOn" TEXT NOT NULL,
    "personId" TEXT,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SkillTarget" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "trashedAt" TIMESTAMP(3),
    "skillId" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "setOn" TEXT NOT NULL,
    "dueOn" TEXT,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SkillTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaskSkill" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "taskId" TEXT NOT NULL,
    "skillId" TEXT NOT NULL,

    CONSTRAINT "TaskSkill_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Feedback_ownerId_trashedAt_occurredOn_idx" ON "Feedback"("ownerId", "trashedAt", "occurredOn");

-- CreateIndex
CREATE INDEX "Feedback_personId_idx" ON "Feedback"("personId");

-- CreateIndex
CREATE INDEX "Feedback_meetingId_idx" ON "Feedback"("meetingId");

-- CreateIndex
CREATE INDEX "Feedback_taskId_idx" ON "Feedback"("taskId");

-- CreateIndex
CREATE INDEX "FeedbackSkill_skillId_idx" ON "FeedbackSkill"("skillId");

-- CreateIndex
CREATE INDEX "FeedbackSkill_ownerId_idx" ON "FeedbackSkill"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackSkill_feedbackId_skillId_key" ON "FeedbackSkill"("feedbackId", "skillId");

-- CreateIndex
CREATE INDEX "FeedbackGoal_goalId_idx" ON "FeedbackGoal"("goalId");

-- CreateIndex
CREATE INDEX "FeedbackGoal_ownerId_idx" ON "FeedbackGoal"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackGoal_feedbackId_goalId_key" ON "FeedbackGoal"("feedbackId", "goalId");

-- CreateIndex
CREATE INDEX "FeedbackLabel_labelId_idx" ON "FeedbackLabel"("labelId");

-- CreateIndex
CREATE INDEX "FeedbackLabel_ownerId_idx" ON "FeedbackLabel"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackLabel_feedbackId_labelId_key" ON "FeedbackLabel"("feedbackId", "labelId");

-- CreateIndex
CREATE INDEX "Goal_ownerId_trashedAt_dueOn_idx" ON "Goal"("ownerId", "trashedAt", "dueOn");

-- CreateIndex
CREATE INDEX "Goal_parentId_idx" ON "Goal"("parentId");

-- CreateIndex
CREATE INDEX "GoalLabel_labelId_idx" ON "GoalLabel"("labelId");

-- CreateIndex
CREATE INDEX "GoalLabel_ownerId_idx" ON "GoalLabel"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "GoalLabel_goalId_labelId_key" ON "GoalLabel"("goalId", "labelId");

-- CreateIndex
CREATE INDEX "GoalCheckIn_ownerId_trashedAt_checkedOn_idx" ON "GoalCheckIn"("ownerId", "trashedAt", "checkedOn");

-- CreateIndex
CREATE INDEX "GoalCheckIn_goalId_checkedOn_idx" ON "GoalCheckIn"("goalId", "checkedOn");

-- CreateIndex
CREATE INDEX "Milestone_ownerId_trashedAt_dueOn_idx" ON "Milestone"("ownerId", "trashedAt", "dueOn");

-- CreateIndex
CREATE INDEX "Milestone_goalId_position_idx" ON "Milestone"("goalId", "position");

-- CreateIndex
CREATE INDEX "RoleProfile_ownerId_trashedAt_titleFolded_idx" ON "RoleProfile"("ownerId", "trashedAt", "titleFolded");

-- CreateIndex
CREATE INDEX "RoleRequirement_ownerId_idx" ON "RoleRequirement"("ownerId");

-- CreateIndex
CREATE INDEX "RoleRequirement_roleProfileId_position_idx" ON "RoleRequirement"("roleProfileId", "position");

-- CreateIndex
CREATE INDEX "RoleRequirement_skillId_idx" ON "RoleRequirement"("skillId");

-- CreateIndex
CREATE INDEX "Artifact_ownerId_trashedAt_titleFolded_idx" ON "Artifact"("ownerId", "trashedAt", "titleFolded");

-- CreateIndex
CREATE INDEX "Story_ownerId_trashedAt_titleFolded_idx" ON "Story"("ownerId", "trashedAt", "titleFolded");

-- CreateIndex
CREATE INDEX "StorySkill_skillId_idx" ON "StorySkill"("skillId");

-- CreateIndex
CREATE INDEX "StorySkill_ownerId_idx" ON "StorySkill"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "StorySkill_storyId_skillId_key" ON "StorySkill"("storyId", "skillId");

-- CreateIndex
CREATE INDEX "PracticeInterview_ownerId_trashedAt_heldOn_idx" ON "PracticeInterview"("ownerId", "trashedAt", "heldOn");

-- CreateIndex
CREATE INDEX "PracticeInterview_roleProfileId_idx" ON "PracticeInterview"("roleProfileId");

-- CreateIndex
CREATE INDEX "JobApplication_ownerId_trashedAt_updatedAt_idx" ON "JobApplication"("ownerId", "trashedAt", "updatedAt");

-- CreateIndex
CREATE INDEX "JobApplication_roleProfileId_idx" ON "JobApplication"("roleProfileId");

-- CreateIndex
CREATE INDEX "JobApplication_nextTaskId_idx" ON "JobApplication"("nextTaskId");

-- CreateIndex
CREATE INDEX "StageChange_ownerId_enteredAt_idx" ON "StageChange"("ownerId", "enteredAt");

-- CreateIndex
CREATE INDEX "StageChange_jobApplicationId_enteredAt_idx" ON "StageChange"("jobApplicationId", "enteredAt");

-- CreateIndex
CREATE INDEX "ApplicationContact_personId_idx" ON "ApplicationContact"("personId");

-- CreateIndex
CREATE INDEX "ApplicationContact_ownerId_idx" ON "ApplicationContact"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "ApplicationContact_jobApplicationId_personId_key" ON "ApplicationContact"("jobApplicationId", "personId");

-- CreateIndex
CREATE INDEX "Learning_ownerId_trashedAt_learnedOn_idx" ON "Learning"("ownerId", "trashedAt", "learnedOn");

-- CreateIndex
CREATE INDEX "Learning_ownerId_reviewOn_idx" ON "Learning"("ownerId", "reviewOn");

-- CreateIndex
CREATE INDEX "LearningLabel_labelId_idx" ON "LearningLabel"("labelId");

-- CreateIndex
CREATE INDEX "LearningLabel_ownerId_idx" ON "LearningLabel"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "LearningLabel_learningId_labelId_key" ON "LearningLabel"("learningId", "labelId");

-- CreateIndex
CREATE INDEX "LearningSkill_skillId_idx" ON "LearningSkill"("skillId");

-- CreateIndex
CREATE INDEX "LearningSkill_ownerId_idx" ON "LearningSkill"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "LearningSkill_learningId_skillId_key" ON "LearningSkill"("learningId", "skillId");

-- CreateIndex
CREATE INDEX "LearningGoal_goalId_idx" ON "LearningGoal"("goalId");

-- CreateIndex
CREATE INDEX "LearningGoal_ownerId_idx" ON "LearningGoal"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "LearningGoal_learningId_goalId_key" ON "LearningGoal"("learningId", "goalId");

-- CreateIndex
CREATE INDEX "Link_ownerId_toId_idx" ON "Link"("ownerId", "toId");

-- CreateIndex
CREATE UNIQUE INDEX "Link_ownerId_fromId_toId_kind_key" ON "Link"("ownerId", "fromId", "toId", "kind");

-- CreateIndex
CREATE INDEX "MeetingSeries_ownerId_trashedAt_titleFolded_idx" ON "MeetingSeries"("ownerId", "trashedAt", "titleFolded");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeries_ownerId_icsUid_key" ON "MeetingSeries"("ownerId", "icsUid");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_trashedAt_startsAt_idx" ON "Meeting"("ownerId", "trashedAt", "startsAt");

-- CreateIndex
CREATE INDEX "Meeting_ownerId_endsAt_idx" ON "Meeting"("ownerId", "endsAt");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_startsAt_idx" ON "Meeting"("seriesId", "startsAt");

-- CreateIndex
CREATE INDEX "Meeting_organiserId_idx" ON "Meeting"("organiserId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_ownerId_icsUid_icsRecurrenceId_key" ON "Meeting"("ownerId", "icsUid", "icsRecurrenceId");

-- CreateIndex
CREATE INDEX "MeetingAttendee_personId_idx" ON "MeetingAttendee"("personId");

-- CreateIndex
CREATE INDEX "MeetingAttendee_ownerId_idx" ON "MeetingAttendee"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingAttendee_meetingId_personId_key" ON "MeetingAttendee"("meetingId", "personId");

-- CreateIndex
CREATE INDEX "MeetingItem_ownerId_trashedAt_idx" ON "MeetingItem"("ownerId", "trashedAt");

-- CreateIndex
CREATE INDEX "MeetingItem_meetingId_kind_position_idx" ON "MeetingItem"("meetingId", "kind", "position");

-- CreateIndex
CREATE INDEX "MeetingLabel_labelId_idx" ON "MeetingLabel"("labelId");

-- CreateIndex
CREATE INDEX "MeetingLabel_ownerId_idx" ON "MeetingLabel"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingLabel_meetingId_labelId_key" ON "MeetingLabel"("meetingId", "labelId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_accountId_idx" ON "CalendarFeed"("accountId");

-- CreateIndex
CREATE INDEX "Person_ownerId_trashedAt_nameFolded_idx" ON "Person"("ownerId", "trashedAt", "nameFolded");

-- CreateIndex
CREATE INDEX "PersonEmail_personId_idx" ON "PersonEmail"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonEmail_ownerId_emailFolded_key" ON "PersonEmail"("ownerId", "emailFolded");

-- CreateIndex
CREATE UNIQUE INDEX "SearchDocument_rowId_key" ON "SearchDocument"("rowId");

-- CreateIndex
CREATE INDEX "SearchDocument_ownerId_trashed_at_idx" ON "SearchDocument"("ownerId", "trashed", "at");

-- CreateIndex
CREATE INDEX "Framework_ownerId_trashedAt_nameFolded_idx" ON "Framework"("ownerId", "trashedAt", "nameFolded");

-- CreateIndex
CREATE INDEX "SkillCategory_ownerId_trashedAt_position_idx" ON "SkillCategory"("ownerId", "trashedAt", "position");

-- CreateIndex
CREATE INDEX "SkillCategory_frameworkId_position_idx" ON "SkillCategory"("frameworkId", "position");

-- CreateIndex
CREATE INDEX "Skill_ownerId_trashedAt_nameFolded_idx" ON "Skill"("ownerId", "trashedAt", "nameFolded");

-- CreateIndex
CREATE INDEX "Skill_categoryId_position_idx" ON "Skill"("categoryId", "position");

-- CreateIndex
CREATE INDEX "LevelDescriptor_ownerId_idx" ON "LevelDescriptor"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "LevelDescriptor_skillId_level_key" ON "LevelDescriptor"("skillId", "level");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_trashedAt_assessedOn_idx" ON "Assessment"("ownerId", "trashedAt", "assessedOn");

-- CreateIndex
CREATE INDEX "Assessment_skillId_assessedOn_idx" ON "Assessment"("skillId", "assessedOn");

-- CreateIndex
CREATE INDEX "Assessment_personId_idx" ON "Assessment"("personId");

-- CreateIndex
CREATE INDEX "SkillTarget_ownerId_trashedAt_setOn_idx" ON "SkillTarget"("ownerId", "trashedAt", "setOn");

-- CreateIndex
CREATE INDEX "SkillTarget_skillId_setOn_idx" ON "SkillTarget"("skillId", "setOn");

-- CreateIndex
CREATE INDEX "TaskSkill_skillId_idx" ON "TaskSkill"("skillId");

-- CreateIndex
CREATE INDEX "TaskSkill_ownerId_idx" ON "TaskSkill"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "TaskSkill_taskId_skillId_key" ON "TaskSkill"("taskId", "skillId");

-- CreateIndex
CREATE INDEX "EnergyEntry_meetingId_idx" ON "EnergyEntry"("meetingId");

-- CreateIndex
CREATE INDEX "EnergyEntry_personId_idx" ON "EnergyEntry"("personId");

-- CreateIndex
CREATE INDEX "Task_goalId_idx" ON "Task"("goalId");

-- CreateIndex
CREATE INDEX "Task_meetingId_idx" ON "Task"("meetingId");

-- AddForeignKey
ALTER TABLE "EnergyEntry" ADD CONSTRAINT "EnergyEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnergyEntry" ADD CONSTRAINT "EnergyEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackSkill" ADD CONSTRAINT "FeedbackSkill_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackSkill" ADD CONSTRAINT "FeedbackSkill_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackSkill" ADD CONSTRAINT "FeedbackSkill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackGoal" ADD CONSTRAINT "FeedbackGoal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackGoal" ADD CONSTRAINT "FeedbackGoal_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackGoal" ADD CONSTRAINT "FeedbackGoal_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackLabel" ADD CONSTRAINT "FeedbackLabel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackLabel" ADD CONSTRAINT "FeedbackLabel_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackLabel" ADD CONSTRAINT "FeedbackLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Goal" ADD CONSTRAINT "Goal_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalLabel" ADD CONSTRAINT "GoalLabel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalLabel" ADD CONSTRAINT "GoalLabel_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalLabel" ADD CONSTRAINT "GoalLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalCheckIn" ADD CONSTRAINT "GoalCheckIn_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoalCheckIn" ADD CONSTRAINT "GoalCheckIn_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleProfile" ADD CONSTRAINT "RoleProfile_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequirement" ADD CONSTRAINT "RoleRequirement_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequirement" ADD CONSTRAINT "RoleRequirement_roleProfileId_fkey" FOREIGN KEY ("roleProfileId") REFERENCES "RoleProfile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequirement" ADD CONSTRAINT "RoleRequirement_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Artifact" ADD CONSTRAINT "Artifact_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySkill" ADD CONSTRAINT "StorySkill_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySkill" ADD CONSTRAINT "StorySkill_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySkill" ADD CONSTRAINT "StorySkill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeInterview" ADD CONSTRAINT "PracticeInterview_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PracticeInterview" ADD CONSTRAINT "PracticeInterview_roleProfileId_fkey" FOREIGN KEY ("roleProfileId") REFERENCES "RoleProfile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobApplication" ADD CONSTRAINT "JobApplication_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobApplication" ADD CONSTRAINT "JobApplication_roleProfileId_fkey" FOREIGN KEY ("roleProfileId") REFERENCES "RoleProfile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobApplication" ADD CONSTRAINT "JobApplication_nextTaskId_fkey" FOREIGN KEY ("nextTaskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_jobApplicationId_fkey" FOREIGN KEY ("jobApplicationId") REFERENCES "JobApplication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationContact" ADD CONSTRAINT "ApplicationContact_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationContact" ADD CONSTRAINT "ApplicationContact_jobApplicationId_fkey" FOREIGN KEY ("jobApplicationId") REFERENCES "JobApplication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationContact" ADD CONSTRAINT "ApplicationContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Learning" ADD CONSTRAINT "Learning_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningLabel" ADD CONSTRAINT "LearningLabel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningLabel" ADD CONSTRAINT "LearningLabel_learningId_fkey" FOREIGN KEY ("learningId") REFERENCES "Learning"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningLabel" ADD CONSTRAINT "LearningLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningSkill" ADD CONSTRAINT "LearningSkill_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningSkill" ADD CONSTRAINT "LearningSkill_learningId_fkey" FOREIGN KEY ("learningId") REFERENCES "Learning"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningSkill" ADD CONSTRAINT "LearningSkill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningGoal" ADD CONSTRAINT "LearningGoal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningGoal" ADD CONSTRAINT "LearningGoal_learningId_fkey" FOREIGN KEY ("learningId") REFERENCES "Learning"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningGoal" ADD CONSTRAINT "LearningGoal_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeries" ADD CONSTRAINT "MeetingSeries_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "MeetingSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAttendee" ADD CONSTRAINT "MeetingAttendee_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingItem" ADD CONSTRAINT "MeetingItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingLabel" ADD CONSTRAINT "MeetingLabel_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingLabel" ADD CONSTRAINT "MeetingLabel_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingLabel" ADD CONSTRAINT "MeetingLabel_labelId_fkey" FOREIGN KEY ("labelId") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonEmail" ADD CONSTRAINT "PersonEmail_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonEmail" ADD CONSTRAINT "PersonEmail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Framework" ADD CONSTRAINT "Framework_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillCategory" ADD CONSTRAINT "SkillCategory_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillCategory" ADD CONSTRAINT "SkillCategory_frameworkId_fkey" FOREIGN KEY ("frameworkId") REFERENCES "Framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Skill" ADD CONSTRAINT "Skill_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "SkillCategory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelDescriptor" ADD CONSTRAINT "LevelDescriptor_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LevelDescriptor" ADD CONSTRAINT "LevelDescriptor_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillTarget" ADD CONSTRAINT "SkillTarget_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SkillTarget" ADD CONSTRAINT "SkillTarget_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSkill" ADD CONSTRAINT "TaskSkill_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSkill" ADD CONSTRAINT "TaskSkill_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskSkill" ADD CONSTRAINT "TaskSkill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "Skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- SearchIndex: the full-text index over SearchDocument
CREATE INDEX "SearchDocument_words_idx" ON "SearchDocument" USING GIN ((
    setweight(to_tsvector('simple'::regconfig, "titleWords"), 'A')
    || setweight(to_tsvector('simple'::regconfig, "textWords"), 'B')
));

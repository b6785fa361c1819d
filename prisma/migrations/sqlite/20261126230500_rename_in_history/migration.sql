-- The change log holds fields by their names, and enum values by theirs. Those of earlier changes get the names that the models
-- have now, so that history, undo and exports read all changes alike.
CREATE TEMP TABLE "Renamed" ("model" TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, PRIMARY KEY ("model", "from")) WITHOUT ROWID;
INSERT INTO "Renamed" ("model", "from", "to") VALUES
    ('Account', 'emailFolded', 'emailNormalized'),
    ('Artifact', 'note', 'notes'),
    ('Artifact', 'titleFolded', 'titleNormalized'),
    ('Assessment', 'note', 'notes'),
    ('Assessment', 'noteFolded', 'notesNormalized'),
    ('EnergyEntry', 'note', 'notes'),
    ('EnergyEntry', 'noteFolded', 'notesNormalized'),
    ('EngagementPulse', 'note', 'notes'),
    ('Feedback', 'bodyFolded', 'bodyNormalized'),
    ('Feedback', 'contextFolded', 'contextNormalized'),
    ('Framework', 'highestLevel', 'maxLevel'),
    ('Framework', 'nameFolded', 'nameNormalized'),
    ('Goal', 'why', 'description'),
    ('Goal', 'titleFolded', 'titleNormalized'),
    ('GoalCheckIn', 'note', 'notes'),
    ('GoalCheckIn', 'noteFolded', 'notesNormalized'),
    ('JobApplication', 'titleFolded', 'titleNormalized'),
    ('JobApplication', 'companyFolded', 'companyNormalized'),
    ('JobApplication', 'sourceFolded', 'sourceNormalized'),
    ('Label', 'colour', 'color'),
    ('Label', 'nameFolded', 'nameNormalized'),
    ('Learning', 'body', 'notes'),
    ('Learning', 'reviews', 'reviewCount'),
    ('Learning', 'titleFolded', 'titleNormalized'),
    ('Learning', 'sourceTitleFolded', 'sourceTitleNormalized'),
    ('Link', 'note', 'notes'),
    ('Link', 'noteFolded', 'notesNormalized'),
    ('Meeting', 'organiserId', 'organizerId'),
    ('Meeting', 'titleFolded', 'titleNormalized'),
    ('Meeting', 'placeFolded', 'placeNormalized'),
    ('MeetingItem', 'text', 'title'),
    ('MeetingItem', 'textFolded', 'titleNormalized'),
    ('MeetingItem', 'carriedOver', 'carryOverCount'),
    ('MeetingSeries', 'titleFolded', 'titleNormalized'),
    ('Milestone', 'titleFolded', 'titleNormalized'),
    ('Person', 'relation', 'relationship'),
    ('Person', 'note', 'notes'),
    ('Person', 'nameFolded', 'nameNormalized'),
    ('Person', 'companyFolded', 'companyNormalized'),
    ('Person', 'noteFolded', 'notesNormalized'),
    ('PersonEmail', 'emailFolded', 'emailNormalized'),
    ('PracticeInterview', 'notesFolded', 'notesNormalized'),
    ('RoleProfile', 'titleFolded', 'titleNormalized'),
    ('RoleProfile', 'companyFolded', 'companyNormalized'),
    ('RoleRequirement', 'count', 'requiredCount'),
    ('RoleRequirement', 'titleFolded', 'titleNormalized'),
    ('Skill', 'nameFolded', 'nameNormalized'),
    ('SkillCategory', 'nameFolded', 'nameNormalized'),
    ('SkillTarget', 'note', 'notes'),
    ('Story', 'titleFolded', 'titleNormalized'),
    ('Task', 'deadline', 'dueOn'),
    ('Task', 'carriedOver', 'carryOverCount'),
    ('Task', 'titleFolded', 'titleNormalized');

UPDATE "Change" SET
    "before" = CASE WHEN "before" IS NOT NULL THEN (
        SELECT json_group_object(coalesce(r."to", f."key"), "Change"."before" -> f."fullkey")
        FROM json_each("Change"."before") f
        LEFT JOIN "Renamed" r ON r."model" = "Change"."model" AND r."from" = f."key"
    ) END,
    "after" = CASE WHEN "after" IS NOT NULL THEN (
        SELECT json_group_object(coalesce(r."to", f."key"), "Change"."after" -> f."fullkey")
        FROM json_each("Change"."after") f
        LEFT JOIN "Renamed" r ON r."model" = "Change"."model" AND r."from" = f."key"
    ) END
WHERE "model" IN (SELECT "model" FROM "Renamed");

DROP TABLE "Renamed";

UPDATE "Change" SET "before" = json_set("before", '$.kind', 'BEHAVIORAL')
WHERE "model" = 'PracticeInterview' AND "before" ->> '$.kind' = 'BEHAVIOURAL';
UPDATE "Change" SET "after" = json_set("after", '$.kind', 'BEHAVIORAL')
WHERE "model" = 'PracticeInterview' AND "after" ->> '$.kind' = 'BEHAVIOURAL';
UPDATE "Change" SET "before" = json_set("before", '$.interviewKind', 'BEHAVIORAL')
WHERE "model" = 'RoleRequirement' AND "before" ->> '$.interviewKind' = 'BEHAVIOURAL';
UPDATE "Change" SET "after" = json_set("after", '$.interviewKind', 'BEHAVIORAL')
WHERE "model" = 'RoleRequirement' AND "after" ->> '$.interviewKind' = 'BEHAVIOURAL';

-- Jobs that were enqueued under an earlier name of their kind.
UPDATE "Job" SET "kind" = 'pruneIdempotencyKeys', "key" = replace("key", 'forgetKeys@', 'pruneIdempotencyKeys@') WHERE "kind" = 'forgetKeys';

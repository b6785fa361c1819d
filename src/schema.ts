import type { GraphQLSchema } from 'graphql';
import { documents } from './documents.ts';
import { defineAccessTokens } from './domains/access-tokens/access-tokens.schema.ts';
import { defineAccounts } from './domains/accounts/accounts.schema.ts';
import { defineArtifacts } from './domains/artifacts/artifacts.schema.ts';
import { defineBatch } from './domains/batch/batch.schema.ts';
import { defineCalendarFeeds } from './domains/calendar-feeds/calendar-feeds.schema.ts';
import { defineChanges } from './domains/changes/changes.schema.ts';
import { defineDailyFocus } from './domains/daily-focus/daily-focus.schema.ts';
import { defineDays } from './domains/days/days.schema.ts';
import { defineEnergy } from './domains/energy/energy.schema.ts';
import { defineEngagement } from './domains/engagement/engagement.schema.ts';
import { defineFeedback } from './domains/feedback/feedback.schema.ts';
import { defineFrameworks } from './domains/frameworks/frameworks.schema.ts';
import { defineGoalCheckIns } from './domains/goal-check-ins/goal-check-ins.schema.ts';
import { defineGoals } from './domains/goals/goals.schema.ts';
import { defineJobApplications } from './domains/job-applications/job-applications.schema.ts';
import { defineLabels } from './domains/labels/labels.schema.ts';
import { defineLearnings } from './domains/learnings/learnings.schema.ts';
import { defineLinks } from './domains/links/links.schema.ts';
import { defineMeetingImport } from './domains/meeting-import/meeting-import.schema.ts';
import { defineMeetingItems } from './domains/meeting-items/meeting-items.schema.ts';
import { defineMeetingSeries } from './domains/meeting-series/meeting-series.schema.ts';
import { defineMeetings } from './domains/meetings/meetings.schema.ts';
import { defineMilestones } from './domains/milestones/milestones.schema.ts';
import { definePeople } from './domains/people/people.schema.ts';
import { definePracticeInterviews } from './domains/practice-interviews/practice-interviews.schema.ts';
import { defineReadiness } from './domains/readiness/readiness.schema.ts';
import { defineRoleProfiles } from './domains/role-profiles/role-profiles.schema.ts';
import { defineSearch } from './domains/search/search.schema.ts';
import { defineSessions } from './domains/sessions/sessions.schema.ts';
import { defineSkillAssessments } from './domains/skill-assessments/skill-assessments.schema.ts';
import { defineSkillMatrix } from './domains/skill-matrix/skill-matrix.schema.ts';
import { defineSkills } from './domains/skills/skills.schema.ts';
import { defineStories } from './domains/stories/stories.schema.ts';
import { defineTaskReview } from './domains/task-review/task-review.schema.ts';
import { defineTasks } from './domains/tasks/tasks.schema.ts';
import { defineTrash } from './domains/trash/trash.schema.ts';
import { defineUndo } from './domains/undo/undo.schema.ts';
import { createBuilder } from './graphql/builder.ts';
import { createShared } from './graphql/shared.ts';

/** What each domain adds to the schema. */
const domains = [
  defineAccounts,
  defineSessions,
  defineAccessTokens,
  defineLabels,
  definePeople,
  defineFrameworks,
  defineSkills,
  defineSkillAssessments,
  defineSkillMatrix,
  defineGoals,
  defineGoalCheckIns,
  defineMilestones,
  defineLearnings,
  defineMeetingSeries,
  defineMeetings,
  defineMeetingItems,
  defineMeetingImport,
  defineCalendarFeeds,
  defineTasks,
  defineTaskReview,
  defineDailyFocus,
  defineDays,
  defineEnergy,
  defineEngagement,
  defineArtifacts,
  defineStories,
  definePracticeInterviews,
  defineRoleProfiles,
  defineFeedback,
  defineReadiness,
  defineJobApplications,
  defineSearch,
  defineChanges,
  defineUndo,
  defineTrash,
  // Last but one, because it adds to the rows of all others.
  defineLinks,
  // Last, because it is made of the mutations of all others.
  defineBatch,
];

/**
 * The whole schema.
 * @param onUnusedQuery what to do when a resolver drops Prisma's selection; tests make it an error
 */
export function createSchema(onUnusedQuery: 'error' | null = null): GraphQLSchema {
  const builder = createBuilder(onUnusedQuery);
  const shared = createShared(builder, documents);
  for (const define of domains) define(builder, shared);
  return builder.toSchema({ sortSchema: true });
}

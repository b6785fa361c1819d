import type { GraphQLSchema } from 'graphql';
import { documents } from './documents.ts';
import { defineAccessTokens } from './domains/accounts/access-tokens/access-tokens.schema.ts';
import { defineAccounts } from './domains/accounts/accounts/accounts.schema.ts';
import { defineSessions } from './domains/accounts/sessions/sessions.schema.ts';
import { defineLabels } from './domains/across/labels/labels.schema.ts';
import { defineLinks } from './domains/across/links/links.schema.ts';
import { defineSearch } from './domains/across/search/search.schema.ts';
import { defineTrash } from './domains/across/trash/trash.schema.ts';
import { defineEnergy } from './domains/energy/energy/energy.schema.ts';
import { defineEngagement } from './domains/energy/engagement/engagement.schema.ts';
import { defineFeedback } from './domains/feedback/feedback/feedback.schema.ts';
import { defineGoalCheckIns } from './domains/goals/check-ins/check-ins.schema.ts';
import { defineGoals } from './domains/goals/goals/goals.schema.ts';
import { defineMilestones } from './domains/goals/milestones/milestones.schema.ts';
import { defineArtifacts } from './domains/hiring/artifacts/artifacts.schema.ts';
import { defineJobApplications } from './domains/hiring/job-applications/job-applications.schema.ts';
import { definePracticeInterviews } from './domains/hiring/practice-interviews/practice-interviews.schema.ts';
import { defineReadiness } from './domains/hiring/readiness/readiness.schema.ts';
import { defineRoleProfiles } from './domains/hiring/role-profiles/role-profiles.schema.ts';
import { defineStories } from './domains/hiring/stories/stories.schema.ts';
import { defineBatch } from './domains/history/batch/batch.schema.ts';
import { defineChanges } from './domains/history/changes/changes.schema.ts';
import { defineUndo } from './domains/history/undo/undo.schema.ts';
import { defineLearnings } from './domains/learnings/learnings/learnings.schema.ts';
import { defineCalendarFeeds } from './domains/meetings/calendar-feeds/calendar-feeds.schema.ts';
import { defineMeetingImport } from './domains/meetings/import/import.schema.ts';
import { defineMeetingItems } from './domains/meetings/items/items.schema.ts';
import { defineMeetings } from './domains/meetings/meetings/meetings.schema.ts';
import { defineMeetingSeries } from './domains/meetings/series/series.schema.ts';
import { definePeople } from './domains/people/people/people.schema.ts';
import { defineSkillAssessments } from './domains/skills/assessments/assessments.schema.ts';
import { defineFrameworks } from './domains/skills/frameworks/frameworks.schema.ts';
import { defineSkillMatrix } from './domains/skills/skill-matrix/skill-matrix.schema.ts';
import { defineSkills } from './domains/skills/skills/skills.schema.ts';
import { defineDailyFocus } from './domains/tasks/daily-focus/daily-focus.schema.ts';
import { defineDays } from './domains/tasks/days/days.schema.ts';
import { defineTaskReview } from './domains/tasks/task-review/task-review.schema.ts';
import { defineTasks } from './domains/tasks/tasks/tasks.schema.ts';
import { defineWebhookDeliveries } from './domains/webhooks/deliveries/deliveries.schema.ts';
import { defineWebhooks } from './domains/webhooks/webhooks/webhooks.schema.ts';
import { createBuilder } from './graphql/builder.ts';
import { limitResponseSize } from './graphql/limits/response-size.ts';
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
  defineWebhooks,
  defineWebhookDeliveries,
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
  return limitResponseSize(builder.toSchema({ sortSchema: true }));
}

import type { GraphQLSchema } from 'graphql';
import { defineAccessTokens } from './domains/access-tokens/access-tokens.schema.ts';
import { defineAccounts } from './domains/accounts/accounts.schema.ts';
import { defineDailyFocus } from './domains/daily-focus/daily-focus.schema.ts';
import { defineEnergy } from './domains/energy/energy.schema.ts';
import { defineEngagement } from './domains/engagement/engagement.schema.ts';
import { defineFrameworks } from './domains/frameworks/frameworks.schema.ts';
import { defineGoalCheckIns } from './domains/goal-check-ins/goal-check-ins.schema.ts';
import { defineGoals } from './domains/goals/goals.schema.ts';
import { defineLabels } from './domains/labels/labels.schema.ts';
import { defineLinks } from './domains/links/links.schema.ts';
import { defineMeetings } from './domains/meetings/meetings.schema.ts';
import { defineMilestones } from './domains/milestones/milestones.schema.ts';
import { definePeople } from './domains/people/people.schema.ts';
import { defineSessions } from './domains/sessions/sessions.schema.ts';
import { defineSkillAssessments } from './domains/skill-assessments/skill-assessments.schema.ts';
import { defineSkillMatrix } from './domains/skill-matrix/skill-matrix.schema.ts';
import { defineSkills } from './domains/skills/skills.schema.ts';
import { defineTaskStats } from './domains/task-stats/task-stats.schema.ts';
import { defineTasks } from './domains/tasks/tasks.schema.ts';
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
  defineMeetings,
  defineTasks,
  defineTaskStats,
  defineDailyFocus,
  defineEnergy,
  defineEngagement,
  // Last, because it adds to the rows of all others.
  defineLinks,
];

/**
 * The whole schema.
 * @param onUnusedQuery what to do when a resolver drops Prisma's selection; tests make it an error
 */
export function createSchema(onUnusedQuery: 'error' | null = null): GraphQLSchema {
  const builder = createBuilder(onUnusedQuery);
  const shared = createShared(builder);
  for (const define of domains) define(builder, shared);
  return builder.toSchema({ sortSchema: true });
}

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { learningFilter, learningOrder } from './learnings.rules.ts';

/** A viewer sees the learnings they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.LearningWhereInput;
}

/** How learnings are listed: the latest first, unless asked otherwise. */
export const learningList: ListSpec<'learning'> = {
  model: 'learning',
  visibleTo,
  filter: learningFilter,
  order: learningOrder,
  defaultOrder: [
    { field: 'LEARNED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** How those to look at again are listed: what has been due the longest first, unless asked otherwise. */
export const dueReviewList: ListSpec<'learning'> = { ...learningList, defaultOrder: [{ field: 'REVIEW_ON' }] };

/** What learnings can be counted by. */
export const learningStats: StatsSpec<'learning'> = {
  list: learningList,
  rows: 'learnings',
  times: {
    LEARNED_ON: { column: 'learnedOn', description: 'The day they were learned.' },
    REVIEW_ON: { column: 'reviewOn', description: 'The day they are due to be looked at again.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    SOURCE_KIND: { value: 'sourceKind', description: 'By what they were learned from.' },
    LABEL: { rows: 'learningLabels', type: 'Label', description: 'By label.' },
    SKILL: { rows: 'learningSkills', type: 'Skill', description: 'By the skill they support.' },
    GOAL: { rows: 'learningGoals', type: 'Goal', description: 'By the goal they support.' },
  },
  measures: {
    confidence: 'How well they sit, from 1 to 5.',
    reviewCount: 'How often they were looked at again.',
  },
};

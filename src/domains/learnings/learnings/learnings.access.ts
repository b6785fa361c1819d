import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { learningFilter, learningOrder } from './learnings.rules.ts';

/** How learnings are listed. */
export const learningList: ListSpec<'learning'> = {
  model: 'learning',
  visibleTo: ownedBy,
  filter: learningFilter,
  order: learningOrder,
  defaultOrder: [
    { field: 'LEARNED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** How learnings that are due for review are listed. */
export const dueReviewList: ListSpec<'learning'> = { ...learningList, defaultOrder: [{ field: 'REVIEW_ON' }] };

/** The statistics of learnings. */
export const learningStats: StatsSpec<'learning'> = {
  list: learningList,
  plural: 'learnings',
  times: {
    LEARNED_ON: { column: 'learnedOn', description: 'The day you learned it.' },
    REVIEW_ON: { column: 'reviewOn', description: 'The day from which the next review is due.' },
    CREATED_AT: { column: 'createdAt', description: 'When the learning was created.' },
  },
  groups: {
    SOURCE_KIND: { value: 'sourceKind', description: 'The kind of source.' },
    LABEL: { joins: 'learningLabels', type: 'Label', description: 'The labels.' },
    SKILL: { joins: 'learningSkills', type: 'Skill', description: 'The skills that the learning supports.' },
    GOAL: { joins: 'learningGoals', type: 'Goal', description: 'The goals that the learning supports.' },
  },
  measures: {
    confidence: 'How well you know them, from 1 (heard of it) to 5 (could teach it).',
    reviewCount: 'The numbers of days with a review.',
  },
};

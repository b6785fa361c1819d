import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { assessmentFilter, assessmentOrder, targetFilter, targetOrder } from './assessments.rules.ts';

/** A viewer sees the assessments and targets they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId };
}

/** How assessments are listed: the latest first, unless asked otherwise. */
export const assessmentList: ListSpec<'assessment'> = {
  model: 'assessment',
  visibleTo,
  filter: assessmentFilter,
  order: assessmentOrder,
  defaultOrder: [
    { field: 'ASSESSED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** How targets are listed: the latest first, unless asked otherwise. */
export const targetList: ListSpec<'skillTarget'> = {
  model: 'skillTarget',
  visibleTo,
  filter: targetFilter,
  order: targetOrder,
  defaultOrder: [
    { field: 'SET_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** What assessments can be counted by. */
export const assessmentStats: StatsSpec<'assessment'> = {
  list: assessmentList,
  rows: 'assessments',
  times: {
    ASSESSED_ON: { column: 'assessedOn', description: 'The day they were judged.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    SOURCE: { value: 'source', description: 'By whose judgement they are.' },
    SKILL: { row: 'skillId', type: 'Skill', description: 'By skill.' },
    PERSON: { row: 'personId', type: 'Person', description: 'By the person who judged.' },
  },
  measures: {
    level: 'Their levels.',
    confidence: 'How sure they are, from 1 (a guess) to 5 (certain).',
  },
};

import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { assessmentFilter, assessmentOrder, targetFilter, targetOrder } from './assessments.rules.ts';

/** How assessments are listed. */
export const assessmentList: ListSpec<'assessment'> = {
  model: 'assessment',
  visibleTo: ownedBy,
  filter: assessmentFilter,
  order: assessmentOrder,
  defaultOrder: [
    { field: 'ASSESSED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** How targets are listed. */
export const targetList: ListSpec<'skillTarget'> = {
  model: 'skillTarget',
  visibleTo: ownedBy,
  filter: targetFilter,
  order: targetOrder,
  defaultOrder: [
    { field: 'SET_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** The statistics of assessments. */
export const assessmentStats: StatsSpec<'assessment'> = {
  list: assessmentList,
  plural: 'assessments',
  times: {
    ASSESSED_ON: { column: 'assessedOn', description: 'The day of the assessment.' },
    CREATED_AT: { column: 'createdAt', description: 'When the assessment was created.' },
  },
  groups: {
    SOURCE: { value: 'source', description: 'Whose assessment it is.' },
    SKILL: { row: 'skillId', type: 'Skill', description: 'The skill.' },
    CATEGORY: {
      ...{ through: 'skill', row: 'categoryId', type: 'SkillCategory' },
      description: 'The category of the skill.',
    },
    PERSON: { row: 'personId', type: 'Person', description: 'The person who assessed.' },
  },
  measures: {
    level: 'The levels.',
    confidence: 'The confidence in the assessments, from 1 (a guess) to 5 (certain).',
  },
};

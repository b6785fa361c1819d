import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { practiceInterviewFilter, practiceInterviewOrder } from './practice-interviews.rules.ts';

/** How practice interviews are listed. Default order: the latest day first. */
export const practiceInterviewList: ListSpec<'practiceInterview'> = {
  model: 'practiceInterview',
  visibleTo: ownedBy,
  filter: practiceInterviewFilter,
  order: practiceInterviewOrder,
  defaultOrder: [{ field: 'HELD_ON', direction: 'DESC' }],
};

/** The statistics of practice interviews. */
export const practiceInterviewStats: StatsSpec<'practiceInterview'> = {
  list: practiceInterviewList,
  plural: 'practice interviews',
  times: {
    HELD_ON: { column: 'heldOn', description: 'The day the interview was held.' },
    CREATED_AT: { column: 'createdAt', description: 'When the interview was created.' },
  },
  groups: {
    KIND: { value: 'kind', description: 'The kind.' },
    ROLE_PROFILE: { row: 'roleProfileId', type: 'RoleProfile', description: 'The role.' },
  },
  measures: {
    score: 'The score, from 1 (poor) to 5 (excellent).',
  },
};

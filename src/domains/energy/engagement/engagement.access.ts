import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { engagementFilter, engagementOrder } from './engagement.rules.ts';

/** How engagement pulses are listed. */
export const engagementList: ListSpec<'engagementPulse'> = {
  model: 'engagementPulse',
  visibleTo: ownedBy,
  filter: engagementFilter,
  order: engagementOrder,
  defaultOrder: [{ field: 'WEEK', direction: 'DESC' }],
};

/** The statistics of engagement pulses. */
export const engagementPulseStats: StatsSpec<'engagementPulse'> = {
  list: engagementList,
  plural: 'engagement pulses',
  times: {
    WEEK: { column: 'week', description: 'The first day of the week.' },
    CREATED_AT: { column: 'createdAt', description: 'When the pulse was recorded first.' },
  },
  groups: { SCORE: { value: 'score', description: 'The score.' } },
  measures: { score: 'The scores, from 1 (indifferent) to 5 (eager).' },
};

import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { goalCheckInFilter, goalCheckInOrder } from './check-ins.rules.ts';

/** How check-ins are listed. */
export const goalCheckInList: ListSpec<'goalCheckIn'> = {
  model: 'goalCheckIn',
  visibleTo: ownedBy,
  filter: goalCheckInFilter,
  order: goalCheckInOrder,
  defaultOrder: [
    { field: 'CHECKED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** The statistics of check-ins. */
export const goalCheckInStats: StatsSpec<'goalCheckIn'> = {
  list: goalCheckInList,
  plural: 'check-ins',
  times: {
    CHECKED_ON: { column: 'checkedOn', description: 'The day of the check-in.' },
    CREATED_AT: { column: 'createdAt', description: 'When the check-in was created.' },
  },
  groups: {
    GOAL: { row: 'goalId', type: 'Goal', description: 'The goal.' },
    HEALTH: { value: 'health', description: 'The health of the goal.' },
  },
  measures: { value: 'The values, in the units of the goals: group by goal, or filter by one.' },
};

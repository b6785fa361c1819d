import type { ListSpec } from '../../../platform/queries/lists.ts';
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

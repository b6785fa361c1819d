import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { meetingItemFilter, meetingItemOrder } from './items.rules.ts';

/** How meeting items are listed across meetings. */
export const meetingItemList: ListSpec<'meetingItem'> = {
  model: 'meetingItem',
  visibleTo: ownedBy,
  filter: meetingItemFilter,
  order: meetingItemOrder,
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

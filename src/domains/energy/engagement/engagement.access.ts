import type { ListSpec } from '../../../platform/queries/lists.ts';
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

import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { feedbackRequestFilter, feedbackRequestOrder } from './requests.rules.ts';

/** How requests for feedback are listed. Default order: the newest first. */
export const feedbackRequestList: ListSpec<'feedbackRequest'> = {
  model: 'feedbackRequest',
  visibleTo: ownedBy,
  filter: feedbackRequestFilter,
  order: feedbackRequestOrder,
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

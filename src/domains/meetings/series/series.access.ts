import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { meetingSeriesFilter, meetingSeriesOrder } from './series.rules.ts';

/** How meeting series are listed. */
export const meetingSeriesList: ListSpec<'meetingSeries'> = {
  model: 'meetingSeries',
  visibleTo: ownedBy,
  filter: meetingSeriesFilter,
  order: meetingSeriesOrder,
  defaultOrder: [{ field: 'TITLE' }],
};

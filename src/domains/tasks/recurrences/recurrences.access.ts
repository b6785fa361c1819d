import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { recurrenceFilter, recurrenceOrder } from './recurrences.rules.ts';

/** How recurrences are listed, by default the latest first. */
export const recurrenceList: ListSpec<'recurrence'> = {
  model: 'recurrence',
  visibleTo: ownedBy,
  filter: recurrenceFilter,
  order: recurrenceOrder,
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';
import { syncConflictFilter, syncConflictOrder } from './sync-conflicts.rules.ts';

/** How conflicts are listed, by default the latest first. */
export const syncConflictList: ListSpec<'syncConflict'> = {
  model: 'syncConflict',
  visibleTo: ofAccount,
  filter: syncConflictFilter,
  order: syncConflictOrder,
  defaultOrder: [{ field: 'DETECTED_AT', direction: 'DESC' }],
};

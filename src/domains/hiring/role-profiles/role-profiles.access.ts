import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { roleProfileFilter, roleProfileOrder } from './role-profiles.rules.ts';

/** How role profiles are listed. Default order: by title. */
export const roleProfileList: ListSpec<'roleProfile'> = {
  model: 'roleProfile',
  visibleTo: ownedBy,
  filter: roleProfileFilter,
  order: roleProfileOrder,
  defaultOrder: [{ field: 'TITLE' }],
};

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { roleProfileFilter, roleProfileOrder } from './role-profiles.rules.ts';

/** A viewer sees the roles they own, and what these ask. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.RoleProfileWhereInput & Prisma.RoleRequirementWhereInput;
}

/** How roles are listed: by title, unless asked otherwise. */
export const roleProfileList: ListSpec<'roleProfile'> = {
  model: 'roleProfile',
  visibleTo,
  filter: roleProfileFilter,
  order: roleProfileOrder,
  defaultOrder: [{ field: 'TITLE' }],
};

import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { energyFilter, energyOrder } from './energy.rules.ts';

/** A viewer sees the entries they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.EnergyEntryWhereInput;
}

/** How entries are listed: the latest first, unless asked otherwise. */
export const energyList: ListSpec<'energyEntry'> = {
  model: 'energyEntry',
  visibleTo,
  filter: energyFilter,
  order: energyOrder,
  usual: [{ field: 'AT', direction: 'DESC' }],
};

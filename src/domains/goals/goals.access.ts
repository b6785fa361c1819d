import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { goalFilter, goalOrder } from './goals.rules.ts';

/** A viewer sees the goals they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.GoalWhereInput;
}

/** How goals are listed: what is due first comes first, unless asked otherwise. */
export const goalList: ListSpec<'goal'> = {
  model: 'goal',
  visibleTo,
  filter: goalFilter,
  order: goalOrder,
  usual: [{ field: 'DUE_ON' }],
};

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { milestoneFilter, milestoneOrder } from './milestones.rules.ts';

/** A viewer sees the milestones they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.MilestoneWhereInput;
}

/** How milestones of all goals are listed: what is due first comes first, unless asked otherwise. */
export const milestoneList: ListSpec<'milestone'> = {
  model: 'milestone',
  visibleTo,
  filter: milestoneFilter,
  order: milestoneOrder,
  defaultOrder: [{ field: 'DUE_ON' }],
};

/** How those of one goal are listed: in their own order, unless asked otherwise. */
export const milestonesOfGoal: ListSpec<'milestone'> = { ...milestoneList, defaultOrder: [{ field: 'POSITION' }] };

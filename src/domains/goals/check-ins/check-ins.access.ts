import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { goalCheckInFilter, goalCheckInOrder } from './check-ins.rules.ts';

/** A viewer sees the check-ins they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.GoalCheckInWhereInput;
}

/** How check-ins are listed: the latest first, unless asked otherwise. */
export const goalCheckInList: ListSpec<'goalCheckIn'> = {
  model: 'goalCheckIn',
  visibleTo,
  filter: goalCheckInFilter,
  order: goalCheckInOrder,
  defaultOrder: [
    { field: 'CHECKED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

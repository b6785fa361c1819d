import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { engagementFilter, engagementOrder } from './engagement.rules.ts';

/** A viewer sees the pulses they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.EngagementPulseWhereInput;
}

/** How pulses are listed: the latest week first, unless asked otherwise. */
export const engagementList: ListSpec<'engagementPulse'> = {
  model: 'engagementPulse',
  visibleTo,
  filter: engagementFilter,
  order: engagementOrder,
  defaultOrder: [{ field: 'WEEK', direction: 'DESC' }],
};

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { securityEventFilter, securityEventOrder } from './security-events.rules.ts';

/** A viewer sees what happened to their own account. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.SecurityEventWhereInput;
}

/** How security events are listed. */
export const securityEventList: ListSpec<'securityEvent'> = {
  model: 'securityEvent',
  visibleTo,
  filter: securityEventFilter,
  order: securityEventOrder,
  defaultOrder: [{ field: 'AT', direction: 'DESC' }],
};

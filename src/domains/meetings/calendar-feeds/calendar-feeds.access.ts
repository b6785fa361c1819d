import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** The condition for a viewer's own calendar feeds. They belong to an account, but are no part of its data. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.CalendarFeedWhereInput;
}

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own change sets. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.ChangeSetWhereInput;
}

/** And their changes. */
export function changesVisibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.ChangeWhereInput;
}

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own operations. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.OperationWhereInput;
}

/** And their changes. */
export function changesVisibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.ChangeWhereInput;
}

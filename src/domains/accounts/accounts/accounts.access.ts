import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own account only. */
export function visibleTo(viewer: Viewer) {
  return { AND: [{ id: viewer.accountId }] } satisfies Prisma.AccountWhereInput;
}

import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own access tokens. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.AccessTokenWhereInput;
}

/** The condition for access tokens that are valid at a time. */
export function tokenValidAt(now: Date) {
  return {
    revokedAt: null,
    OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  } satisfies Prisma.AccessTokenWhereInput;
}

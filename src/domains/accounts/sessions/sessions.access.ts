import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';

/** A viewer sees their own sessions. */
export function visibleTo(viewer: Viewer) {
  return { accountId: viewer.accountId } satisfies Prisma.SessionWhereInput;
}

/** The condition for sessions that are valid at a time. */
export function sessionValidAt(now: Date) {
  return { revokedAt: null, expiresAt: { gt: now } } satisfies Prisma.SessionWhereInput;
}

import type { Prisma } from '../../../generated/sqlite/client.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own sessions. */
export const visibleTo = ofAccount;

/** The condition for sessions that are valid at a time. */
export function sessionValidAt(now: Date) {
  return { revokedAt: null, expiresAt: { gt: now } } satisfies Prisma.SessionWhereInput;
}

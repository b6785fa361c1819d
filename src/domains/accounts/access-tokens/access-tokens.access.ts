import type { Prisma } from '../../../generated/sqlite/client.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';

/** A viewer sees their own access tokens. */
export const visibleTo = ofAccount;

/** The condition for access tokens that are valid at a time. */
export function tokenValidAt(now: Date) {
  return {
    revokedAt: null,
    OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  } satisfies Prisma.AccessTokenWhereInput;
}

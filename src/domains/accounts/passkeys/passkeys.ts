import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { definePasskeys } from './passkeys.schema.ts';

const hour = 60 * 60 * 1000;

/** Passkeys: WebAuthn credentials that sign in to an account. */
export const passkeys: Domain = {
  schema: definePasskeys,
  recurring: [
    retentionJob('deleteExpiredChallenges', hour, [
      { model: 'usedChallenge', expired: ({ calendar: { now } }) => ({ expiresAt: { lt: now } }) },
    ]),
  ],
};

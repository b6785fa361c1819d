import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineRecovery } from './recovery.schema.ts';
import { mailResetCode } from './recovery.service.ts';

const day = 24 * 60 * 60 * 1000;

/** Recovery: how to get back into an account whose password is lost. */
export const recovery: Domain = {
  schema: defineRecovery,
  jobs: { mailResetCode },
  recurring: [
    retentionJob('deleteExpiredRecoveryCodes', day, [
      { model: 'recoveryCode', expired: ({ calendar: { now } }) => ({ expiresAt: { lt: now } }) },
    ]),
  ],
};

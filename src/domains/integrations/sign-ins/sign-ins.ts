import type { Domain } from '../../../domain.ts';
import { daysBefore, type Retention, retentionJob } from '../../../platform/jobs/retention.ts';
import { keptDays } from './sign-ins.rules.ts';
import { defineIntegrationSignIns } from './sign-ins.schema.ts';
import { pollIntegrationSignIn } from './sign-ins.service.ts';

const hour = 60 * 60 * 1000;

/** Sign-ins are deleted a day after they have expired. */
const signInRetention: readonly Retention[] = [
  { model: 'integrationSignIn', expired: (ctx) => ({ expiresAt: { lt: daysBefore(ctx, keptDays) } }) },
];

/** Sign-ins to providers, which make integrations. */
export const integrationSignIns: Domain = {
  schema: defineIntegrationSignIns,
  jobs: { pollIntegrationSignIn },
  recurring: [retentionJob('deleteExpiredSignIns', 24 * hour, signInRetention)],
};

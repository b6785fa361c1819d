import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineIntegrationSignIns } from './sign-ins.schema.ts';
import { pollIntegrationSignIn, signInRetention } from './sign-ins.service.ts';

const hour = 60 * 60 * 1000;

/** Sign-ins to providers, which make integrations. */
export const integrationSignIns: Domain = {
  schema: defineIntegrationSignIns,
  jobs: { pollIntegrationSignIn },
  recurring: [retentionJob('deleteExpiredSignIns', 24 * hour, signInRetention)],
};

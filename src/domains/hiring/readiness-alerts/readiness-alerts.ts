import type { Domain } from '../../../domain.ts';
import { defineReadinessAlerts } from './readiness-alerts.schema.ts';
import { checkReadiness, enqueueChecks, enqueueChecksOfAll } from './readiness-alerts.service.ts';

const hour = 60 * 60 * 1000;

/** When the readiness for a role has dropped, and alerts of webhooks about it. */
export const readinessAlerts: Domain = {
  schema: defineReadinessAlerts,
  jobs: { checkReadiness },
  afterChanges: enqueueChecks,
  // An artifact that expires lowers the readiness without a change.
  recurring: [{ name: 'checkReadinessOfAll', every: hour, run: enqueueChecksOfAll }],
};

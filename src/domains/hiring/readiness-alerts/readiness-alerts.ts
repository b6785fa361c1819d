import type { Domain } from '../../../domain.ts';
import { checkReadiness, enqueueChecks, enqueueChecksOfAll } from './readiness-alerts.service.ts';

const hour = 60 * 60 * 1000;

/** Alerts of webhooks when the readiness for a role has dropped. */
export const readinessAlerts: Domain = {
  jobs: { checkReadiness },
  afterChanges: enqueueChecks,
  // An artifact that expires lowers the readiness without a change.
  recurring: [{ name: 'checkReadinessOfAll', every: hour, run: enqueueChecksOfAll }],
};

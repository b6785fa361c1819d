import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineSecurityEvents } from './security-events.schema.ts';
import { securityEventRetention } from './security-events.service.ts';

const hour = 60 * 60 * 1000;

/** Security events: what happened to the sign-in of an account. */
export const securityEvents: Domain = {
  schema: defineSecurityEvents,
  recurring: [retentionJob('deleteOldSecurityEvents', 24 * hour, securityEventRetention)],
};

import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineSessions } from './sessions.schema.ts';
import { sessionRetention } from './sessions.service.ts';

const hour = 60 * 60 * 1000;

/** Sessions: signing up, in and out, and what is signed in where. */
export const sessions: Domain = {
  schema: defineSessions,
  recurring: [retentionJob('deleteExpiredSessions', 24 * hour, sessionRetention)],
};

import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineSessions } from './sessions.schema.ts';
import { sessionRetention } from './sessions.service.ts';

const hour = 60 * 60 * 1000;

/** Sessions: the browsers and programs that an account is signed in with. */
export const sessions: Domain = {
  schema: defineSessions,
  recurring: [retentionJob('deleteExpiredSessions', 24 * hour, sessionRetention)],
};

import type { Domain } from '../../../domain.ts';
import type { Context } from '../../../platform/context.ts';
import { daysBefore, type Retention, retentionJob } from '../../../platform/jobs/retention.ts';
import { sessionRetentionDays } from './sessions.rules.ts';
import { defineSessions } from './sessions.schema.ts';

const hour = 60 * 60 * 1000;

const endedBefore = (ctx: Context) => ({ lt: daysBefore(ctx, sessionRetentionDays) });

/**
 * Sessions are deleted 30 days after they ended, refresh tokens 30 days after they were used. A deleted token is refused like
 * any unknown one.
 */
const sessionRetention: readonly Retention[] = [
  {
    model: 'session',
    expired: (ctx) => ({ OR: [{ expiresAt: endedBefore(ctx) }, { revokedAt: endedBefore(ctx) }] }),
  },
  { model: 'refreshToken', expired: (ctx) => ({ usedAt: endedBefore(ctx) }) },
];

/** Sessions: the browsers and programs that an account is signed in with. */
export const sessions: Domain = {
  schema: defineSessions,
  recurring: [retentionJob('deleteExpiredSessions', 24 * hour, sessionRetention)],
};

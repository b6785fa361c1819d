import { keptMs } from '../transactions/idempotency.ts';
import { daysBefore, type Retention } from './retention.ts';

/* The retention of the platform's own records. */

/** How long finished jobs are kept, in days. Jobs that were given up are kept longer, for inspection. */
const keptDays = { done: 7, dead: 30 };

/** Finished jobs expire. A recurring job is kept for longer than its period, so that its key stays in use until then. */
export const jobRetention: readonly Retention[] = [
  { model: 'job', expired: (ctx) => ({ state: 'DONE', finishedAt: { lt: daysBefore(ctx, keptDays.done) } }) },
  { model: 'job', expired: (ctx) => ({ state: 'DEAD', finishedAt: { lt: daysBefore(ctx, keptDays.dead) } }) },
];

/** Idempotency keys expire after 24 hours. */
export const idempotencyRetention: readonly Retention[] = [
  {
    model: 'idempotentRequest',
    expired: (ctx) => ({ createdAt: { lte: new Date(ctx.calendar.now.getTime() - keptMs) } }),
    // Each may hold a response of up to a megabyte.
    batchSize: 50,
  },
];

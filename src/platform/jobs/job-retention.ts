import { daysBefore, type Retention } from './retention.ts';

/** How long finished jobs are kept, in days. Jobs that were given up are kept longer, for inspection. */
const keptDays = { done: 7, dead: 30 };

/** Finished jobs expire. A recurring job is kept for longer than its period, so that its key stays in use until then. */
export const jobRetention: readonly Retention[] = (['done', 'dead'] as const).map((end) => ({
  model: 'job',
  expired: (ctx) => ({
    state: end === 'done' ? 'DONE' : 'DEAD',
    finishedAt: { lt: daysBefore(ctx, keptDays[end]) },
  }),
}));

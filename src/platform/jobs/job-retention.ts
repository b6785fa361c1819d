import { daysBefore, type Retention } from './retention.ts';

/** How long finished jobs are kept, in days. Jobs that were given up stay longer, so that somebody can look into them. */
const keptDays = { done: 7, dead: 30 };

/** Jobs, once they are long over. A recurring job is kept for longer than its period, so that its key is not used twice. */
export const jobRetention: readonly Retention[] = (['done', 'dead'] as const).map((end) => ({
  model: 'job',
  expired: (ctx) => ({
    state: end === 'done' ? 'DONE' : 'DEAD',
    finishedAt: { lt: daysBefore(ctx, keptDays[end]) },
  }),
}));

import { createLabel } from '../../src/domains/across/labels/labels.service.ts';
import { actFor } from '../../src/platform/context.ts';
import { enqueue, type JobKind, type NewJob } from '../../src/platform/jobs/jobs.ts';
import { transaction } from '../../src/platform/transactions/transaction.ts';
import type { TestApp } from './app.ts';

/** Enqueues jobs, in a transaction of their own. */
export const enqueueIn = (app: Pick<TestApp, 'systemContext'>, ...jobs: NewJob[]) =>
  transaction(app.systemContext(), 'test', (tx) => enqueue(tx, jobs));

/** A job that makes a label of the only account's and is done with that, in one transaction. */
export const labelling = (meanwhile: () => void = () => {}): JobKind => ({
  maxAttempts: 3,
  backoff: () => 1_000,
  async run(ctx, job) {
    const account = await ctx.db.account.findFirstOrThrow();
    await job.finish(actFor(ctx, account), async (tx) => {
      await createLabel(tx, { name: job.payload.name ?? '' });
      meanwhile();
    });
  },
});

import { createLabel } from '../../src/domains/across/labels/labels.service.ts';
import { actFor } from '../../src/platform/context.ts';
import { enqueue, type JobKind, type NewJob } from '../../src/platform/jobs/jobs.ts';
import { claimJob } from '../../src/platform/jobs/leases.ts';
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

const minute = 60_000;

/**
 * Has workers claim the job of a kind and be gone, until one finds that no attempt is left and gives it up.
 * @returns how many were gone
 */
export async function killEach(app: TestApp, kind: string, maxAttempts: number): Promise<number> {
  for (let gone = 0; ; gone += 1) {
    const claimed = await claimJob(app.systemContext(), { kinds: [kind], crowded: [] }, `worker ${gone}`);
    if (!claimed) throw new Error(`No ${kind} is due after ${gone} workers.`);
    // Its lease ends.
    app.clock.advance(2 * minute);
    if (claimed.attempts < maxAttempts) continue;
    await app.worker.work();
    return gone + 1;
  }
}

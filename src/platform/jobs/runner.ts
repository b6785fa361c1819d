import type { Context } from '../context.ts';
import type { Row, UpdateData } from '../database/models.ts';
import { transaction } from '../transactions/transaction.ts';
import { jittered } from './backoff.ts';
import type { JobKind } from './jobs.ts';
import { endLease, LeaseLostError, leaseLives, releaseJob, renewLease, runningJob } from './leases.ts';

/** A job that a worker has, with what tells it to end. */
export interface Claimed {
  readonly ctx: Context;
  readonly job: Row<'job'>;
  readonly controller: AbortController;
}

/**
 * Runs a job that was claimed, renews its lease meanwhile, and sees to what becomes of it. Never throws.
 * @param kind how it is run
 * @param isStopping whether the worker is about to stop, and so may have broken the job off itself
 */
export async function runJob(claimed: Claimed, kind: JobKind | undefined, isStopping: () => boolean): Promise<void> {
  const { ctx, job, controller } = claimed;
  const whenOver: UpdateData<'job'> = kind?.releaseKeyWhenDone ? { key: null } : {};
  const renew = async () => {
    const held = await renewLease(ctx, job).catch(() => true);
    if (!held) controller.abort(new LeaseLostError());
  };
  const renewal = setInterval(() => void renew(), leaseLives / 3);
  const log = ctx.log.child({ job: job.id, kind: job.kind, attempt: job.attempts });

  async function settleFailure(error: unknown): Promise<void> {
    if (error instanceof LeaseLostError) return log.info('job was taken over by another worker');
    // What the server itself broke off was no fault of the job's.
    if (isStopping()) return releaseJob(ctx, job);
    const end = (changes: UpdateData<'job'>) => transaction(ctx, 'failJob', (tx) => endLease(tx, job, changes));
    const now = ctx.app.clock.now();
    const lastError = String(error instanceof Error ? error.message : error).slice(0, 500);
    if (!kind || job.attempts >= kind.maxAttempts) {
      log.error({ err: error }, 'job failed for the last time');
      return end({ state: 'DEAD', lastError, finishedAt: now, ...whenOver });
    }
    log.warn({ err: error }, 'job failed, and will be tried again');
    const nextAttemptAt = new Date(now.getTime() + jittered(kind.backoff(job.attempts), Math.random()));
    return end({ lastError, nextAttemptAt });
  }

  try {
    if (!kind || job.attempts > kind.maxAttempts) throw new Error('Each of its workers was gone before it was done.');
    const running = runningJob(job, whenOver, controller.signal);
    await kind.run(ctx, running);
    if (!running.isSettled()) await running.finish(ctx, async () => {});
  } catch (error) {
    const { reason } = controller.signal;
    await settleFailure(reason instanceof LeaseLostError ? reason : error).catch((fault: unknown) => {
      if (!(fault instanceof LeaseLostError)) log.error({ err: fault }, 'job could not be put off');
    });
  } finally {
    clearInterval(renewal);
  }
}

import type { Context } from '../context.ts';
import type { Row, UpdateData } from '../database/models.ts';
import { errorTypeOf, type Span } from '../runtime/tracing.ts';
import { transaction } from '../transactions/transaction.ts';
import { jittered, postponement } from './backoff.ts';
import type { JobKind, RunningJob } from './jobs.ts';
import { endLease, LeaseLostError, leaseMs, releaseJob, renewLease, runningJob } from './leases.ts';

/** A claimed job, and the controller that aborts it. */
export interface Claimed {
  readonly ctx: Context;
  readonly job: Row<'job'>;
  readonly controller: AbortController;
}

/**
 * Runs a claimed job, renews its lease, and records the outcome. Never throws. If jobs are traced, each is a trace of its own.
 * @param kind the kind of the job; undefined if this server has none of that name
 * @param isStopping whether the worker is stopping and may have aborted the job itself
 */
export function runTracedJob(claimed: Claimed, kind: JobKind | undefined, isStopping: () => boolean): Promise<void> {
  const { ctx, job } = claimed;
  const { tracing } = ctx.app;
  if (!tracing) return runJob(claimed, kind, isStopping, null);
  const attributes = { 'waymark.job.kind': job.kind, 'waymark.job.id': job.id, 'waymark.job.attempt': job.attempts };
  return tracing.begin({ name: `job ${job.kind}`, attributes }, (span) => {
    ctx.log.traceId = span.traceId;
    return runJob(claimed, kind, isStopping, span);
  });
}

async function runJob(
  claimed: Claimed,
  kind: JobKind | undefined,
  isStopping: () => boolean,
  span: Span | null,
): Promise<void> {
  const { ctx, job, controller } = claimed;
  const whenOver: UpdateData<'job'> = kind?.releaseKeyWhenDone ? { key: null } : {};
  const renew = async () => {
    const held = await renewLease(ctx, job).catch(() => true);
    if (!held) controller.abort(new LeaseLostError());
  };
  const renewal = setInterval(() => void renew(), leaseMs / 3);
  const log = ctx.log.child({ job: job.id, kind: job.kind, attempt: job.attempts });

  async function recordFailure(error: unknown): Promise<void> {
    if (error instanceof LeaseLostError) return log.info('job was taken over by another worker');
    // The server itself aborted the job. That is no failed attempt.
    if (isStopping()) return releaseJob(ctx, job);
    const end = (changes: UpdateData<'job'>) => transaction(ctx, 'failJob', (tx) => endLease(tx, job, changes));
    const now = ctx.app.clock.now();
    const lastError = String(error instanceof Error ? error.message : error).slice(0, 500);
    const isLast = !kind || job.attempts >= kind.maxAttempts;
    ctx.app.events.jobRuns.add(job.kind, isLast ? 'dead' : 'retried');
    span?.fail(errorTypeOf(error));
    if (isLast) {
      if (kind?.postponeWhenGivenUp) {
        const nextAttemptAt = new Date(now.getTime() + postponement(now.getTime() - job.createdAt.getTime()));
        log.error({ err: error, nextAttemptAt }, 'job was given up and postponed');
        // One attempt is left. If the process ends during it, the next worker finds none and does not run the job.
        await end({ lastError, nextAttemptAt, attempts: kind.maxAttempts - 1 });
      } else {
        log.error({ err: error }, 'job failed for the last time');
        await end({ state: 'DEAD', lastError, finishedAt: now, ...whenOver });
      }
      return kind?.afterGivenUp?.(ctx, job.payload as RunningJob['payload']);
    }
    log.warn({ err: error }, 'job failed and will run again');
    const nextAttemptAt = new Date(now.getTime() + jittered(kind.backoff(job.attempts), Math.random()));
    return end({ lastError, nextAttemptAt });
  }

  try {
    if (!kind || job.attempts > kind.maxAttempts)
      throw new Error('Every worker that ran the job disappeared before it was done.');
    const running = runningJob(job, whenOver, controller.signal);
    await kind.run(ctx, running);
    if (!running.hasEnded()) await running.finish(ctx, async () => {});
    ctx.app.events.jobRuns.add(job.kind, 'done');
  } catch (error) {
    const { reason } = controller.signal;
    await recordFailure(reason instanceof LeaseLostError ? reason : error).catch((fault: unknown) => {
      if (!(fault instanceof LeaseLostError)) log.error({ err: fault }, 'the failure of a job could not be recorded');
    });
  } finally {
    clearInterval(renewal);
  }
}

import type { Context } from '../context.ts';
import type { Row, UpdateData } from '../database/models.ts';
import {
  type Transaction,
  type TransactionalContext,
  transaction,
  transactionInSteps,
} from '../transactions/transaction.ts';
import type { RunningJob } from './jobs.ts';

type Job = Row<'job'>;

/** Another worker has taken a job over. The transaction of this one was rolled back. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError';
}

/** How long a lease lasts unless it is renewed, in milliseconds. */
export const leaseMs = 60_000;
/** The number of due jobs that are read at once, so that workers that claim at the same time find different ones. */
const candidates = 8;

const free = { leasedBy: null, leasedUntil: null };
const leaseFrom = (ctx: Context) => new Date(ctx.app.clock.now().getTime() + leaseMs);
/** How far ahead the end of a lease can be, in milliseconds: the clocks of servers differ. One beyond it was taken by a clock that was ahead. */
const longestLease = 2 * leaseMs;
const claimableAt = (now: Date) => ({
  state: 'WAITING' as const,
  nextAttemptAt: { lte: now },
  OR: [
    { leasedUntil: null },
    { leasedUntil: { lte: now } },
    { leasedUntil: { gt: new Date(now.getTime() + longestLease) } },
  ],
});

/** The jobs that a worker can take. */
interface Wanted {
  /** The kinds that it can run. */
  readonly kinds: readonly string[];
  /** The groups of which it runs enough jobs already. */
  readonly crowded: readonly string[];
}

/**
 * Claims the due job that has waited longest; also one whose lease has expired because its worker is gone. Of several workers
 * that try to claim a job, one gets it.
 * @returns the job; null if none is due
 */
export async function claimJob(ctx: Context, { kinds, crowded }: Wanted, worker: string): Promise<Job | null> {
  const { now } = ctx.calendar;
  for (;;) {
    const due = await ctx.db.job.findMany({
      where: {
        ...claimableAt(now),
        kind: { in: [...kinds] },
        ...(crowded.length > 0 && { AND: { OR: [{ group: null }, { group: { notIn: [...crowded] } }] } }),
      },
      orderBy: [{ nextAttemptAt: 'asc' }, { id: 'asc' }],
      take: candidates,
    });
    if (due.length === 0) return null;
    for (const { id, attempts } of due) {
      const lease = { leasedBy: worker, leasedUntil: leaseFrom(ctx), attempts: attempts + 1 };
      const [claimed] = await transaction(ctx, 'claimJob', (tx) =>
        tx.write.job.update({ id, attempts, ...claimableAt(now) }, lease),
      );
      if (claimed) return claimed;
    }
    // Other workers have claimed all of these. There may be more.
  }
}

/** The condition of a job that is still in the lease under which it was claimed. */
const inLease = ({ id, leasedBy, attempts }: Job) => ({ id, leasedBy, attempts, state: 'WAITING' as const });

/** Extends a lease from now on. @returns whether the worker still holds it */
export async function renewLease(ctx: Context, job: Job): Promise<boolean> {
  const renewed = await transaction(ctx, 'renewLease', (tx) =>
    tx.write.job.touch(inLease(job), { leasedUntil: leaseFrom(ctx) }),
  );
  return renewed.length > 0;
}

/** Ends a lease within a transaction. @throws LeaseLostError if another worker has taken the job over */
export async function endLease(tx: Transaction, job: Job, changes: UpdateData<'job'>): Promise<void> {
  const ended = await tx.write.job.update(inLease(job), { ...free, ...changes });
  if (ended.length === 0) throw new LeaseLostError(`Another worker has taken over job ${job.id}.`);
}

/** Releases a job as if it had not been claimed. @throws LeaseLostError likewise */
export async function releaseJob(ctx: Context, job: Job): Promise<void> {
  await transaction(ctx, 'releaseJob', (tx) => endLease(tx, job, { attempts: job.attempts - 1 }));
}

/**
 * A claimed job as its kind sees it.
 * @param whenDone further changes to the job once it is done
 */
export function runningJob(
  job: Job,
  whenDone: UpdateData<'job'>,
  signal: AbortSignal,
): RunningJob & { hasEnded(): boolean } {
  let ended = false;
  async function endWith<C extends TransactionalContext>(
    ctx: C,
    changes: UpdateData<'job'>,
    work: (tx: Transaction<C>) => Promise<unknown>,
    timeout?: number,
  ): Promise<void> {
    const ending = async (tx: Transaction<C>) => {
      // The lease comes first: of two workers, the second one waits here and then finds it gone.
      await endLease(tx, job, changes);
      await work(tx);
    };
    await transactionInSteps(ctx, job.kind, (step) => step(ending), timeout);
    ended = true;
  }
  const { id, payload, attempts } = job;
  return {
    id,
    payload: payload as RunningJob['payload'],
    attempt: attempts,
    signal,
    finish: (ctx, work, timeout) =>
      endWith(ctx, { state: 'DONE', finishedAt: ctx.calendar.now, lastError: null, ...whenDone }, work, timeout),
    reschedule: (ctx, until, error, work) => endWith(ctx, { nextAttemptAt: until, lastError: error }, work),
    hasEnded: () => ended,
  };
}

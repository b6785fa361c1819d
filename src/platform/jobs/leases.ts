import type { Context } from '../context.ts';
import type { Row, UpdateData } from '../database/models.ts';
import { type Transaction, type TransactionalContext, transaction } from '../transactions/transaction.ts';
import type { RunningJob } from './jobs.ts';

type Job = Row<'job'>;

/** A job is another worker's by now: what this one was about to do to it was undone. */
export class LeaseLostError extends Error {
  override name = 'LeaseLostError';
}

/** How long a worker has a job for itself unless it says that it still runs it, in milliseconds. */
export const leaseLives = 60_000;
/** That many of those that wait longest are looked at, for workers to find one that no other takes at the same moment. */
const candidates = 8;

const free = { leasedBy: null, leasedUntil: null };
const leaseFrom = (ctx: Context) => new Date(ctx.app.clock.now().getTime() + leaseLives);
const claimableAt = (now: Date) => ({
  state: 'WAITING' as const,
  nextAttemptAt: { lte: now },
  OR: [{ leasedUntil: null }, { leasedUntil: { lte: now } }],
});

/** What a worker takes. */
export interface Wanted {
  /** The kinds that it knows. */
  readonly kinds: readonly string[];
  /** The groups of which it has enough already. */
  readonly crowded: readonly string[];
}

/**
 * Takes the job that has waited longest, of those that a worker wants: also one whose lease has run out, because its worker is
 * gone. Null when there is none. Of several workers that try for the same job one gets it.
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
    // Others were quicker with all of these: there may be more.
  }
}

/** The condition for a job to be still in the lease that it was claimed under. */
const inLease = ({ id, leasedBy, attempts }: Job) => ({ id, leasedBy, attempts, state: 'WAITING' as const });

/** Makes a lease last from now on. Answers whether it was still there. */
export async function renewLease(ctx: Context, job: Job): Promise<boolean> {
  const renewed = await transaction(ctx, 'renewLease', (tx) =>
    tx.write.job.touch(inLease(job), { leasedUntil: leaseFrom(ctx) }),
  );
  return renewed.length > 0;
}

/** Ends a lease, within the transaction of whatever goes with that. @throws LeaseLostError */
export async function endLease(tx: Transaction, job: Job, changes: UpdateData<'job'>): Promise<void> {
  const ended = await tx.write.job.update(inLease(job), { ...free, ...changes });
  if (ended.length === 0) throw new LeaseLostError(`Job ${job.id} is another worker's by now.`);
}

/** Gives a job back as if it had never been begun. @throws LeaseLostError */
export async function releaseJob(ctx: Context, job: Job): Promise<void> {
  await transaction(ctx, 'releaseJob', (tx) => endLease(tx, job, { attempts: job.attempts - 1 }));
}

/**
 * What a job is run with, under the lease that it was claimed in.
 * @param over what becomes of it once it is over, besides
 */
export function runningJob(
  job: Job,
  over: UpdateData<'job'>,
  signal: AbortSignal,
): RunningJob & { isSettled(): boolean } {
  let settled = false;
  async function endAttempt<C extends TransactionalContext>(
    ctx: C,
    changes: UpdateData<'job'>,
    work: (tx: Transaction<C>) => Promise<unknown>,
  ): Promise<void> {
    await transaction(ctx, job.kind, async (tx) => {
      // First the lease: whoever comes second waits for the first one here, and then finds it gone.
      await endLease(tx, job, changes);
      await work(tx);
    });
    settled = true;
  }
  const { id, payload, attempts } = job;
  return {
    id,
    payload: payload as RunningJob['payload'],
    attempt: attempts,
    signal,
    finish: (ctx, work) =>
      endAttempt(ctx, { state: 'DONE', finishedAt: ctx.calendar.now, lastError: null, ...over }, work),
    reschedule: (ctx, until, error, work) => endAttempt(ctx, { nextAttemptAt: until, lastError: error }, work),
    isSettled: () => settled,
  };
}

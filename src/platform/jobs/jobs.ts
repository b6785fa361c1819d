import type { Context } from '../context.ts';
import type { Row } from '../database/models.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';

/** The arguments of a job: ids and the like, never personal data. */
type Payload = Readonly<Record<string, string>>;

/** A running job, as its kind sees it. */
export interface RunningJob {
  readonly id: string;
  readonly payload: Payload;
  /** Attempt number, starting at 1. */
  readonly attempt: number;
  /** Aborted when another worker has taken the job over, or the server stops. */
  readonly signal: AbortSignal;
  /**
   * Does the work of the job and marks it as done in one transaction: both are committed, or neither is.
   * @param timeout how long the transaction may take, in milliseconds. Default: 30,000
   * @throws LeaseLostError if another worker has taken the job over; then nothing was done
   */
  finish<C extends TransactionalContext>(
    ctx: C,
    work: (tx: Transaction<C>) => Promise<unknown>,
    timeout?: number,
  ): Promise<void>;
  /** Reschedules the job and does some work in one transaction. @throws LeaseLostError likewise */
  reschedule<C extends TransactionalContext>(
    ctx: C,
    until: Date,
    error: string,
    work: (tx: Transaction<C>) => Promise<unknown>,
  ): Promise<void>;
}

/** A kind of job. */
export interface JobKind {
  /**
   * Runs a job, at least once: again if it throws, or if its worker disappears before the job is done. Work that it does by
   * `finish` takes effect once. A job that neither finishes nor reschedules itself is done when this returns.
   */
  run(ctx: Context, job: RunningJob): Promise<void>;
  /** The number of attempts after which a job is given up. */
  readonly maxAttempts: number;
  /** The delay after a failed attempt, counted from 1, in milliseconds. A jitter of ±25 % is added. */
  readonly backoff: (attempt: number) => number;
  /** Whether a job releases its key when it is done or given up, so that it can be enqueued again. Default: false. */
  readonly releaseKeyWhenDone?: boolean;
  /**
   * Whether a job that was given up is postponed rather than ended. It gets one attempt after an hour and then ever later, at most
   * a day. For a kind that is enqueued for as long as something is due, and would be enqueued again at once. Default: false.
   */
  readonly postponeWhenGivenUp?: boolean;
  /**
   * Is called after a job was given up: each of its attempts has failed, or the process of its worker ended. For state that says
   * so, or that would enqueue the job again at once.
   */
  readonly afterGivenUp?: (ctx: Context, payload: Payload) => Promise<void>;
}

/** A job that the server runs regularly. */
export interface RecurringJob {
  readonly name: string;
  /** The period in milliseconds, counted from 1970. The job runs once in each period, across all servers. */
  readonly every: number;
  run(ctx: Context): Promise<unknown>;
}

/** All jobs of an application. */
export interface Jobs {
  readonly kinds: Readonly<Record<string, JobKind>>;
  readonly recurring: readonly RecurringJob[];
  /**
   * Enqueues the jobs that follow from committed changes.
   * @param owners the owners whose change logs have grown; null if that is not known, which stands for all
   */
  readonly followUp: (ctx: Context, owners: readonly string[] | null) => Promise<void>;
}

/** A job to enqueue. */
export interface NewJob {
  kind: string;
  payload: Payload;
  /** A job whose key is in use is not enqueued. */
  key?: string;
  /** A worker runs at most two jobs of one group at a time, so that a slow group does not block the others. */
  group?: string;
  /** The earliest time to run it. Default: now. */
  at?: Date;
}

/** Makes jobs with some keys that are due later due at once, within a transaction. Those that run are left alone. */
export async function runSooner(tx: Transaction, keys: readonly string[]): Promise<void> {
  const { now } = tx.calendar;
  await tx.write.job.update(
    { key: { in: [...keys] }, leasedBy: null, nextAttemptAt: { gt: now } },
    { nextAttemptAt: now },
  );
}

/** Enqueues jobs within a transaction. They exist only if it is committed. @returns the jobs that were enqueued */
export async function enqueue(tx: Transaction, jobs: readonly NewJob[]): Promise<Row<'job'>[]> {
  const keys = jobs.flatMap(({ key }) => key ?? []);
  const there = keys.length > 0 ? await tx.db.job.findMany({ where: { key: { in: keys } } }) : [];
  const taken = new Set(there.map(({ key }) => key));
  const fresh = jobs.filter(({ key }) => key === undefined || !taken.has(key));
  if (fresh.length === 0) return [];
  tx.afterCommit(() => tx.app.worker.wake());
  return tx.write.job.createMany(
    fresh.map(({ kind, payload, key = null, group = null, at = tx.calendar.now }) => ({
      kind,
      payload,
      key,
      group,
      nextAttemptAt: at,
    })),
  );
}

import type { Context } from '../context.ts';
import type { Row } from '../database/models.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';

/** What a job is about: ids and the like, never data that belongs to somebody. */
export type Payload = Readonly<Record<string, string>>;

/** A job under way, as what runs it sees it. */
export interface RunningJob {
  readonly id: string;
  readonly payload: Payload;
  /** The how-manieth attempt this is, from 1. */
  readonly attempt: number;
  /** Aborted when the job is somebody else's by now, or the server cannot wait for it any longer. */
  readonly signal: AbortSignal;
  /**
   * Finishes the job and does its work in one transaction: both happen, or neither does, whenever the server should be killed.
   * @throws LeaseLostError when another worker has taken the job over; nothing was done then
   */
  finish<C extends TransactionalContext>(ctx: C, work: (tx: Transaction<C>) => Promise<unknown>): Promise<void>;
  /** Puts the job off, and does what goes with that in the same transaction. @throws LeaseLostError likewise */
  reschedule<C extends TransactionalContext>(
    ctx: C,
    until: Date,
    error: string,
    work: (tx: Transaction<C>) => Promise<unknown>,
  ): Promise<void>;
}

/** How jobs of one kind are run. */
export interface JobKind {
  /**
   * Runs one, at least once: it is run again when it throws, or when its worker disappears before it is finished. What it
   * does in the database happens once all the same if it does it by `finish`. A job that neither finished nor put itself
   * off is finished when this returns.
   */
  run(ctx: Context, job: RunningJob): Promise<void>;
  /** How often it is tried before it is given up. */
  readonly maxAttempts: number;
  /** How long to wait after an attempt that failed, from 1 on, in milliseconds; a quarter more or less by chance. */
  readonly backoff: (attempt: number) => number;
  /** Whether a job that is over frees its key, so that the same can be asked for again. */
  readonly releaseKeyWhenDone?: boolean;
}

/** What the server does regularly, by itself. */
export interface RecurringJob {
  readonly name: string;
  /** How often, in milliseconds: once in each such stretch of time since 1970, across all servers. */
  readonly every: number;
  run(ctx: Context): Promise<unknown>;
}

/** All that there is to do. */
export interface Jobs {
  readonly kinds: Readonly<Record<string, JobKind>>;
  readonly recurring: readonly RecurringJob[];
  /**
   * Enqueues what follows from changes that were committed.
   * @param owners whose change logs have grown; null when it is not known, and everybody's is looked at
   */
  readonly followUp: (ctx: Context, owners: readonly string[] | null) => Promise<void>;
}

/** A job to be run. */
export interface NewJob {
  kind: string;
  payload: Payload;
  /** Where there is a job with the same key, it stands for this one. */
  key?: string;
  /** Of the jobs of one group a worker runs two at a time, so that slow ones do not keep all others waiting. */
  group?: string;
  /** Not before then; at once when nothing is said. */
  at?: Date;
}

/** Enqueues jobs within a transaction: they are there if, and only if, it is committed. */
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

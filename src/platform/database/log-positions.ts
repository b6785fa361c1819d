import type { PromiseOrValue } from '../runtime/promise-or-value.ts';
import type { RawRow } from './reading-adapter.ts';

/**
 * A position in the write-ahead log of PostgreSQL, in bytes. A server that has replayed the log up to a position shows every
 * transaction whose commit lies before it.
 */
export type LogPosition = bigint;

/** What is committed on the primary at a moment. */
export interface Committed {
  /** See `Database.dataVersion`. */
  readonly dataVersion: string;
  /** Every transaction that this version shows, and every one that was acknowledged before, lies before this position. */
  readonly position: LogPosition;
}

/** SQL of a position as a number. */
export const numbered = (position: string): string => `pg_wal_lsn_diff(${position}, '0/0')::text`;

/**
 * The snapshot of a statement is taken before its functions are called. A transaction can be seen once its commit is flushed to
 * disk; without synchronous commits it can be seen before, but then it is in the log already.
 */
const committedSql = `SELECT pg_current_snapshot()::text, ${numbered(`CASE current_setting('synchronous_commit')
  WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END`)}`;

/** Reads what is committed. @param primary runs a statement on the primary */
export async function readCommitted(primary: (sql: string) => PromiseOrValue<readonly RawRow[]>): Promise<Committed> {
  const [dataVersion, position] = (await primary(committedSql))[0] ?? [];
  return { dataVersion: String(dataVersion), position: BigInt(String(position)) };
}

/**
 * Shares a read among those who ask for it while another one is under way. Each gets the result of one that began after it had
 * asked, and two of them take as much time as one at most.
 */
export function shareReads<T>(read: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  function start(): Promise<T> {
    next = null;
    const reading = read();
    current = reading;
    const end = () => {
      if (current === reading) current = null;
    };
    reading.then(end, end);
    return reading;
  }
  return () => {
    if (!current) return start();
    next ??= current.then(start, start);
    return next;
  };
}

/** For how long a replica has lacked something that was committed. */
export interface LagWatch {
  /** Takes note of what is committed now. */
  committed(position: LogPosition): void;
  /** Takes note of what the replica has replayed. */
  replayed(position: LogPosition): void;
  /** For how long, in milliseconds. 0 if the replica lacks nothing that is known of. */
  milliseconds(): number;
}

/** How far positions that are remembered lie apart, in milliseconds, and how many are: an estimate needs no more. */
const remembered = { apart: 5, count: 1_000 };

export function watchLag(): LagWatch {
  const lacking: { position: LogPosition; at: number }[] = [];
  let reached: LogPosition = 0n;
  return {
    committed(position) {
      const last = lacking.at(-1);
      const at = performance.now();
      if (position <= reached || lacking.length >= remembered.count) return;
      if (last && (position <= last.position || at - last.at < remembered.apart)) return;
      lacking.push({ position, at });
    },
    replayed(position) {
      reached = position;
      const first = lacking.findIndex((one) => one.position > position);
      lacking.splice(0, first === -1 ? lacking.length : first);
    },
    milliseconds: () => (lacking[0] ? performance.now() - lacking[0].at : 0),
  };
}

import type pg from 'pg';
import { createLruMap } from '../runtime/lru-map.ts';
import { chunksOf } from './chunks.ts';
import { type Execution, Executions, type Statement, toExecution } from './postgresql-executions.ts';
import type { RawRow } from './reading-adapter.ts';

/** The number of reads that are sent together. */
const maxTogether = 16;

/** How long reads that were sent together may take at least, before they are sent by themselves too. In milliseconds. */
const leastPatience = 10;

/** How many times as long as usual they may take, and up to what time the usual is measured, in milliseconds. */
const [patienceFactor, maxUsual] = [4, 50];

/** How many times as long a statement takes by itself that others should not wait for. More than a busy machine holds up any. */
const longFactor = 5;

/** For how long it then shares nothing, in milliseconds, and the number of statements of which that is remembered. */
const [aloneFor, maxAlone] = [10_000, 500];

/** Runs a statement that only reads. */
export type RunRead = (statement: Statement, values: readonly unknown[]) => Promise<RawRow[]>;

/** A read that somebody waits for. */
interface Read {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly resolve: Execution['resolve'];
  readonly reject: Execution['reject'];
  /** Whether it has an answer. */
  isOver: boolean;
  /** How many times it has been sent without an answer yet. */
  underWay: number;
}

/**
 * Creates the reads on a pool of connections. Those of many requests that come in one turn of the event loop share a connection and a
 * round trip, which costs both servers less than their work on a short read.
 *
 * A long read would hold up those that share with it: the server sends no answer before the last one. So after some milliseconds, or
 * several times what is usual, they are sent once more, each by itself, as far as the pool has room, and whichever answer comes first
 * is taken. A statement that takes long by itself too shares nothing for some seconds. One that fails fails alone.
 *
 * @param patience how long reads that were sent together may take at least, in milliseconds
 */
export function createSharedReads(pool: pg.Pool, patience = leastPatience): RunRead {
  let gathered: Read[] = [];
  /** How long reads that are sent together take, in milliseconds: a moving mean. */
  let usual = 0;
  /** Until when statements are sent by themselves, by their text. */
  const alone = createLruMap<number>(maxAlone);

  const toTry = (read: Read): Execution =>
    toExecution(
      read.statement,
      read.values,
      (rows) => {
        read.isOver = true;
        read.resolve(rows);
      },
      (error) => failTry(read, error),
      () => {
        read.underWay -= 1;
        if (!read.isOver && read.underWay === 0) sendAlone(read);
      },
    );

  /** One of the tries of a read has failed. The read has if no other is under way. */
  function failTry(read: Read, error: Error): void {
    read.underWay -= 1;
    if (read.isOver || read.underWay > 0) return;
    read.isOver = true;
    read.reject(error);
  }

  /** Sends reads over one connection, and calls a function if they are not answered within some milliseconds. */
  async function send(reads: readonly Read[], within: number, ifLate: () => void): Promise<void> {
    for (const read of reads) read.underWay += 1;
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      for (const read of reads) failTry(read, error as Error);
      return;
    }
    const started = performance.now();
    const timer = later(within, ifLate);
    const executions = new Executions(reads.map(toTry), (error) => {
      clearTimeout(timer);
      if (reads.length > 1) usual += (Math.min(performance.now() - started, maxUsual) - usual) / 10;
      // One that failed may still be at work.
      client.release(error !== null);
    });
    client.query(executions);
  }

  const within = () => Math.max(patience, patienceFactor * usual);

  function sendAlone(read: Read): void {
    void send([read], longFactor * within(), () => {
      if (!read.isOver) alone.set(read.statement.text, performance.now() + aloneFor);
    });
  }

  /** Sends reads once more that were sent together and have no answer. Those for which the pool has no room wait on. */
  function overtake(reads: readonly Read[]): void {
    const waiting = reads.filter(({ isOver, underWay }) => !isOver && underWay === 1);
    for (const read of waiting) if (hasRoom(pool)) sendAlone(read);
    if (waiting.some(({ underWay }) => underWay === 1)) later(within(), () => overtake(waiting));
  }

  function sendGathered(): void {
    const all = gathered;
    gathered = [];
    const [first, ...others] = all;
    if (first && others.length === 0) sendAlone(first);
    else for (const some of chunksOf(all, maxTogether)) void send(some, within(), () => overtake(some));
  }

  return (statement, values) =>
    new Promise((resolve, reject) => {
      const read = { statement, values, resolve, reject, isOver: false, underWay: 0 };
      if ((alone.get(statement.text) ?? 0) > performance.now()) {
        sendAlone(read);
        return;
      }
      if (gathered.length === 0) setImmediate(sendGathered);
      gathered.push(read);
    });
}

/** Calls a function after some milliseconds. If this process was busy until then, it first reads the answers that are there. */
const later = (milliseconds: number, call: () => void) => setTimeout(() => setImmediate(call), milliseconds);

/** Whether a connection is free, or may be opened, for which nothing waits. */
const hasRoom = (pool: pg.Pool) => pool.idleCount + (pool.options.max - pool.totalCount) - pool.waitingCount > 0;

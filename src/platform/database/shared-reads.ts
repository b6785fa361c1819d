import type pg from 'pg';
import { createRecentMap } from '../runtime/recent-map.ts';
import { chunksOf } from './chunks.ts';
import { type Execution, Executions, type Statement, toExecution } from './postgresql-executions.ts';
import type { RawRow } from './reading-adapter.ts';

/** The number of reads that are sent together. */
const maxTogether = 16;

/** How long reads that were sent together may take, before they are sent by themselves. In milliseconds. */
const patience = 10;

/** How long a statement takes by itself that others should not wait for, in milliseconds. More than a busy machine holds up any. */
const long = 50;

/** For how long it then shares nothing, in milliseconds. */
const aloneFor = 10_000;

/** The number of statements of which that is remembered. */
const maxAlone = 500;

/** Runs a statement that only reads. */
export type RunRead = (statement: Statement, values: readonly unknown[]) => Promise<RawRow[]>;

/**
 * Creates the reads on a pool of connections. Those of many requests that come in one turn of the event loop share a connection and a
 * round trip, which costs both servers less than their work on a short read.
 *
 * A long read would hold up those that share with it: the server sends no answer before the last one. So they are all sent once
 * more by themselves after some milliseconds, and whichever answer comes first is taken. A statement that takes long by itself too shares
 * nothing for some seconds. One that fails fails alone: those behind it are sent by themselves.
 */
export function shareReads(pool: pg.Pool): RunRead {
  let gathered: Execution[] = [];
  /** Until when statements are sent by themselves, by their text. */
  const alone = createRecentMap<number>(maxAlone);

  /** Runs executions on one connection, and calls `ifLate` with those that have no answer after some milliseconds. */
  async function send(
    some: readonly Execution[],
    milliseconds: number,
    ifLate: (late: readonly Execution[]) => void,
  ): Promise<void> {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      for (const { reject } of some) reject(error as Error);
      return;
    }
    const executions = new Executions(
      some,
      (error) => {
        clearTimeout(timer);
        // One that failed may still be at work.
        client.release(error !== null);
      },
      sendAlone,
    );
    // If this process was busy, answers may be there that it has not read yet.
    const timer = setTimeout(() => setImmediate(() => ifLate(executions.left)), milliseconds);
    client.query(executions);
  }

  function sendAlone(one: Execution): void {
    void send([{ ...one, rows: [] }], long, (late) => {
      for (const { statement } of late) alone.set(statement.text, performance.now() + aloneFor);
    });
  }

  function sendTogether(): void {
    const all = gathered;
    gathered = [];
    const [first, ...others] = all;
    if (first && others.length === 0) sendAlone(first);
    else for (const some of chunksOf(all, maxTogether)) void send(some, patience, (late) => late.forEach(sendAlone));
  }

  return (statement, values) =>
    new Promise((resolve, reject) => {
      const execution = toExecution(statement, values, resolve, reject);
      if ((alone.get(statement.text) ?? 0) > performance.now()) {
        sendAlone(execution);
        return;
      }
      if (gathered.length === 0) setImmediate(sendTogether);
      gathered.push(execution);
    });
}

import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DatabaseFault } from './faults.ts';

/** A result as SQLite has it: the columns with the types that they are declared with, and the values of each row. */
export interface RawRows {
  readonly columns: readonly { readonly name: string; readonly type: string | null }[];
  readonly rows: unknown[][];
  /** How many rows a statement without a result has written. */
  readonly changes: number;
  /** The processor time that they took in the thread, in milliseconds. */
  readonly milliseconds: number;
}

/**
 * What a thread is asked: a statement, which it runs for each list of values, and of which it returns all rows or the first
 * batch; or else the next batch.
 */
export interface ThreadRequest {
  readonly sql?: string;
  readonly values?: readonly (readonly unknown[])[];
  readonly batchSize?: number;
}

export type ThreadResponse =
  | { readonly result: RawRows; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: { readonly code: string | undefined; readonly message: string } };

/**
 * A thread with a connection of its own to a SQLite file. The driver is synchronous: a statement that takes long would
 * hold the event loop, and with it every request. Statements run one after another, in the order of the calls.
 */
export interface SqliteThread {
  /**
   * Runs a statement.
   * @param values what SQLite can bind
   * @throws Error with SQLite's code; DatabaseFault if the thread ended
   */
  query(sql: string, values?: readonly unknown[]): Promise<RawRows>;
  /** Runs a statement for each of some lists of values, and returns the rows of all. */
  queryAll(sql: string, all: readonly (readonly unknown[])[]): Promise<RawRows>;
  /** Runs a statement, whose rows are read in batches. No other statement may run before the last one. */
  batches(sql: string, values: readonly unknown[], size: number): AsyncGenerator<unknown[][]>;
  /** Whether the thread has ended, by itself or by `close`. */
  readonly isEnded: boolean;
  /** Waits for the statements that were asked for, then ends the thread. */
  close(): Promise<void>;
}

/** What a thread runs. */
const program = new URL('./sqlite-thread-worker.ts', import.meta.url);

/** Results are passed on at once, so that little of a thread's memory has to be young. In megabytes. */
const youngMemory = 8;

/** Which file a thread connects to, and how. */
export interface ThreadConnection {
  /** The path of a migrated database. */
  readonly file: string;
  readonly readonly: boolean;
  /** How long a statement waits for a lock that another connection holds, in milliseconds. Default: 5,000. */
  readonly busyTimeout?: number;
  /** What is set on the connection, as a `PRAGMA` takes it. */
  readonly settings?: readonly string[];
  /** Whether the thread gives way to the event loop where there are not cores enough for both. Default: true. */
  readonly givesWay?: boolean;
}

/** Starts a thread. It connects with its first statement, and does not keep the process alive by itself. */
export function startSqliteThread(workerData: ThreadConnection, entry: URL = program): SqliteThread {
  const worker = new Worker(entry, { workerData, resourceLimits: { maxYoungGenerationSizeMb: youngMemory } });
  const pending: PromiseWithResolvers<RawRows>[] = [];
  let isEnded = false;
  worker.unref();

  worker.on('message', ({ result, error }: ThreadResponse) => {
    const first = pending.shift();
    if (pending.length === 0) worker.unref();
    if (error) first?.reject(Object.assign(new Error(error.message), { code: error.code }));
    else first?.resolve(result);
  });
  function end(cause: unknown): void {
    isEnded = true;
    for (const { reject } of pending.splice(0)) reject(new DatabaseFault('THREAD_ENDED', { cause }));
  }
  worker.on('error', end);
  worker.on('exit', end);

  function ask(request: ThreadRequest): Promise<RawRows> {
    if (isEnded) return Promise.reject(new DatabaseFault('THREAD_ENDED'));
    const asked = Promise.withResolvers<RawRows>();
    try {
      worker.postMessage(request);
    } catch (error) {
      // A value that cannot be sent, to which there is no response.
      return Promise.reject(error);
    }
    worker.ref();
    pending.push(asked);
    return asked.promise;
  }

  return {
    query: (sql, values = []) => ask({ sql, values: [values] }),
    queryAll: (sql, all) => ask({ sql, values: all }),
    async *batches(sql, values, size) {
      let { rows } = await ask({ sql, values: [values], batchSize: size });
      while (rows.length > 0) {
        // The thread reads the next batch while the caller works on this one.
        const next = rows.length === size ? ask({}) : null;
        // A caller that stops early leaves nobody to handle its failure.
        next?.catch(() => {});
        yield rows;
        // Messages that are there are handled before everything else that waits for the event loop.
        await turn();
        rows = next ? (await next).rows : [];
      }
    },
    get isEnded() {
      return isEnded;
    },
    async close() {
      await Promise.allSettled(pending.map(({ promise }) => promise));
      await worker.terminate();
    },
  };
}

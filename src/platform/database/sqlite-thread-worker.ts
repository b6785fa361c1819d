import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { RawRows, ThreadRequest, ThreadResponse } from './sqlite-thread.ts';

/*
 * What a thread of `sqlite-thread.ts` runs: one read-only connection, on which it runs one statement after another. It imports
 * nothing but the driver, so that a thread starts fast and is small.
 */

/** How long a statement waits for a lock that another program holds, in milliseconds. */
const busyTimeout = 5_000;

type Result = Omit<RawRows, 'milliseconds'>;

/** @param file the path of the database, to which the first request connects */
function createResponder(file: string): (request: ThreadRequest) => ThreadResponse {
  let connection: BetterSqlite3.Database | undefined;
  /** The result that is read in batches, and the size of a batch. */
  let open: { readonly rows: Iterator<unknown[]>; readonly size: number } | undefined;

  function run(sql: string, values: readonly unknown[] = [], batchSize?: number): Result {
    connection ??= new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: busyTimeout });
    const statement = connection.prepare<unknown[], unknown[]>(sql);
    if (!statement.reader) {
      statement.run(...values);
      return { columns: [], rows: [] };
    }
    const columns = statement
      .raw()
      .columns()
      .map(({ name, type }) => ({ name, type }));
    if (batchSize === undefined) return { columns, rows: statement.all(...values) };
    open = { rows: statement.iterate(...values), size: batchSize };
    return { columns, rows: nextBatch() };
  }

  function nextBatch(): unknown[][] {
    const rows: unknown[][] = [];
    while (open && rows.length < open.size) {
      const next = open.rows.next();
      if (next.done) open = undefined;
      else rows.push(next.value);
    }
    return rows;
  }

  return ({ sql, values, batchSize }) => {
    try {
      const before = process.threadCpuUsage();
      const result = sql === undefined ? { columns: [], rows: nextBatch() } : run(sql, values, batchSize);
      const { user, system } = process.threadCpuUsage(before);
      return { result: { ...result, milliseconds: (user + system) / 1000 } };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return { error: { code, message } };
    }
  };
}

function serve(port: MessagePort, file: string): void {
  const respond = createResponder(file);
  port.on('message', (request: ThreadRequest) => port.postMessage(respond(request)));
}

if (parentPort) serve(parentPort, (workerData as { file: string }).file);

import { getPriority, setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { RawRows, ThreadConnection, ThreadRequest, ThreadResponse } from './sqlite-thread.ts';

/*
 * What a thread of `sqlite-thread.ts` runs: one connection, on which it runs one statement after another. It imports
 * nothing but the driver, so that a thread starts fast and is small.
 */

/** As of nice(1): a tenth of the processor if somebody else wants all of it. */
const niceness = 10;

type Result = Omit<RawRows, 'milliseconds'>;

/** Creates what answers requests. The first one connects. */
function createResponder({
  file,
  readonly,
  busyTimeout = 5_000,
}: ThreadConnection): (request: ThreadRequest) => ThreadResponse {
  let connection: BetterSqlite3.Database | undefined;
  /** The result that is read in batches, and the size of a batch. */
  let open: { readonly rows: Iterator<unknown[]>; readonly size: number } | undefined;

  function run(sql: string, values: readonly unknown[] = [], batchSize?: number): Result {
    connection ??= new BetterSqlite3(file, { readonly, fileMustExist: true, timeout: busyTimeout });
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

/** Where there are fewer cores than threads, the requests that the event loop answers come first. */
function giveWay(): void {
  // Elsewhere the priority is that of the whole process.
  if (process.platform !== 'linux') return;
  try {
    // A server that gives way to others by more does so here, too. Only root could take that back.
    if (getPriority() < niceness) setPriority(niceness);
  } catch {
    // A sandbox may forbid it. The thread then competes with the requests.
  }
}

function serve(port: MessagePort, connection: ThreadConnection): void {
  giveWay();
  const respond = createResponder(connection);
  port.on('message', (request: ThreadRequest) => port.postMessage(respond(request)));
}

if (parentPort) serve(parentPort, workerData as ThreadConnection);

import { getPriority, setPriority } from 'node:os';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { createLruMap } from '../runtime/lru-map.ts';
import { watchAborts } from './sqlite-aborts.ts';
import type { RawRows, ThreadConnection, ThreadRequest, ThreadResponse } from './sqlite-thread.ts';

/*
 * What a thread of `sqlite-thread.ts` runs: one connection, on which it runs one statement after another. It imports
 * next to nothing but the driver, so that a thread starts fast and is small.
 */

/** As of nice(1): a tenth of the processor if somebody else wants all of it. */
const niceness = 10;

type Result = Omit<RawRows, 'milliseconds'>;

const nothing: Result = { columns: [], rows: [], changes: 0 };

/** The number of prepared statements that are kept, those that were used last. */
const maxStatements = 100;

type Statement = BetterSqlite3.Statement<unknown[], unknown[]>;

/** Creates what answers requests. The first one connects. */
function createResponder({
  file,
  readonly,
  busyTimeout = 5_000,
  settings = [],
}: ThreadConnection): (request: ThreadRequest) => ThreadResponse {
  let connection: BetterSqlite3.Database | undefined;
  const statements = createLruMap<Statement>(maxStatements);
  const aborts = watchAborts(() => connection?.inTransaction ?? false);
  /** The result that is read in batches, and the size of a batch. */
  let open: { readonly rows: Iterator<unknown[]>; readonly size: number } | undefined;

  function connect(): BetterSqlite3.Database {
    const db = new BetterSqlite3(file, { readonly, fileMustExist: true, timeout: busyTimeout });
    for (const setting of settings) db.pragma(setting);
    return db;
  }

  function prepare(sql: string): Statement {
    const known = statements.get(sql);
    if (known) return known;
    connection ??= connect();
    const statement = connection.prepare<unknown[], unknown[]>(sql);
    if (statement.reader) statement.raw();
    statements.set(sql, statement);
    return statement;
  }

  function run(sql: string, all: readonly (readonly unknown[])[], batchSize?: number): Result {
    const statement = prepare(sql);
    if (!statement.reader) {
      let changes = 0;
      for (const values of all) changes += statement.run(values).changes;
      return { columns: [], rows: [], changes };
    }
    const columns = statement.columns().map(({ name, type }) => ({ name, type }));
    if (batchSize === undefined) return { columns, rows: all.flatMap((values) => statement.all(values)), changes: 0 };
    open = { rows: statement.iterate(all[0] ?? []), size: batchSize };
    return { columns, rows: nextBatch(), changes: 0 };
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

  function answer({ sql, values = [], batchSize }: ThreadRequest): Result {
    if (sql === undefined) return { ...nothing, rows: nextBatch() };
    return run(sql, values, batchSize);
  }

  return (request) => {
    try {
      const before = process.threadCpuUsage();
      const isOver = request.sql === 'ROLLBACK' && aborts.end();
      const result = isOver ? nothing : aborts.run(() => answer(request));
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
  if (connection.givesWay ?? true) giveWay();
  const respond = createResponder(connection);
  port.on('message', (request: ThreadRequest) => port.postMessage(respond(request)));
}

if (parentPort) serve(parentPort, workerData as ThreadConnection);

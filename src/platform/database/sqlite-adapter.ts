import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { SqlDriverAdapter, SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils';
import BetterSqlite3 from 'better-sqlite3';
import { addProcessorTime, spending } from '../runtime/processor-time.ts';
import { type PromiseOrValue, whenKnown } from '../runtime/promise-or-value.ts';
import { watchTurns } from '../runtime/turns.ts';
import type { DatabaseActivity } from './activity.ts';
import { type Checkpoints, createCheckpoints, logSettings, restartTimeout } from './checkpoints.ts';
import { chunksOf } from './chunks.ts';
import { createLongReads, type LongReads } from './long-reads.ts';
import { joined, type WritingAdapterFactory } from './open-transaction.ts';
import type { RawRow } from './reading-adapter.ts';
import { type SharedConnection, shareCommits } from './shared-commits.ts';
import { type AbortWatch, watchAborts } from './sqlite-aborts.ts';
import { toDriverError } from './sqlite-errors.ts';
import { createLongTransactions } from './sqlite-long-transactions.ts';
import { createStatementCache, describe, type Prepared, toResultSet, toValues } from './sqlite-statements.ts';
import { type RawRows, startSqliteThread } from './sqlite-thread.ts';
import { createSqliteThreadPool } from './sqlite-thread-pool.ts';
import type { TransactionGate } from './transaction-gate.ts';

/** How many threads read at once: with two, a search need not wait for the end of somebody's statistics. */
const readThreads = 2;

/** How long a statement waits for a lock that another program holds, in milliseconds. */
const busyTimeout = 5_000;

/** The number of rows that are inserted without a look at the time. */
const rowsAtOnce = 20;

/** What is set on each connection that writes. */
const writerSettings = [
  // A commit is on disk before it is acknowledged.
  'synchronous = FULL',
  'foreign_keys = ON',
  // The pages that a statement may have to take back are copied: to memory, or SQLite makes a file for a row with many indexes.
  'temp_store = MEMORY',
  ...logSettings,
];

/**
 * The driver adapter between Prisma and better-sqlite3: one Prisma client for two connections to a file. Statements outside of
 * transactions run on a read-only connection, so they never see or become part of a transaction under way. Transactions run
 * on the other one, one at a time.
 *
 * A transaction begins IMMEDIATE: it holds the file's write lock before it reads, so that no other program can write between its
 * reads and its writes. The wait for a lock does not block the event loop.
 *
 * Statements are synchronous. Reads that are long run in threads, each with a read-only connection of its own, and so does what
 * copies the write-ahead log to the file.
 *
 * @param file the path of a migrated database
 * @param isInPlace whether the file is still the one that was opened
 * @param activity counts the statements
 */
export function createSqliteAdapter(
  file: string,
  gate: TransactionGate,
  isInPlace: () => boolean,
  activity: DatabaseActivity,
): SqliteAdapter {
  const { writer, aborts } = openWriter(file, activity);
  const copying = { file, readonly: false, busyTimeout: restartTimeout };
  const copier = createSqliteThreadPool(1, isInPlace, () => startSqliteThread(copying));
  const checkpoints = createCheckpoints(writer.db, copier);
  const commits = shareCommits(toShared(writer, aborts, checkpoints));
  // Other writes wait for what it runs, so it does not give way.
  const writing = { file, readonly: false, settings: writerSettings, givesWay: false };
  const writers = createSqliteThreadPool(1, isInPlace, () => startSqliteThread(writing));
  const beginLong = createLongTransactions({ threads: writers, checkpoints, activity, busyTimeout });
  // It has no transactions that SQLite could roll back.
  const reader = openConnection(new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 0 }), activity);
  // It changes with every commit of another connection, in whatever process: this one writes nothing.
  const dataVersion = reader.db.prepare<[], number>('PRAGMA data_version').pluck();
  const longReads = createLongReads((sql, value) => reader.db.prepare(sql).get(value) !== undefined);
  const threads = createSqliteThreadPool(readThreads, isInPlace, () => startSqliteThread({ file, readonly: true }));
  async function queryThread(sql: string, values: unknown[]): Promise<RawRows> {
    activity.statements += 1;
    try {
      const result = await threads.query(sql, values);
      addProcessorTime(result.milliseconds);
      return result;
    } catch (error) {
      throw toDriverError(error);
    }
  }
  async function readInThread(query: SqlQuery): Promise<SqlResultSet> {
    const { columns, rows } = await queryThread(query.sql, toValues(query));
    return toResultSet(describe(columns), rows);
  }
  return {
    longReads,
    provider: 'sqlite',
    adapterName: 'waymark-sqlite',
    readRows: (sql, parameters) =>
      longReads.isLong() ? queryThread(sql, parameters).then(({ rows }) => rows) : reader.query(sql, parameters),
    async begin(beginning) {
      if (!beginning.isLong) return commits.begin(beginning);
      // Nobody waits for what somebody else has to write.
      await commits.settle();
      return (await beginLong(beginning)) ?? commits.begin(beginning);
    },
    settle: commits.settle,
    pools: () => [],
    dataVersion: () => String(dataVersion.get()),
    async connect() {
      return {
        ...reader.queryable,
        queryRaw: (query) => (longReads.isLong() ? readInThread(query) : reader.queryable.queryRaw(query)),
        async startTransaction() {
          return gate.pass()?.forPrisma ?? joined(reader.queryable);
        },
        executeScript: () =>
          Promise.reject(new Error('Scripts are for migrations, which have connections of their own.')),
        async dispose() {
          await Promise.all([threads.close(), writers.close(), copier.close()]);
          reader.db.close();
          writer.db.close();
        },
      } satisfies SqlDriverAdapter;
    },
  };
}

export interface SqliteAdapter extends WritingAdapterFactory {
  /** Tells which reads run in threads. */
  readonly longReads: LongReads;
}

interface Connection {
  readonly db: BetterSqlite3.Database;
  /** Runs a statement and returns its rows, in values of SQLite. */
  readonly query: (text: string, parameters: readonly unknown[]) => PromiseOrValue<RawRow[]>;
  /** Runs a statement for each of some parameters. */
  readonly queryAll: (text: string, all: readonly (readonly unknown[])[]) => PromiseOrValue<RawRow[]>;
  readonly queryable: Pick<Transaction, 'provider' | 'adapterName' | 'queryRaw' | 'executeRaw'>;
}

function openWriter(file: string, activity: DatabaseActivity): { writer: Connection; aborts: AbortWatch } {
  const db = new BetterSqlite3(file, { timeout: busyTimeout });
  // With it, readers do not wait for writers.
  db.pragma('journal_mode = WAL');
  for (const setting of writerSettings) db.pragma(setting);
  // From here on, waiting is asynchronous.
  db.pragma('busy_timeout = 0');
  const aborts = watchAborts(() => db.inTransaction);
  return { writer: openConnection(db, activity, aborts), aborts };
}

/** @param aborts what may keep statements out, where there are transactions */
function openConnection(db: BetterSqlite3.Database, activity: DatabaseActivity, aborts?: AbortWatch): Connection {
  const statements = createStatementCache(db);
  const turns = watchTurns();
  /** Runs a statement, and lets the event loop take a turn if it has waited for long: statements are synchronous. */
  function run<T>(sql: string, how: (statement: Prepared) => T): PromiseOrValue<T> {
    activity.statements += 1;
    turns.begin();
    const statement = () => spending(() => how(statements.prepare(sql)));
    const ran = whenFree(() => (aborts ? aborts.run(statement) : statement()));
    return whenKnown(ran, (result) => (turns.isLong() ? turn(result) : result));
  }
  return {
    db,
    query: (text, parameters) => run(text, (statement) => allOf(statement, parameters)),
    queryAll: (text, all) => run(text, (statement) => all.flatMap((parameters) => allOf(statement, parameters))),
    queryable: {
      provider: 'sqlite',
      adapterName: 'waymark-sqlite',
      queryRaw: async (query) =>
        run(query.sql, (statement) => toResultSet(statement, allOf(statement, toValues(query)) as unknown[][])),
      executeRaw: async (query) => run(query.sql, ({ statement }) => statement.run(toValues(query)).changes),
    },
  };
}

function allOf({ statement }: Prepared, values: readonly unknown[]): RawRow[] {
  if (statement.reader) return statement.all(values) as RawRow[];
  statement.run(values);
  return [];
}

/** The statements of transactions on a connection. */
function toShared(
  { db, query, queryAll, queryable }: Connection,
  aborts: AbortWatch,
  checkpoints: Checkpoints,
): SharedConnection {
  const rollback = () => void db.exec('ROLLBACK');
  const isOpen = () => db.inTransaction;
  return {
    query: async (text, parameters) => query(text, parameters),
    insert: async ({ one }, rows, requireOpen) => {
      const inserted: RawRow[] = [];
      for (const some of chunksOf(rows, rowsAtOnce)) {
        requireOpen();
        inserted.push(...(await queryAll(one, some)));
      }
      return inserted;
    },
    forPrisma: joined(queryable),
    async begin(since) {
      const asked = performance.now();
      const room = checkpoints.untilRoomy();
      if (room) await room;
      // The time in the queue counts: behind a lock that is held for long, transactions do not each wait for all of the timeout.
      await whenFree(() => void db.exec('BEGIN IMMEDIATE'), since + performance.now() - asked);
      aborts.end();
    },
    async commit() {
      try {
        await whenFree(() => db.exec('COMMIT'));
      } catch (error) {
        if (isOpen()) rollback();
        throw error;
      }
      checkpoints.afterCommit();
    },
    rollback,
    isOpen,
    abortedBy: () => aborts.error(),
    run: (sql) => void db.exec(sql),
  };
}

/**
 * Runs something as soon as no other program holds the lock that it needs, within five seconds. Nearly always that is at once.
 * @throws DriverAdapterError
 */
function whenFree<T>(run: () => T, since?: number): T | Promise<T> {
  try {
    return run();
  } catch (error) {
    if (!isBusy(error)) throw toDriverError(error);
    return waitUntilFree(run, (since ?? performance.now()) + busyTimeout);
  }
}

async function waitUntilFree<T>(run: () => T, giveUpAt: number): Promise<T> {
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    await sleep(pause);
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw toDriverError(error);
    }
  }
}

const isBusy = (error: unknown) => (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;

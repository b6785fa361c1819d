import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabaseActivity } from '../../../src/platform/database/activity.ts';
import { toUnavailable } from '../../../src/platform/database/faults.ts';
import { inTransaction, type OpenTransaction } from '../../../src/platform/database/open-transaction.ts';
import { createLongTransactions } from '../../../src/platform/database/sqlite-long-transactions.ts';
import { type SqliteThread, startSqliteThread } from '../../../src/platform/database/sqlite-thread.ts';
import { createSqliteThreadPool } from '../../../src/platform/database/sqlite-thread-pool.ts';

/* Transactions of SQLite that may take long, which run in a thread. */

const endingThread = new URL('../../support/ending-thread.ts', import.meta.url);
const endingAtCommit = new URL('../../support/ending-at-commit-thread.ts', import.meta.url);

interface SceneOptions {
  /** What the threads run, one after another. */
  readonly entries?: readonly URL[];
  /** How many threads, from the first one, open the file where they can only read it. Default: none. */
  readonly onlyReading?: number;
  /** Fails where a thread would be started. */
  readonly failToStart?: () => never;
  /** In milliseconds. */
  readonly busyTimeout?: number;
}

/** A file with a table, what reads it from outside, and what begins transactions. */
function createScene({ entries = [], onlyReading = 0, failToStart, busyTimeout = 5_000 }: SceneOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-long-'));
  const file = join(folder, 'waymark.db');
  const other = new BetterSqlite3(file);
  other.pragma('journal_mode = WAL');
  other.exec('CREATE TABLE "Thing" ("name" TEXT UNIQUE, "at" DATETIME, "bytes" BLOB)');
  const started: SqliteThread[] = [];
  const threads = createSqliteThreadPool(
    1,
    () => true,
    () => {
      failToStart?.();
      const thread = startSqliteThread({ file, readonly: started.length < onlyReading }, entries[started.length]);
      started.push(thread);
      return thread;
    },
  );
  onTestFinished(async () => {
    await threads.close();
    other.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const activity = createDatabaseActivity();
  const commits: number[] = [];
  const checkpoints = { afterCommit: () => void commits.push(names().length), untilRoomy: () => null };
  const beginLong = createLongTransactions({ threads, checkpoints, activity, busyTimeout });
  const names = () => other.prepare<[], string>('SELECT "name" FROM "Thing" ORDER BY "name"').pluck().all();
  const beginOrNull = () => beginLong({ owner: 'a', since: performance.now(), isLong: true, endTurn: () => {} });
  async function begin(): Promise<OpenTransaction> {
    const tx = await beginOrNull();
    if (!tx) throw new Error('There is no thread.');
    return tx;
  }
  return { other, started, activity, commits, names, beginOrNull, begin };
}

const insertion = { one: 'INSERT INTO "Thing" ("name") VALUES (?) RETURNING "name"', many: null };
const add = (tx: OpenTransaction, name: string) => tx.insert(insertion, [[name]]);

/** What a database error is to a client. */
const messageOf = (error: unknown) => toUnavailable(error)?.message;
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test('a transaction sees what it has written, and others do once it is committed', async () => {
  const { begin, names, commits, activity } = createScene();
  const tx = await begin();
  expect(await tx.insert(insertion, [['a'], ['b']])).toEqual([['a'], ['b']]);
  expect(await tx.query('SELECT "name" FROM "Thing" WHERE "name" > ?', ['a'])).toEqual([['b']]);
  expect(names()).toEqual([]);
  await tx.commit();
  expect([names(), commits, activity.statements]).toEqual([['a', 'b'], [2], 2]);
});

test('the event loop goes on while it writes and commits', async () => {
  const { begin, names } = createScene();
  const tx = await begin();
  let turns = 0;
  let next = setImmediate(function count() {
    turns += 1;
    next = setImmediate(count);
  });
  onTestFinished(() => clearImmediate(next));
  /** How many turns the event loop takes while something is waited for. */
  const turnsDuring = async (work: () => Promise<unknown>) => {
    const before = turns;
    await work();
    return turns - before;
  };
  const rows = Array.from({ length: 500 }, (_, number) => [`${number} ${'x'.repeat(10_000)}`]);
  expect(await turnsDuring(() => tx.insert(insertion, rows))).toBeGreaterThan(0);
  expect(await turnsDuring(() => tx.commit())).toBeGreaterThan(0);
  expect(names()).toHaveLength(500);
});

test('what Prisma asks in it has the values and types that Prisma reads', async () => {
  const { begin, names } = createScene();
  const tx = await begin();
  const at = new Date('2026-03-01T12:00:00.000Z');
  const executed = await tx.forPrisma.executeRaw({
    sql: 'INSERT INTO "Thing" ("name", "at", "bytes") VALUES (?, ?, ?), (?, NULL, NULL)',
    args: ['a', at.toISOString(), Buffer.from('x').toString('base64'), 'b'],
    argTypes: [
      { scalarType: 'string', arity: 'scalar' },
      { scalarType: 'datetime', arity: 'scalar' },
      { scalarType: 'bytes', arity: 'scalar' },
      { scalarType: 'string', arity: 'scalar' },
    ],
  });
  expect(executed).toBe(2);
  const { columnNames, rows } = await tx.forPrisma.queryRaw({
    sql: 'SELECT "name", "at", "bytes" FROM "Thing" ORDER BY "name"',
    args: [],
    argTypes: [],
  });
  expect(columnNames).toEqual(['name', 'at', 'bytes']);
  expect(rows).toEqual([
    ['a', '2026-03-01T12:00:00.000+00:00', Uint8Array.from([120])],
    ['b', null, null],
  ]);
  // Prisma neither commits it nor rolls it back.
  await tx.forPrisma.rollback();
  await tx.commit();
  expect(names()).toEqual(['a', 'b']);
});

test('a transaction that is rolled back has changed nothing, and the next one begins in the same thread', async () => {
  const { begin, names, started, commits } = createScene();
  const tx = await begin();
  await add(tx, 'a');
  await tx.rollback();
  const next = await begin();
  await add(next, 'b');
  await next.commit();
  expect([names(), commits, started.length]).toEqual([['b'], [1], 1]);
});

test('a statement that fails has the code of SQLite, and the transaction goes on', async () => {
  const { begin, names } = createScene();
  const tx = await begin();
  await add(tx, 'a');
  expect(await failureOf(add(tx, 'a'))).toMatchObject({ cause: { kind: 'UniqueConstraintViolation' } });
  expect(await failureOf(tx.query('SELECT * FROM "Nothing"', []))).toMatchObject({
    cause: { originalCode: 'SQLITE_ERROR' },
  });
  await add(tx, 'b');
  await tx.commit();
  expect(names()).toEqual(['a', 'b']);
});

test('one that takes too long is rolled back at once, and others may begin', async () => {
  const { begin, names } = createScene();
  const late = Promise.withResolvers<void>();
  const slow = inTransaction(await begin(), 20, async (tx) => {
    await add(tx, 'a');
    await late.promise;
    await add(tx, 'b');
  });
  const next = await begin();
  await add(next, 'c');
  late.resolve();
  expect(await failureOf(slow)).toMatchObject({ code: 'P2028' });
  await next.commit();
  expect(names()).toEqual(['c']);
});

test('a transaction whose thread ends has changed nothing, and the next one gets another thread', async () => {
  const { begin, names, started } = createScene();
  const tx = await begin();
  await add(tx, 'a');
  await started[0]?.close();
  expect(messageOf(await failureOf(add(tx, 'b')))).toContain('Try again');
  await tx.rollback();
  const next = await begin();
  await add(next, 'c');
  await next.commit();
  expect([names(), started.length]).toEqual([['c'], 2]);
});

test('nobody is told that a transaction failed whose thread ended during its commit', async () => {
  const { begin, commits } = createScene({ entries: [endingAtCommit] });
  const tx = await begin();
  await add(tx, 'a');
  expect(messageOf(await failureOf(tx.commit()))).toContain('may be saved or not');
  const next = await begin();
  await add(next, 'b');
  await next.commit();
  expect(commits).toHaveLength(1);
});

test('a commit that SQLite refuses is rolled back, and says why', async () => {
  const { begin, names, other } = createScene();
  other.exec('CREATE TABLE "Part" ("of" TEXT REFERENCES "Thing" ("name") DEFERRABLE INITIALLY DEFERRED)');
  const tx = await begin();
  await add(tx, 'a');
  await tx.query('INSERT INTO "Part" VALUES (?)', ['nothing']);
  expect(await failureOf(tx.commit())).toMatchObject({ cause: { kind: 'ForeignKeyConstraintViolation' } });
  const next = await begin();
  await next.commit();
  expect(names()).toEqual([]);
});

test.for([
  ['cannot be started', { failToStart: () => throwing('ERR_WORKER_INIT_FAILED') }],
  ['ends before it begins', { entries: [endingThread] }],
] as const)('there is no transaction if the thread %s', async ([, options]) => {
  const { beginOrNull } = createScene(options);
  expect(await beginOrNull()).toBeNull();
});

test('a connection to a file that could only be read when it was opened is not used again', async () => {
  const { begin, names, started } = createScene({ onlyReading: 1 });
  const refused = await begin();
  expect(messageOf(await failureOf(add(refused, 'a')))).toContain('cannot be written');
  await refused.rollback();
  const next = await begin();
  await add(next, 'b');
  await next.commit();
  expect([names(), started.length]).toEqual([['b'], 2]);
});

function throwing(code: string): never {
  throw Object.assign(new Error(code), { code });
}

test('one waits for the lock of another program, and no longer than it may', async () => {
  const { begin, names, other } = createScene({ busyTimeout: 50 });
  other.exec('BEGIN IMMEDIATE');
  expect(messageOf(await failureOf(begin()))).toContain('Another program is writing');
  other.exec('COMMIT');
  const tx = await begin();
  await add(tx, 'a');
  await tx.commit();
  expect(names()).toEqual(['a']);
});

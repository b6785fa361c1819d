import { renameSync } from 'node:fs';
import { expect, inject, onTestFinished, test } from 'vitest';
import { toUnavailable } from '../../../src/platform/database/faults.ts';
import { type SqliteThread, startSqliteThread } from '../../../src/platform/database/sqlite-thread.ts';
import { createSqliteThreadPool } from '../../../src/platform/database/sqlite-thread-pool.ts';
import { createDatabase, engine } from '../../support/databases.ts';

/* Statements of SQLite in threads of their own, below Prisma. */

const endingThread = new URL('../../support/ending-thread.ts', import.meta.url);

/** A statement that takes a while: it counts to a number. */
const counting =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*) AS c FROM n';

async function createThreads(entries: URL[] = [], isInPlace = () => true) {
  const { url, remove } = await createDatabase(inject('templateDatabase'));
  onTestFinished(remove);
  const file = url.slice('file:'.length);
  const started: SqliteThread[] = [];
  const threads = createSqliteThreadPool(2, isInPlace, () => {
    const thread = startSqliteThread({ file, readonly: true }, entries[started.length]);
    started.push(thread);
    return thread;
  });
  return { file, threads, started };
}

test.skipIf(engine !== 'sqlite')(
  'threads start when they are needed, run two statements at once, and are kept',
  async () => {
    const { threads, started } = await createThreads();
    expect(started).toHaveLength(0);
    const columns = [{ name: 'c', type: null }];
    const milliseconds = expect.any(Number) as number;
    expect(await threads.query(counting, [3])).toEqual({ columns, rows: [[3]], changes: 0, milliseconds });
    await threads.query(counting, [4]);
    expect(started).toHaveLength(1);
    const five = Array.from({ length: 5 }, (_, i) => threads.query(counting, [i + 1]));
    expect((await Promise.all(five)).map(({ rows }) => rows[0]?.[0])).toEqual([1, 2, 3, 4, 5]);
    expect(started).toHaveLength(2);
    await threads.close();
  },
);

test.skipIf(engine !== 'sqlite')('a statement that fails has the code of SQLite, and the next one works', async () => {
  const { threads, started } = await createThreads();
  await expect(threads.query('SELECT * FROM "Nothing"', [])).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
  await expect(threads.query('DELETE FROM "Account"', [])).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
  expect((await threads.query(counting, [1])).rows).toEqual([[1]]);
  expect(started).toHaveLength(1);
  await threads.close();
});

test.skipIf(engine !== 'sqlite')(
  'a thread that ends fails its statement as unavailable, and another takes its place',
  async () => {
    const { threads, started } = await createThreads([endingThread]);
    const error: unknown = await threads.query(counting, [1]).catch((thrown: unknown) => thrown);
    expect(toUnavailable(error)).toMatchObject({ retryAfterSeconds: 1, message: expect.stringContaining('Try again') });
    expect((await threads.query(counting, [2])).rows).toEqual([[2]]);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    await threads.close();
  },
);

test.skipIf(engine !== 'sqlite')('no thread opens a file that is no longer the one of the server', async () => {
  const { file, threads, started } = await createThreads([], () => false);
  renameSync(file, `${file}.gone`);
  onTestFinished(() => renameSync(`${file}.gone`, file));
  const error: unknown = await threads.query(counting, [1]).catch((thrown: unknown) => thrown);
  expect(toUnavailable(error)?.message).toContain('moved, deleted or replaced');
  expect(started).toHaveLength(0);
  await threads.close();
});

test.skipIf(engine !== 'sqlite')(
  'closing waits for the statements under way and those that wait, and ends all threads',
  async () => {
    const { threads, started } = await createThreads();
    const order: string[] = [];
    const queries = Array.from({ length: 4 }, async (_, i) => {
      await threads.query(counting, [200_000]);
      order.push(`query ${i}`);
    });
    await threads.close();
    order.push('closed');
    await Promise.all(queries);
    expect(order).toHaveLength(5);
    expect(order.at(-1)).toBe('closed');
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  },
);

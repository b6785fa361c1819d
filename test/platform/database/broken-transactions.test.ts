import { expect, test } from 'vitest';
import { toUnavailable } from '../../../src/platform/database/faults.ts';
import type { RowWriter } from '../../../src/platform/database/row-writer.ts';
import { createFreshTestApp, type TestApp } from '../../support/app.ts';
import { engine } from '../../support/databases.ts';

/* Transactions of SQLite that are broken off while statements of theirs have still to run: none of them may take effect. */

/** Where a transaction runs: on the connection of the event loop, or in a thread. Its time-out decides. */
const places = [
  ['the event loop', 10_000],
  ['a thread', 100_000],
] as const;

const now = new Date();
const job = (id: string, size: number) => ({
  ...{ id, kind: 'test', payload: 'x'.repeat(size), nextAttemptAt: now, createdAt: now },
});
const idsOf = async (app: TestApp) =>
  (await app.db.reads.job.findMany({ where: { kind: 'test' }, orderBy: { id: 'asc' } })).map(({ id }) => id);
const codesOf = (all: readonly PromiseSettledResult<unknown>[]) =>
  all.map((one) => (one.status === 'rejected' ? one.reason.cause?.originalCode : 'done'));

test.skipIf(engine !== 'sqlite').for(places)(
  'in %s, what is sent along with a statement that finds the disk full is not saved, nor what follows',
  async ([, timeout]) => {
    const app = await createFreshTestApp();
    const all: PromiseSettledResult<unknown>[] = [];
    const broken = app.db.write(
      async (client, rows) => {
        const [{ page_count: pages } = { page_count: 0n }] =
          await client.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count');
        await client.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(pages) + 5}`);
        const insert = (id: string, size = 10) => rows.insert('job', [job(id, size)]);
        all.push(...(await Promise.allSettled([insert('a'), insert('b', 1_000_000), insert('c')])));
        all.push(...(await Promise.allSettled([insert('d')])));
      },
      { timeout },
    );
    const error = await broken.catch((thrown: unknown) => thrown);
    expect(toUnavailable(error)?.message).toContain('disk of the database is full');
    expect(codesOf(all)).toEqual(['done', 'SQLITE_FULL', 'SQLITE_FULL', 'SQLITE_FULL']);
    await app.db.write((_client, rows) => rows.insert('job', [job('after', 10)]), { timeout });
    expect(await idsOf(app)).toEqual(['after']);
  },
);

/** Inserts rows, between which others take turns. */
const insertMany = (rows: RowWriter) =>
  rows.insert(
    'job',
    Array.from({ length: 200 }, (_, number) => job(`job ${number}`, 200_000)),
  );

test.skipIf(engine !== 'sqlite').for(places)(
  'in %s, the rows that are left when another part of a transaction fails are not saved',
  async ([, timeout]) => {
    const app = await createFreshTestApp();
    let inserted: Promise<void> = Promise.resolve();
    const broken = app.db.write(
      async (_client, rows) => {
        inserted = insertMany(rows);
        await Promise.all([inserted, Promise.reject(new Error('the other part'))]);
      },
      { timeout },
    );
    await expect(broken).rejects.toThrow('the other part');
    await inserted.catch(() => {});
    expect(await app.db.reads.job.count({ where: { kind: 'test' } })).toBe(0);
  },
);

test.skipIf(engine !== 'sqlite')(
  'the rows that are left when the time of a transaction is up are not saved',
  async () => {
    const app = await createFreshTestApp();
    const late = app.db.write((_client, rows) => insertMany(rows), { timeout: 20 });
    await expect(late).rejects.toMatchObject({ code: 'P2028' });
    expect(await app.db.reads.job.count({ where: { kind: 'test' } })).toBe(0);
  },
);

import { expect, onTestFinished, test } from 'vitest';
import { PrismaClient } from '../../../src/generated/sqlite/client.ts';
import { CachingSqliteAdapter } from '../../../src/platform/database/statement-cache.ts';

/* Kept statements show nowhere: each run has its own values, whatever ran before. */

function connect() {
  const client = new PrismaClient({ adapter: new CachingSqliteAdapter({ url: ':memory:' }) });
  onTestFinished(() => client.$disconnect());
  return client;
}

test('a statement that runs again has its own values, also after it failed', async () => {
  const client = connect();
  await client.$executeRawUnsafe('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT');
  const insert = (a: number, b: string) => client.$executeRawUnsafe('INSERT INTO t VALUES (?, ?)', a, b);
  const read = (a: number) => client.$queryRawUnsafe('SELECT b FROM t WHERE a = ?', a);
  await insert(1, 'one');
  await expect(insert(1, 'again')).rejects.toThrow(/UNIQUE/);
  await insert(2, 'two');
  expect([await read(1), await read(2), await read(3)]).toEqual([[{ b: 'one' }], [{ b: 'two' }], []]);
});

test('a statement runs as before once the schema has changed', async () => {
  const client = connect();
  await client.$executeRawUnsafe('CREATE TABLE t (a INTEGER)');
  await client.$executeRawUnsafe('INSERT INTO t VALUES (1)');
  const read = () => client.$queryRawUnsafe('SELECT a FROM t');
  expect(await read()).toEqual([{ a: 1 }]);
  await client.$executeRawUnsafe('ALTER TABLE t ADD COLUMN b INTEGER');
  await client.$executeRawUnsafe('CREATE INDEX i ON t (a)');
  expect(await read()).toEqual([{ a: 1 }]);
});

test('a transaction that is rolled back leaves its statements usable', async () => {
  const client = connect();
  await client.$executeRawUnsafe('CREATE TABLE t (a INTEGER)');
  const insert = 'INSERT INTO t VALUES (?)';
  const failed = client.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(insert, 1);
    throw new Error('Back.');
  });
  await expect(failed).rejects.toThrow('Back.');
  await client.$transaction((tx) => tx.$executeRawUnsafe(insert, 2));
  expect(await client.$queryRawUnsafe('SELECT a FROM t')).toEqual([{ a: 2 }]);
});

test('more statements than are kept all run', async () => {
  const client = connect();
  for (const _round of [1, 2]) {
    for (let number = 0; number < 1_100; number += 1) {
      expect(await client.$queryRawUnsafe(`SELECT ${number} AS a`)).toEqual([{ a: BigInt(number) }]);
    }
  }
});

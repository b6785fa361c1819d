import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createStatementNames } from '../../../src/platform/database/postgresql-statements.ts';
import { createSharedReads, type RunRead } from '../../../src/platform/database/shared-reads.ts';
import { engine, postgresqlServer } from '../../support/databases.ts';

/** Reads on a pool of their own, and how many connections were taken for them. */
function createReads({
  patience,
  ...options
}: {
  patience?: number;
  max?: number;
  connectionTimeoutMillis?: number;
} = {}) {
  const pool = new pg.Pool({ connectionString: postgresqlServer, max: 50, ...options });
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  // It waits for statements, such as those of a test that failed.
  onTestFinished(() => void pool.end());
  let taken = 0;
  pool.on('acquire', () => {
    taken += 1;
  });
  const names = createStatementNames(postgresqlServer);
  const run: RunRead = createSharedReads(pool, patience);
  return {
    read: (text: string, ...values: unknown[]) => run(names.of(text), values),
    taken: () => taken,
  };
}

/** A lock that another connection holds until it is given back. */
async function lock(): Promise<{ key: number; giveBack: () => Promise<unknown> }> {
  const key = Math.floor(Math.random() * 2 ** 31);
  const client = new pg.Client({ connectionString: postgresqlServer });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('SELECT pg_advisory_lock($1)', [key]);
  return { key, giveBack: () => client.query('SELECT pg_advisory_unlock($1)', [key]) };
}

const locked = 'SELECT pg_advisory_xact_lock_shared($1::bigint)::text';

describe.runIf(engine === 'postgresql')('reads of one turn on PostgreSQL', () => {
  test('share a connection, up to sixteen of them', async () => {
    const { read, taken } = createReads({ patience: 60_000 });
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    expect(await Promise.all(numbers.map((number) => read('SELECT $1::int4', number)))).toEqual(
      numbers.map((number) => [[number]]),
    );
    expect(taken()).toBe(2);
  });

  test('fail alone', async () => {
    const { read } = createReads();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 20 }), async (divisors) => {
        const all = await Promise.allSettled(divisors.map((divisor) => read('SELECT 6 / $1::int4', divisor)));
        const results = all.map((one) => (one.status === 'rejected' ? one.reason.code : one.value[0]?.[0]));
        expect(results).toEqual(divisors.map((divisor) => (divisor === 0 ? '22012' : 6 / divisor)));
      }),
      { numRuns: 30 },
    );
  });

  test('do not wait for a long one, which shares nothing from then on', async () => {
    const { read, taken } = createReads();
    const first = await lock();
    const [before, long, behind] = [read('SELECT 1 AS before'), read(locked, first.key), read('SELECT 1 AS behind')];
    expect(await Promise.all([before, behind])).toEqual([[[1]], [[1]]]);
    // It waits still. Those of its kind soon take connections of their own.
    const again: Promise<unknown>[] = [];
    await vi.waitFor(async () => {
      const known = taken();
      again.push(read(locked, first.key));
      expect(await Promise.all([read('SELECT 2'), read('SELECT 3')])).toEqual([[[2]], [[3]]]);
      expect(taken()).toBe(known + 2);
    });
    await first.giveBack();
    expect(new Set((await Promise.all([long, ...again])).flat(2))).toEqual(new Set(['']));
  });

  test('are answered although their connection ends', async () => {
    const { read } = createReads();
    const { key, giveBack } = await lock();
    const [pid] = (await read('SELECT pg_backend_pid()')) as [[number]];
    const [long, behind] = [read(locked, key), read('SELECT 1 AS behind')];
    expect(await behind).toEqual([[1]]);
    const other = new pg.Client({ connectionString: postgresqlServer });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query('SELECT pg_terminate_backend($1)', pid);
    await giveBack();
    expect(await long).toEqual([['']]);
    expect(await read('SELECT 1')).toEqual([[1]]);
  });

  test('wait for the first answer while the pool has no room for a second one', async () => {
    const { read, taken } = createReads({ patience: 1, max: 1, connectionTimeoutMillis: 50 });
    const { key, giveBack } = await lock();
    const both = Promise.all([read(locked, key), read('SELECT 2')]);
    await sleep(200);
    await giveBack();
    expect(await both).toEqual([[['']], [[2]]]);
    expect(taken()).toBe(1);
  });

  test('that were answered meanwhile are not sent again when the long one fails', async () => {
    const { read, taken } = createReads();
    const { key } = await lock();
    const [long, behind] = [read(locked, key), read('SELECT 1 AS behind')];
    const ended = long.catch((error: { code: string }) => error.code);
    expect(await behind).toEqual([[1]]);
    const other = new pg.Client({ connectionString: postgresqlServer });
    await other.connect();
    onTestFinished(() => other.end());
    const waiting = `FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1`;
    // Both tries of it wait for the lock, before one of them is cancelled.
    await vi.waitFor(async () => expect((await other.query(`SELECT pid ${waiting}`, [key])).rows).toHaveLength(2));
    expect((await other.query(`SELECT pg_cancel_backend(pid) ${waiting}`, [key])).rows).toHaveLength(2);
    expect(await ended).toBe('57014');
    expect(taken()).toBe(3);
  });

  test('fail if there is no connection', async () => {
    const pool = new pg.Pool({ connectionString: 'postgresql://127.0.0.1:1/none' });
    onTestFinished(() => pool.end());
    const read = createSharedReads(pool);
    const statement = createStatementNames(postgresqlServer).of('SELECT 1');
    const all = await Promise.allSettled([read(statement, []), read(statement, [])]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

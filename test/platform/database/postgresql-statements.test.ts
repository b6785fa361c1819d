import { PrismaPg } from '@prisma/adapter-pg';
import fc from 'fast-check';
import pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createStatementBatches,
  createStatementNames,
  type StatementBatches,
} from '../../../src/platform/database/postgresql-statements.ts';
import { engine, postgresqlServer } from '../../support/databases.ts';

const names = createStatementNames(postgresqlServer);

const runStatement = (client: pg.Client, ...[statement, values]: Parameters<StatementBatches['run']>) =>
  createStatementBatches(client).run(statement, values);

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgresqlServer });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Values of columns as texts of PostgreSQL, by the names of their types. */
const values = fc.record({
  text: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  int4: fc.integer(),
  int8: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  float8: fc.double({ noNaN: true }),
  bool: fc.boolean(),
  'timestamp(3)': fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  'timestamptz(3)': fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  date: fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  numeric: fc.integer().map((cents) => String(cents / 100)),
  jsonb: fc.json({ noUnicodeString: true }).filter((text) => !text.includes(String.raw`\u0000`)),
  'text[]': fc.array(fc.option(fc.string().filter((text) => !text.includes('\0')))),
  uuid: fc.uuid(),
});

describe.runIf(engine === 'postgresql')('statements on PostgreSQL', () => {
  let sql: string;
  beforeAll(async () => {
    const example = fc.sample(values, 1)[0] ?? {};
    sql = `SELECT ${Object.keys(example)
      .map((type, index) => `$${index + 1}::${type} AS "c${index}"`)
      .join()}`;
  });

  test('return the values that the adapter of Prisma returns', async () => {
    const client = await connect();
    const pool = new pg.Pool({ connectionString: postgresqlServer, max: 1 });
    onTestFinished(() => pool.end());
    const prisma = await new PrismaPg(pool).connect();
    const instant = (value: unknown) => (/^\d{4,}-\d\d-\d\dT/.test(String(value)) ? new Date(String(value)) : value);
    await fc.assert(
      fc.asyncProperty(values, fc.nat(40), async (example, nulls) => {
        const args = Object.values(example).map((value, index) => ((nulls >> index) & 1 ? null : value));
        const argTypes = args.map((value) => ({
          scalarType: value instanceof Date ? ('datetime' as const) : ('unknown' as const),
          arity: 'scalar' as const,
        }));
        const { rows } = await prisma.queryRaw({ sql, args, argTypes });
        const [row] = await runStatement(client, names.of(sql), args);
        expect(row?.map(instant)).toEqual(rows[0]?.map(instant));
      }),
    );
  });

  test('are prepared once for a connection, and described once for all', async () => {
    const [first, second] = [await connect(), await connect()];
    const statement = names.of('SELECT $1::int4 + 1, now()');
    for (const client of [first, first, second]) {
      const [row] = await runStatement(client, statement, [41]);
      expect(row?.[0]).toBe(42);
      expect(row?.[1]).toMatch(/Z$/);
    }
    const prepared = await first.query('SELECT statement FROM pg_prepared_statements WHERE name = $1', [
      statement.name,
    ]);
    expect(prepared.rows).toEqual([{ statement: statement.text }]);
    // A query of pg's own finds it prepared, too.
    const own = await first.query({ name: statement.name, text: statement.text, values: [1], rowMode: 'array' });
    expect(own.rows[0]?.[0]).toBe(2);
  });

  test('fail with the code of PostgreSQL, and leave the connection in use', async () => {
    const client = await connect();
    const divide = names.of('SELECT 1 / $1::int4');
    await expect(runStatement(client, names.of('SELECT wrong'), [])).rejects.toMatchObject({ code: '42703' });
    await expect(runStatement(client, divide, [0])).rejects.toMatchObject({ code: '22012' });
    await expect(runStatement(client, divide, ['x'])).rejects.toMatchObject({ code: '22P02' });
    expect(await runStatement(client, divide, [1])).toEqual([[1]]);
    expect(await runStatement(client, names.of('SET LOCAL statement_timeout = 0'), [])).toEqual([]);
  });

  test('are sent together within a turn, and answered one by one', async () => {
    const client = await connect();
    const batches = createStatementBatches(client);
    const sent = vi.spyOn(client, 'query');
    const results = await Promise.all([
      batches.run(names.of('SELECT $1::int4 AS once'), [1]),
      batches.run(names.of('SELECT FROM generate_series(1, 2)'), []),
      batches.run(names.of('SELECT $1::text, $1::text AS twice'), ['é']),
      batches.run(names.of('SELECT $1::int4 AS once'), [2]),
    ]);
    expect(results).toEqual([[[1]], [[], []], [['é', 'é']], [[2]]]);
    expect(sent).toHaveBeenCalledTimes(1);
    const first = batches.run(names.of('SELECT 1'), []);
    batches.flush();
    const second = batches.run(names.of('SELECT 2'), []);
    expect(sent).toHaveBeenCalledTimes(2);
    expect(await Promise.all([first, second])).toEqual([[[1]], [[2]]]);
  });

  test('fail from the first of a turn on that fails, and are prepared again where that was skipped', async () => {
    const client = await connect();
    const batches = createStatementBatches(client);
    const run = (text: string, ...args: unknown[]) => batches.run(names.of(text), args);
    await client.query('BEGIN');
    const all = await Promise.allSettled([
      run('SELECT 1 AS before'),
      run('SELECT 1 / $1::int4 AS fails', 0),
      run('SELECT 1 AS behind'),
    ]);
    expect(all.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : one.value))).toEqual([
      [[1]],
      '22012',
      '22012',
    ]);
    await client.query('ROLLBACK');
    expect(await Promise.all([run('SELECT 1 AS behind'), run('SELECT 1 / $1::int4 AS fails', 1)])).toEqual([
      [[1]],
      [[1]],
    ]);
  });

  test('fail when the connection ends, or takes too long', async () => {
    const client = await connect();
    const waiting = runStatement(client, names.of('SELECT pg_sleep(60)'), []).catch((error: unknown) => error);
    client.on('error', () => {});
    const { processID } = client as pg.Client & { processID: number };
    await (await connect()).query('SELECT pg_terminate_backend($1)', [processID]);
    expect(await waiting).toMatchObject({ code: '57P01' });
    const slow = new pg.Client({ connectionString: postgresqlServer, query_timeout: 50 });
    await slow.connect();
    await expect(runStatement(slow, names.of('SELECT pg_sleep(0.5)'), [])).rejects.toThrow('Query read timeout');
    await slow.end();
  });
});

test('names are unique, bounded, and none with PgBouncer', () => {
  const some = createStatementNames('postgresql://localhost/waymark');
  const all = Array.from({ length: 250 }, (_, index) => some.of(`SELECT ${index}`).name);
  expect(new Set(all.slice(0, 200)).size).toBe(200);
  expect(new Set(all.slice(200))).toEqual(new Set(['']));
  expect(some.of('SELECT 7')).toBe(some.of('SELECT 7'));
  expect(createStatementNames('postgresql://localhost/waymark?pgbouncer=true').of('SELECT 1').name).toBe('');
});

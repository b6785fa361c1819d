import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Prisma } from '../../../src/generated/sqlite/client.ts';
import { enumValuesOf } from '../../../src/platform/database/column-values.ts';
import { referencesOf, scalarsOf } from '../../../src/platform/database/model-relations.ts';
import { type ModelKey, modelNameOf } from '../../../src/platform/database/models.ts';
import type { RowTarget, RowWriter } from '../../../src/platform/database/row-writer.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { engine } from '../../support/databases.ts';

/* Rows are written by statements of our own. Here Prisma writes the same ones, and what is stored must be the same. */

type Values = Record<string, unknown>;

interface Delegate {
  create(args: { data: Values }): Promise<Values>;
  updateManyAndReturn(args: { where: Values; data: Values }): Promise<Values[]>;
  deleteMany(args: { where: Values }): Promise<unknown>;
}

/** The writer that Prisma would be. */
function byPrisma(client: Prisma.TransactionClient): RowWriter {
  const of = (key: ModelKey) => client[key] as unknown as Delegate;
  const where = ({ column, values, owner }: RowTarget) => ({
    [column]: { in: [...values] },
    ...(owner && { [owner[0]]: owner[1] }),
  });
  const insertAndReturn: RowWriter['insertAndReturn'] = async (key, rows) => {
    const inserted: Values[] = [];
    for (const data of rows) inserted.push(await of(key).create({ data }));
    return inserted;
  };
  return {
    isAlone: false,
    insertAndReturn,
    insert: async (key, rows) => void (await insertAndReturn(key, rows)),
    update(key, target, changes, increments) {
      const raised = increments.map((name) => [name, { increment: 1 }]);
      return of(key).updateManyAndReturn({ where: where(target), data: { ...changes, ...Object.fromEntries(raised) } });
    },
    insertMissing: async () => {},
    delete: async (key, target) => void (await of(key).deleteMany({ where: where(target) })),
    lockSequence: async () => null,
    async nextSequence(ownerId) {
      const raised = { where: { ownerId }, create: { ownerId, sequence: 1 }, update: { sequence: { increment: 1 } } };
      return (await client.changeSequence.upsert(raised)).sequence;
    },
  };
}

/** Any text that both engines can store. */
const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((one) => one.isWellFormed() && !one.includes('\0'));
const json = fc
  .array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 })
  .filter((one) => JSON.stringify(one).isWellFormed() && !JSON.stringify(one).includes('\\u0000'));

function valueIn(type: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'String':
      return fc.oneof(text, fc.constantFrom('', "'", '"\\', '12', '1e3', 'Ünïcödé 🎈', '{"a":1}'));
    case 'Int':
      return fc.integer();
    case 'Float':
      // Of longer ones, Prisma rounds the last digit.
      return fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((number) => Number(number.toPrecision(12)));
    case 'Boolean':
      return fc.boolean();
    case 'DateTime':
      return fc.date({
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
        noInvalidDate: true,
      });
    case 'Json':
      return json;
    default:
      return fc.constantFrom(...enumValuesOf(type));
  }
}

const owner = '01920000-0000-7000-8000-000000000001';
const stranger = '01920000-0000-7000-8000-000000000002';

/** Columns that are the same in every row of the test: keys, and references to rows that are there. */
const isGiven = (model: string, name: string) =>
  ['id', 'ownerId', 'number', 'rowId', 'key'].includes(name) ||
  referencesOf(model).some(({ column }) => column === name);

/** Values for the columns of a row. Those that have a default or may be null are left out at times. */
function rowOf(key: ModelKey, isNew: boolean): fc.Arbitrary<Values> {
  const columns = scalarsOf(modelNameOf(key)).filter(({ name }) => !isGiven(modelNameOf(key), name));
  const entries = columns.map(({ name, type, isRequired, hasDefaultValue }) => {
    const value = isRequired ? valueIn(type) : fc.oneof(valueIn(type), fc.constant(null));
    // Prisma has a value of its own for a null in a column of JSON.
    const given = type === 'Json' && !isRequired ? valueIn(type) : value;
    const isOptional = !isNew || !isRequired || hasDefaultValue;
    return [name, isOptional ? fc.option(given, { nil: undefined }) : given] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

const keys = ['task', 'goal', 'learning', 'job', 'searchDocument'] as const;
type Key = (typeof keys)[number];
const isOwned = (key: Key) => key !== 'job';
/** The column that the rows are found by. */
const idOf = (key: Key) => (key === 'searchDocument' ? 'rowId' : 'id');

/** A step of a sequence. Rows are named by numbers, of which few are used, so that steps are about rows of others. */
interface Insert {
  do: 'insert' | 'insertAndReturn';
  key: Key;
  rows: Values[];
}
interface Update {
  do: 'update';
  key: Key;
  ids: number[];
  changes: Values;
  raise: boolean;
  by: string;
}
interface Delete {
  do: 'delete';
  key: Key;
  ids: number[];
  by: string;
}
type Step = Insert | Update | Delete | { do: 'nextSequence' };

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...keys).chain((key) =>
    fc.record({
      do: fc.constantFrom('insert' as const, 'insertAndReturn' as const),
      key: fc.constant(key),
      rows: fc.array(rowOf(key, true), { minLength: 1, maxLength: 4 }),
    }),
  ),
  fc.constantFrom(...keys).chain((key) =>
    fc.record({
      do: fc.constant('update' as const),
      key: fc.constant(key),
      ids,
      changes: rowOf(key, false),
      raise: fc.boolean(),
      by: fc.constantFrom(owner, stranger),
    }),
  ),
  fc.record({
    do: fc.constant('delete' as const),
    key: fc.constantFrom(...keys),
    ids,
    by: fc.constantFrom(owner, stranger),
  }),
  fc.record({ do: fc.constant('nextSequence' as const) }),
);

const uuid = (number: number) => `01920000-0000-7000-9000-${String(number).padStart(12, '0')}`;

const withoutNumber = (row: Values): Values => ({ ...row, number: null });

/** Takes the steps, and returns what each returned, without the numbers of documents: each is the next one of a sequence. */
async function take(steps: readonly Step[], rows: RowWriter): Promise<unknown[]> {
  const counts = new Map<Key, number>();
  const results: unknown[] = [];
  for (const one of steps) {
    if (one.do === 'nextSequence') {
      results.push(await rows.nextSequence(owner));
      continue;
    }
    const { key } = one;
    const model = modelNameOf(key);
    if ('rows' in one) {
      const required = scalarsOf(model).find(({ name }) => name === 'ownerId');
      const given = one.rows.map((row) => {
        const number = counts.get(key) ?? 0;
        counts.set(key, number + 1);
        return { ...row, [idOf(key)]: uuid(number), ...(required && { ownerId: owner }) };
      });
      const inserted = await rows[one.do](key, given);
      results.push(inserted?.map(withoutNumber));
      continue;
    }
    const target: RowTarget = {
      column: idOf(key),
      values: one.ids.map(uuid),
      owner: isOwned(key) ? ['ownerId', one.by] : null,
    };
    if (one.do === 'delete') {
      results.push(await rows.delete(key, target));
      continue;
    }
    const raised = one.raise && scalarsOf(model).some(({ name }) => name === 'version') ? ['version'] : [];
    const changes = { ...one.changes, ...(raised.length > 0 && { version: undefined }) };
    if (raised.length === 0 && Object.values(changes).every((value) => value === undefined)) continue;
    const updated = await rows.update(key, target, changes, raised);
    const sorted = updated.toSorted((a, b) => (String(a[idOf(key)]) < String(b[idOf(key)]) ? -1 : 1));
    results.push(sorted.map(withoutNumber));
  }
  return results;
}

/** What is stored, as the engine itself writes it down. */
async function stored(client: Prisma.TransactionClient): Promise<unknown> {
  const all: Values[][] = [];
  for (const key of [...keys, 'changeSequence' as const]) {
    const model = modelNameOf(key);
    const columns = scalarsOf(model).filter(({ name }) => name !== 'number');
    const literal = columns.map(({ name }) =>
      engine === 'sqlite' ? `quote("${name}")` : `quote_nullable("${name}"::text)`,
    );
    all.push(
      await client.$queryRawUnsafe<Values[]>(
        `SELECT ${literal.join(` || ';' || `)} AS "row" FROM "${model}" ORDER BY 1`,
      ),
    );
  }
  return all;
}

/** Runs something in a transaction that is rolled back. */
async function undone<T>(
  app: TestApp,
  work: (client: Prisma.TransactionClient, rows: RowWriter) => Promise<T>,
): Promise<T> {
  let result: { is: T } | null = null;
  const run = app.db.write(async (client, rows) => {
    const profile = { email: 'a', name: 'a', timeZone: 'UTC', dayStartsAt: '04:00', weekStartsOn: 'MONDAY' } as const;
    const now = new Date('2026-11-27T00:00:00Z');
    for (const id of [owner, stranger])
      await client.account.create({
        data: { ...profile, id, emailNormalized: id, workingDays: [], createdAt: now, updatedAt: now },
      });
    result = { is: await work(client, rows) };
    throw new Error('undo');
  });
  await expect(run).rejects.toThrow('undo');
  return (result as { is: T } | null)?.is as T;
}

test('any sequence of writes stores and returns what Prisma would store and return', async () => {
  const app = await createTestApp();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const kept = await undone(app, async (client, rows) => [await take(steps, rows), await stored(client)]);
      const prisma = await undone(app, async (client) => [await take(steps, byPrisma(client)), await stored(client)]);
      expect(kept).toEqual(prisma);
    }),
    { numRuns: 40 },
  );
});

test('every double is kept as it is, in one row and in several', async () => {
  const app = await createTestApp();
  const times = { createdAt: new Date(), updatedAt: new Date() };
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });
  await fc.assert(
    fc.asyncProperty(fc.array(double, { minLength: 1, maxLength: 3 }), async (positions) => {
      const row = (position: number, index: number) => {
        const task = { id: uuid(index), ownerId: owner, title: '', titleNormalized: '', description: '' };
        return { ...task, ...times, position };
      };
      const kept = await undone(app, (_client, rows) => rows.insertAndReturn('task', positions.map(row)));
      // JSON has no negative zero, and no sort order tells it from zero.
      expect(kept.map(({ position }) => Number(position) + 0)).toEqual(positions.map((position) => position + 0));
    }),
  );
});

test('a value that a column cannot hold is refused, and so is a column that there is not', async () => {
  const app = await createTestApp();
  const broken = (row: Values) =>
    undone(app, (_client, rows) => rows.insert('job', [row]).catch((error: Error) => error));
  const job = { id: uuid(1), kind: 'x', payload: {}, nextAttemptAt: new Date(), createdAt: new Date() };
  expect(await broken({ ...job, nextAttemptAt: 'soon' })).toMatchObject({
    message: 'nextAttemptAt must be a value of DateTime.',
  });
  expect(await broken({ ...job, nextAttemptAt: null })).toMatchObject({ message: 'nextAttemptAt must not be null.' });
  expect(await broken({ ...job, attempts: 1.5 })).toMatchObject({ message: expect.stringContaining('Int') });
  expect(await broken({ ...job, color: 'red' })).toMatchObject({
    message: expect.stringMatching(/^Job has no column color/),
  });
});

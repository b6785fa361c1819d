import { expect, test, vi } from 'vitest';
import { Prisma } from '../../../src/generated/sqlite/client.ts';
import { newId } from '../../../src/platform/database/ids.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../../support/app.ts';
import { leaveToCI } from '../../support/services.ts';

/*
 * Reads that go through many records run beside the event loop, and find the same. An owner has many if an index on the owner
 * has more than 5,000.
 */
const many = 5_001;

/** Gives somebody many tasks and search documents. */
async function fill(app: TestApp, { id }: SignedInPerson): Promise<string> {
  const ownerId = id.slice('Account:'.length);
  const now = app.clock.now();
  const numbers = Array.from({ length: many }, (_, index) => index);
  await app.db.write(async (client) => {
    for (let from = 0; from < many; from += 500) {
      const some = numbers.slice(from, from + 500).map((index) => ({ index, rowId: newId() }));
      await client.task.createMany({
        data: some.map(({ index, rowId }) => ({
          ...{ id: rowId, ownerId, createdAt: now, updatedAt: now, position: index, priority: index % 5 },
          ...{ title: `Task ${index}`, titleNormalized: `task ${index}`, estimateMinutes: index % 2 === 0 ? 30 : null },
        })),
      });
      await client.searchDocument.createMany({
        data: some.map(({ index, rowId }) => ({
          ...{
            ownerId,
            type: 'Task',
            rowId: `Task:${rowId}`,
            title: `Task ${index}`,
            text: '',
            at: now,
            isTrashed: false,
          },
          ...{ titleTokens: `wtask w${index}`, textTokens: `o${ownerId.replaceAll('-', '')}` },
        })),
      });
    }
  });
  return ownerId;
}

/** Reads that may go through all of the owner's records. */
const reads = {
  statistics: '{ taskStats(bucket: DAY, time: CREATED_AT) { period { startsOn } count estimateMinutes { sum mean } } }',
  search: '{ search(text: "task") { totalCount nodes { title { text } score } } }',
  count: '{ tasks(first: 1) { totalCount } }',
  filter: '{ tasks(first: 2, filter: { title: { contains: "SK 4999" } }) { nodes { title priority createdAt } } }',
  review: '{ taskReview { completedCount openEstimateMinutes byStatus { todoCount } } }',
  timeline: '{ timeline(first: 1, to: null) { totalCount } }',
  drains: '{ drainsAndChargers { entryCount } }',
};

test('reads of many records find all of them, in as many statements as those of few', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const scopes: string[] = [];
  const { readMany } = app.db;
  vi.spyOn(app.db, 'readMany').mockImplementation((scope, work) => {
    scopes.push(scope.model);
    return readMany(scope, work);
  });
  const statements = () =>
    Object.values(reads).reduce<Promise<number[]>>(
      async (before, query) => [...(await before), await app.counting(() => ada.query(query))],
      Promise.resolve([]),
    );
  // Somebody else than who has many: it counts for a minute that somebody has few.
  const bob = await app.person('Bob');
  await bob.query(reads.count);
  const few = await statements();
  const eve = await app.person('Eve');
  await fill(app, eve);
  scopes.length = 0;
  const found: Record<string, unknown> = {};
  const taken: number[] = [];
  for (const [name, query] of Object.entries(reads)) {
    taken.push(
      await app.counting(async () => {
        found[name] = await eve.query(query);
      }),
    );
    expect([name, scopes.length > 0]).toEqual([name, true]);
    scopes.length = 0;
  }
  expect(taken).toEqual(few);
  const [period, half] = [{ startsOn: '2026-11-23' }, Math.ceil(many / 2)];
  expect(found).toMatchObject({
    statistics: { taskStats: [{ period, count: many, estimateMinutes: { sum: 30 * half, mean: 30 } }] },
    search: { search: { totalCount: many, nodes: { length: 25, 0: { title: { text: 'Task 5000' }, score: 1 } } } },
    count: { tasks: { totalCount: many } },
    filter: {
      tasks: { nodes: [{ title: 'Task 4999', priority: 'URGENT', createdAt: app.clock.now().toISOString() }] },
    },
    review: { taskReview: { completedCount: 0, openEstimateMinutes: 30 * half, byStatus: { todoCount: many } } },
    timeline: { timeline: { totalCount: many } },
    drains: { drainsAndChargers: { entryCount: 0 } },
  });
});

test('a request is answered while a statement goes through many records', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const ownerId = await fill(app, ada);
  const { tasks } = await ada.query('{ tasks(first: 1) { nodes { id } } }');
  const [{ id }] = tasks.nodes;
  const order: string[] = [];
  const long = app.db.readMany({ model: 'task', ownerId }, async () => {
    // Counts to ten million, which takes a hundred times as long as the request.
    const [row] = await app.db.reads.$queryRows(Prisma.sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000) SELECT count(*) FROM n`);
    order.push('statement');
    return Number(row?.[0]);
  });
  const short = ada.query('query ($id: ID!) { node(id: $id) { id } }', { id }).then(() => void order.push('request'));
  expect(await long).toBe(10_000_000);
  await short;
  expect(order).toEqual(['request', 'statement']);
});

test('in a transaction, reads of many records see what it has written', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const ownerId = await fill(app, ada);
  const count = await app.db.write((client) =>
    app.db.readMany({ model: 'task', ownerId }, async () => {
      await client.task.deleteMany({ where: { ownerId, priority: 0 } });
      return client.task.count({ where: { ownerId } });
    }),
  );
  expect(count).toBe(many - Math.ceil(many / 5));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTask, reorderTask } from '../../../../src/domains/tasks/tasks/tasks.service.ts';
import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type Person } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { writingNothing } from '../../../support/history.ts';
import { tries } from '../../../support/services.ts';

/** Makes tasks with these titles, in this order, and answers their ids by title. */
async function tasksOf(person: Person, titles: string[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const title of titles) ids[title] = (await person.mutate('createTask', { title })).id;
  return ids;
}

/** All titles as the person put them in order, read page by page. */
async function order(person: Person): Promise<string[]> {
  const titles: string[] = [];
  for (let after: string | null = null; ; ) {
    const { tasks } = await person.query(
      'query ($after: String) { tasks(first: 100, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    titles.push(...tasks.nodes.map(({ title }: { title: string }) => title));
    if (!tasks.pageInfo.hasNextPage) return titles;
    after = tasks.pageInfo.endCursor;
  }
}

test('a new task goes to the end, and a task moves to right after another one or to the start', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await tasksOf(ada, ['a', 'b', 'c', 'd']);
  expect(await order(ada)).toEqual(['a', 'b', 'c', 'd']);
  await ada.mutate('reorderTask', { id: ids.d, afterId: ids.a });
  expect(await order(ada)).toEqual(['a', 'd', 'b', 'c']);
  await ada.mutate('reorderTask', { id: ids.c });
  expect(await order(ada)).toEqual(['c', 'a', 'd', 'b']);
  await ada.mutate('reorderTask', { id: ids.c, afterId: ids.b });
  expect(await order(ada)).toEqual(['a', 'd', 'b', 'c']);
  await tasksOf(ada, ['e']);
  expect(await order(ada)).toEqual(['a', 'd', 'b', 'c', 'e']);
});

test('a task that is already at its new place does not change, and other tasks never do', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await tasksOf(ada, ['a', 'b', 'c']);
  for (const input of [{ id: ids.a }, { id: ids.b, afterId: ids.a }, { id: ids.c, afterId: ids.b }]) {
    expect(await writingNothing(app, ada, () => ada.mutate('reorderTask', input, 'version'))).toMatchObject({
      version: 1,
    });
  }
  await ada.mutate('reorderTask', { id: ids.c, afterId: ids.a });
  const { tasks } = await ada.query('{ tasks { nodes { title version } } }');
  expect(tasks.nodes).toEqual([
    { title: 'a', version: 1 },
    { title: 'c', version: 2 },
    { title: 'b', version: 1 },
  ]);
});

test('a task cannot move after itself or after an unknown task', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await tasksOf(ada, ['a', 'b']);
  const itself = await writingNothing(app, ada, () => ada.mutate('reorderTask', { id: ids.a, afterId: ids.a }));
  expect(itself.issues).toEqual([{ path: ['input', 'afterId'], message: 'must be another task' }]);
  const afterId = 'Task:01920000-0000-7000-8000-000000000000';
  const unknown = await writingNothing(app, ada, () => ada.mutate('reorderTask', { id: ids.a, afterId }));
  expect(unknown.__typename).toBe('NotFoundError');
  const malformed = await writingNothing(app, ada, () => ada.mutate('reorderTask', { id: 'a', afterId: 'b' }));
  expect(malformed.issues.map(({ path }: { path: string[] }) => path.join('.'))).toEqual(['input.id', 'input.afterId']);
});

test('any sequence of moves gives the order that moving through a list gives', async () => {
  const app = await createTestApp();
  const titles = Array.from({ length: 8 }, (_, index) => `t${index}`);
  const move = fc.record({ moved: fc.nat(7), after: fc.option(fc.nat(7)) });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 25 }), async (moves) => {
      const person = await app.person();
      const ids = await tasksOf(person, titles);
      const expected = [...titles];
      for (const { moved, after } of moves) {
        if (moved === after) continue;
        const [title, previous] = [`t${moved}`, after === null ? null : `t${after}`];
        await person.mutate('reorderTask', { id: ids[title], afterId: previous && ids[previous] });
        expected.splice(expected.indexOf(title), 1);
        expected.splice(previous === null ? 0 : expected.indexOf(previous) + 1, 0, title);
      }
      expect(await order(person)).toEqual(expected);
    }),
    { numRuns: tries(6) },
  );
});

test('200 tasks that are moved to one place one after another are in order, before all that follow', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await tasksOf(ada, ['first', 'second', 'third']);
  const expected = ['first', 'second', 'third'];
  const afterId = fromGlobalId(ids.first ?? '')?.id ?? '';
  // All in one transaction, for speed: the rule is the same.
  await transaction(await contextOf(app, ada), 'insert', async (tx) => {
    for (let count = 0; count < 200; count++) {
      const { id } = await createTask(tx, { title: `n${count}` });
      await reorderTask(tx, { id, afterId });
      expected.splice(1, 0, `n${count}`);
    }
  });
  expect(await order(ada)).toEqual(expected);
  const positions = (await app.db.reads.task.findMany()).map(({ position }) => position);
  expect(new Set(positions).size).toBe(203);
});

test('tasks whose positions are adjacent numbers are spread until there is room', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  // As a long history of insertions at one place leaves them: 121 neighbouring doubles, and a task further on.
  const crowd = Array.from({ length: 121 }, (_, index) => ({ title: `t${index}`, position: 1024 + index * 2 ** -42 }));
  const rows = [...crowd, { title: 'apart', position: 2048 }];
  const [first] = await transaction(await contextOf(app, ada), 'crowd', (tx) => tx.write.task.createMany(rows));
  const { id } = await ada.mutate('createTask', { title: 'moved' });
  await ada.mutate('reorderTask', { id, afterId: toGlobalId('Task', first?.id ?? '') });
  const [start, ...rest] = rows.map(({ title }) => title);
  expect(await order(ada)).toEqual([start, 'moved', ...rest]);
});

test('a task in the trash keeps its place', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await tasksOf(ada, ['a', 'b', 'c']);
  await ada.mutate('trash', { id: ids.b });
  await ada.mutate('reorderTask', { id: ids.a, afterId: ids.c });
  expect(await order(ada)).toEqual(['c', 'a']);
  await ada.mutate('restore', { id: ids.b });
  expect(await order(ada)).toEqual(['b', 'c', 'a']);
});

test('tasks moved at the same time all move', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const titles = ['a', 'b', 'c', 'd', 'e', 'f'];
  const ids = await tasksOf(ada, titles);
  const moved = await Promise.all(
    ['b', 'c', 'd', 'e', 'f'].map((title) => ada.mutate('reorderTask', { id: ids[title], afterId: ids.a }, 'position')),
  );
  expect(moved.map(({ __typename }) => __typename)).toEqual(Array(5).fill('Task'));
  const seen = await order(ada);
  expect(seen[0]).toBe('a');
  expect([...seen].sort()).toEqual(titles);
  expect(new Set(moved.map(({ position }) => position)).size).toBe(5);
});

test('tasks are sorted by every field, either way, with missing values first or last', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const rows = [
    { title: 'b', priority: 'HIGH', scheduledOn: '2026-11-24', dueOn: '2026-12-02', estimateMinutes: 30 },
    { title: 'Ä', priority: 'NONE', scheduledAt: '2026-11-24T09:00:00Z', dueOn: '2026-12-01' },
    { title: 'a', priority: 'URGENT', scheduledOn: '2026-11-23', estimateMinutes: 5 },
    { title: 'C', priority: 'LOW', scheduledAt: '2026-11-23T09:00:00Z', dueOn: '2026-12-03', estimateMinutes: 90 },
  ];
  for (const row of rows) {
    app.clock.advance(1_000);
    await ada.mutate('createTask', row);
  }
  const sorted = async (orderBy: object[]) => {
    const query = 'query ($orderBy: [TaskOrder!]) { tasks(orderBy: $orderBy) { nodes { id title } } }';
    const { nodes } = (await ada.query(query, { orderBy })).tasks;
    return nodes.map(({ title }: { title: string }) => title).join('');
  };
  for (const [field, ascending, descending] of [
    ['POSITION', 'bÄaC', 'CaÄb'],
    ['TITLE', 'abCÄ', 'ÄCba'],
    ['PRIORITY', 'ÄCba', 'abCÄ'],
    ['CREATED_AT', 'bÄaC', 'CaÄb'],
    ['UPDATED_AT', 'bÄaC', 'CaÄb'],
    ['SCHEDULED_ON', 'abÄC', 'baÄC'],
    ['SCHEDULED_AT', 'CÄba', 'ÄCba'],
    ['DUE_ON', 'ÄbCa', 'CbÄa'],
    ['ESTIMATE_MINUTES', 'abCÄ', 'CbaÄ'],
    ['COMPLETED_AT', 'bÄaC', 'bÄaC'],
    ['CARRY_OVER_COUNT', 'bÄaC', 'bÄaC'],
  ]) {
    expect([field, await sorted([{ field }])]).toEqual([field, ascending]);
    expect([field, await sorted([{ field, direction: 'DESC', nulls: null }])]).toEqual([field, descending]);
  }
  expect(await sorted([{ field: 'DUE_ON', nulls: 'FIRST' }])).toBe('aÄbC');
  expect(await sorted([{ field: 'DUE_ON', direction: 'DESC', nulls: 'FIRST' }])).toBe('aCbÄ');
  expect(
    await sorted([
      { field: 'SCHEDULED_ON', nulls: 'FIRST' },
      { field: 'PRIORITY', direction: 'DESC' },
    ]),
  ).toBe('CÄab');
});

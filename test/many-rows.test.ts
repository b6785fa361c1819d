import { expect, test } from 'vitest';
import { newId } from '../src/platform/database/ids.ts';
import { transaction } from '../src/platform/transactions/transaction.ts';
import { createTestApp } from './support/app.ts';
import { contextOf } from './support/context.ts';
import { leaveToCI } from './support/services.ts';

/*
 * More rows than a statement may have parameters: 999 on SQLite. Whatever names its rows one by one fails on them.
 */
const many = 1_100;
const numbers = Array.from({ length: many }, (_, index) => index);

test('a matrix of 1,100 skills is read whole, in two statements more than one of a few', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const matrix = (below: string) =>
    ada.query(`{ skillMatrix { categories { skills { level target { level } ${below} } } } }`);
  const fill = (count: number, name: string) =>
    transaction(ctx, 'fill', async (tx) => {
      const framework = await tx.write.framework.create({ name });
      const category = await tx.write.skillCategory.create({ frameworkId: framework.id, name, position: 1 });
      const ids = numbers.slice(0, count).map(() => newId());
      const one = (id: string, position: number) => ({ id, categoryId: category.id, name: `S ${position}`, position });
      await tx.write.skill.createMany(ids.map(one));
      const judged = { level: 2, source: 'SELF' as const, assessedOn: '2026-11-01' };
      await tx.write.assessment.createMany(ids.map((skillId) => ({ skillId, ...judged })));
      await tx.write.skillTarget.createMany(ids.map((skillId) => ({ skillId, level: 3, setOn: '2026-11-01' })));
    });
  await fill(3, 'Short');
  await matrix('');
  const few = await app.counting(() => matrix(''));
  await fill(many, 'Long');
  // Skills are loaded 400 at a time.
  expect(await app.counting(() => matrix(''))).toBe(few + 2);
  const { categories } = (await matrix('self { assessments { level } } skill { levels { level } }')).skillMatrix;
  const skills = categories.flatMap((category: { skills: object[] }) => category.skills);
  expect(skills).toHaveLength(many + 3);
  const row = { level: 2, target: { level: 3 }, self: { assessments: [{ level: 2 }] }, skill: { levels: [] } };
  expect(skills.at(-1)).toEqual(row);
}, 60_000);

test('1,100 subtasks are trashed with their task, restored by an undo, and permanently deleted', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const { id } = await ada.mutate('createTask', { title: 'Whole' });
  const parentId = id.split(':')[1];
  await transaction(ctx, 'fill', (tx) =>
    tx.write.task.createMany(numbers.map((position) => ({ title: `Part ${position}`, parentId, position }))),
  );
  const count = async () => (await ada.query('{ tasks { totalCount } }')).tasks.totalCount;
  const undoLast = async () => {
    const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
    return ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id }, 'name');
  };
  await ada.mutate('trash', { id });
  expect(await count()).toBe(0);
  expect(await undoLast()).toMatchObject({ name: 'undoChangeSet' });
  expect(await count()).toBe(many + 1);
  expect(await undoLast()).toMatchObject({ name: 'undoChangeSet' });
  expect(await count()).toBe(0);
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  expect((await ada.query('{ trash { totalCount } }')).trash.totalCount).toBe(0);
}, 60_000);

test('a filter of 500 values, in an order of all fields and between two cursors, applies to the lists of 400 rows', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const goals = [0, 1, 2, 3].map(() => newId());
  await transaction(await contextOf(app, ada), 'fill', async (tx) => {
    await tx.write.goal.createMany(goals.map((id) => ({ id, title: 'g', kind: 'PROJECT' })));
    const tasks = numbers.slice(0, 400).map((number) => ({
      ...{ id: newId(), title: `${number}`, goalId: goals[number % 4] as string, position: number },
      ...{ scheduledOn: '2026-11-23', dueOn: '2026-11-23', estimateMinutes: 5 },
    }));
    await tx.write.task.createMany(tasks);
    const below = (number: number) => ({ ...tasks[0], id: newId(), position: number, title: 'below' });
    await tx.write.task.createMany([500, 501, 502].map((n) => ({ ...below(n), parentId: tasks[0]?.id ?? '' })));
  });
  const fields = ['TITLE', 'PRIORITY', 'SCHEDULED_ON', 'DUE_ON', 'ESTIMATE_MINUTES', 'CARRY_OVER_COUNT', 'CREATED_AT'];
  const orderBy = [...fields, 'UPDATED_AT', 'SCHEDULED_AT', 'COMPLETED_AT', 'POSITION'].map((field) => ({ field }));
  const lists = numbers.slice(0, 400).map((number) => `${number}`);
  const filter = {
    title: { notIn: lists.slice(0, 250) },
    not: { title: { in: lists.slice(250) } },
    and: numbers.slice(0, 97).map((number) => ({ title: { ne: `x${number}` } })),
    labels: { none: { name: { in: ['a', 'b', 'c'] } } },
  };
  const text = (
    first: number,
  ) => `query ($filter: TaskFilter, $orderBy: [TaskOrder!], $after: String, $before: String) {
    goals { nodes { tasks(first: 100) { nodes { subtasks(first: ${first}, filter: $filter, orderBy: $orderBy, after: $after, before: $before) {
      totalCount edges { cursor node { position } }
    } } } } }
  }`;
  interface Page {
    totalCount: number;
    edges: { cursor: string; node: { position: number } }[];
  }
  const pages = async (variables: object): Promise<Page[]> => {
    const { goals: found } = await ada.query(text(3), { filter, orderBy, ...variables });
    return found.nodes.flatMap((goal: { tasks: { nodes: { subtasks: Page }[] } }) =>
      goal.tasks.nodes.map(({ subtasks }) => subtasks),
    );
  };
  const [page] = (await pages({})).filter(({ totalCount }) => totalCount > 0);
  expect(page?.edges.map(({ node }) => node.position)).toEqual([500, 501, 502]);
  const [after, , before] = page?.edges.map(({ cursor }) => cursor) ?? [];
  const between = (await pages({ after, before })).flatMap(({ edges }) => edges.map(({ node }) => node.position));
  expect(between).toEqual([501]);
}, 60_000);

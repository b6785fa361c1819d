import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const make = async (person: Person, title: string, more: object = {}): Promise<string> =>
  (await person.mutate('createGoal', { title, kind: 'PROJECT', ...more })).id;
const progress = 'progress { fraction rule doneCount totalCount }';
const progressOf = async (person: Person, id: string) =>
  (await person.query(`query ($id: ID!) { goal(id: $id) { ${progress} } }`, { id })).goal.progress;

/** Goals one below the other, the topmost first. */
async function chain(person: Person, length: number): Promise<string[]> {
  const ids: string[] = [];
  for (let level = 1; level <= length; level++)
    ids.push(await make(person, `level ${level}`, { parentId: ids.at(-1) }));
  return ids;
}

test('a goal is not below itself, and a tree has at most ten levels', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids = await chain(ada, 10);
  const issuesOf = async (work: () => Promise<{ issues: object[] }>) => (await writingNothing(app, ada, work)).issues;
  const circle = { path: ['input', 'parentId'], message: 'must not be the goal itself or one of its subgoals' };
  for (const parentId of [ids[0], ids[1], ids[9]]) {
    expect(await issuesOf(() => ada.mutate('updateGoal', { id: ids[0], parentId }))).toEqual([circle]);
  }
  const tall = { path: ['input', 'parentId'], message: 'must not make a tree of more than 10 levels' };
  const eleventh = { title: 'eleventh', kind: 'PROJECT', parentId: ids[9] };
  expect(await issuesOf(() => ada.mutate('createGoal', eleventh))).toEqual([tall]);
  const [top, below] = await chain(ada, 2);
  expect(await issuesOf(() => ada.mutate('updateGoal', { id: top, parentId: ids[8] }))).toEqual([tall]);
  expect((await ada.mutate('updateGoal', { id: top, parentId: ids[7] })).__typename).toBe('Goal');
  await ada.mutate('trash', { id: below });
  const gone = { path: ['input', 'parentId'], message: 'must not be a goal in the trash' };
  expect(await issuesOf(() => ada.mutate('createGoal', { ...eleventh, parentId: below }))).toEqual([gone]);
});

test('a goal goes to the trash with its subgoals, and its tasks stay where they are', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [top, middle] = (await chain(ada, 3)) as [string, string, string];
  const before = await make(ada, 'before', { parentId: top });
  const task = await ada.mutate('createTask', { title: 'Task', goalId: middle });
  const checkIn = await ada.mutate('createGoalCheckIn', { goalId: middle, health: 'ON_TRACK' });
  const milestone = await ada.mutate('createMilestone', { goalId: middle, title: 'Step' });
  await ada.mutate('trash', { id: before });
  const { changes } = await changeSetOf(app, ada, () => ada.mutate('trash', { id: top }));
  expect(changes.map(({ model, action }) => `${model} ${action}`)).toEqual(Array(3).fill('Goal UPDATE'));
  const lists = `{ goals { totalCount } gone: goals(trashed: true) { totalCount } goalCheckIns { totalCount }
    milestones { totalCount } tasks { nodes { title goal { title } } } }`;
  // What belongs to a goal in the trash is in no list, and is still found by its id.
  expect(await ada.query(lists)).toEqual({
    goals: { totalCount: 0 },
    gone: { totalCount: 4 },
    goalCheckIns: { totalCount: 0 },
    milestones: { totalCount: 0 },
    tasks: { nodes: [{ title: 'Task', goal: { title: 'level 2' } }] },
  });
  const { nodes } = await ada.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: [task.id, checkIn.id, milestone.id],
  });
  expect(nodes).toEqual([{ id: task.id }, { id: checkIn.id }, { id: milestone.id }]);

  await ada.mutate('restore', { id: top });
  expect(await ada.query(lists)).toMatchObject({
    goals: { totalCount: 3 },
    gone: { totalCount: 1 },
    goalCheckIns: { totalCount: 1 },
    milestones: { totalCount: 1 },
  });
  const subgoals = `query ($id: ID!) { goal(id: $id) {
    used: subgoals { totalCount nodes { title parent { title } } } gone: subgoals(trashed: true) { nodes { title } }
  } }`;
  expect((await ada.query(subgoals, { id: top })).goal).toEqual({
    used: { totalCount: 1, nodes: [{ title: 'level 2', parent: { title: 'level 1' } }] },
    gone: { nodes: [{ title: 'before' }] },
  });
});

test('progress rolls up a tree: metric, milestones and tasks below, means above', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const top = await make(ada, 'Top');
  expect(await progressOf(ada, top)).toBeNull();
  const measured = await make(ada, 'Measured', { parentId: top, metric: { start: 10, target: 0 } });
  const stepped = await make(ada, 'Stepped', { parentId: top });
  const worked = await make(ada, 'Worked', { parentId: top });
  const bare = await make(ada, 'Bare', { parentId: top });
  expect(await progressOf(ada, top)).toEqual({ fraction: 0, rule: 'SUBGOALS', doneCount: 0, totalCount: 4 });

  await ada.mutate('createGoalCheckIn', { goalId: measured, value: 5, health: 'ON_TRACK' });
  for (const isReached of [true, false, false, false]) {
    await ada.mutate('createMilestone', { goalId: stepped, title: 'Step', isReached });
  }
  const tasks: string[] = [];
  for (const title of ['a', 'b', 'c', 'd']) {
    tasks.push((await ada.mutate('createTask', { title, goalId: worked })).id);
  }
  await ada.mutate('completeTask', { id: tasks[0] });
  await ada.mutate('completeTask', { id: tasks[1] });
  await ada.mutate('cancelTask', { id: tasks[2] });
  await ada.mutate('trash', { id: tasks[3] });
  expect(await progressOf(ada, measured)).toEqual({ fraction: 0.5, rule: 'METRIC', doneCount: null, totalCount: null });
  expect(await progressOf(ada, stepped)).toEqual({ fraction: 0.25, rule: 'MILESTONES', doneCount: 1, totalCount: 4 });
  expect(await progressOf(ada, worked)).toEqual({ fraction: 1, rule: 'TASKS', doneCount: 2, totalCount: 2 });
  expect(await progressOf(ada, top)).toEqual({ fraction: 1.75 / 4, rule: 'SUBGOALS', doneCount: 1, totalCount: 4 });

  // Abandoned and trashed subgoals are left out. An achieved one counts in full.
  await ada.mutate('abandonGoal', { id: bare });
  expect(await progressOf(ada, top)).toMatchObject({ fraction: 1.75 / 3, totalCount: 3 });
  await ada.mutate('achieveGoal', { id: stepped });
  expect(await progressOf(ada, top)).toMatchObject({ fraction: 2.5 / 3, doneCount: 2, totalCount: 3 });
  await ada.mutate('trash', { id: measured });
  expect(await progressOf(ada, top)).toEqual({ fraction: 1, rule: 'SUBGOALS', doneCount: 2, totalCount: 2 });
  // A goal in the trash keeps its progress.
  expect(await progressOf(ada, measured)).toMatchObject({ fraction: 0.5 });
});

test('milestones in the trash and tasks of other accounts do not count for progress', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const id = await make(ada, 'Goal');
  const step = await ada.mutate('createMilestone', { goalId: id, title: 'Step', isReached: true });
  await ada.mutate('trash', { id: step.id });
  expect(await progressOf(ada, id)).toBeNull();
  const refused = await writingNothing(app, bob, () => bob.mutate('createTask', { title: 'His', goalId: id }));
  expect(refused.__typename).toBe('NotFoundError');
});

test('the progress of a page takes three statements for any number of goals and levels', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const query = `query ($first: Int) { goals(first: $first) { nodes { title ${progress} } } }`;
  const taken: number[] = [];
  for (const [levels, first] of [
    [1, 1],
    [5, 3],
    [10, 50],
  ] as const) {
    const ids = await chain(ada, levels);
    await ada.mutate('createMilestone', { goalId: ids.at(-1), title: 'Step', isReached: true });
    await ada.mutate('createTask', { goalId: ids.at(-1), title: 'Task' });
    taken.push(await app.counting(() => ada.query(query, { first })));
  }
  // One reads the goals; then all subgoals, milestones and tasks.
  expect(taken).toEqual([4, 4, 4]);
  const { goals } = await ada.query(query, { first: 50 });
  const fractions = goals.nodes.map((goal: { progress: { fraction: number } }) => goal.progress.fraction);
  expect(fractions).toEqual(Array(16).fill(1));
});

test('a goal lists its tasks in your order, and a task moves from goal to goal', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [one, other] = [await make(ada, 'One'), await make(ada, 'Other')];
  const tasks: string[] = [];
  for (const title of ['a', 'b', 'c']) tasks.push((await ada.mutate('createTask', { title, goalId: one })).id);
  await ada.mutate('reorderTask', { id: tasks[2], afterId: null });
  await ada.mutate('updateTask', { id: tasks[0], goalId: other });
  await ada.mutate('updateTask', { id: tasks[1], goalId: null });
  const query =
    '{ goals(orderBy: { field: TITLE }) { nodes { tasks { totalCount nodes { title goal { title } } } } } }';
  expect((await ada.query(query)).goals.nodes).toEqual([
    { tasks: { totalCount: 1, nodes: [{ title: 'c', goal: { title: 'One' } }] } },
    { tasks: { totalCount: 1, nodes: [{ title: 'a', goal: { title: 'Other' } }] } },
  ]);
  await ada.mutate('trash', { id: one });
  const issues = [{ path: ['input', 'goalId'], message: 'must not be in the trash' }];
  for (const work of [
    () => ada.mutate('createTask', { title: 'new', goalId: one }),
    () => ada.mutate('updateTask', { id: tasks[0], goalId: one }),
  ]) {
    expect((await writingNothing(app, ada, work)).issues).toEqual(issues);
  }
});

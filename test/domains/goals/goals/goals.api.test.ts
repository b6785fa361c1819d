import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = `id title description kind status health metric { start target current unit direction } startsOn dueOn closedAt
  parent { id } labels { name } version createdAt updatedAt trashedAt`;
const get = `query ($id: ID!) { goal(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const make = async (person: Person, title: string, more: object = {}): Promise<string> =>
  (await person.mutate('createGoal', { title, kind: 'PROJECT', ...more })).id;
const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.')).sort();
const titles = async (person: Person, args = '') =>
  (await person.query(`{ goals${args} { nodes { title } } }`)).goals.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');

test('a goal needs a title and a kind, and is active from the start', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { __typename, ...goal } = await ada.mutate('createGoal', { title: ' Ship it ', kind: 'OBJECTIVE' }, fields);
  expect(goal).toEqual({
    id: expect.stringMatching(/^Goal:/),
    title: 'Ship it',
    description: '',
    kind: 'OBJECTIVE',
    status: 'ACTIVE',
    health: null,
    metric: null,
    startsOn: null,
    dueOn: null,
    closedAt: null,
    parent: null,
    labels: [],
    version: 1,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  expect(await ada.query(get, { id: goal.id })).toEqual({ goal });
});

test('all fields of a goal can be set, and null clears the optional ones', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const parentId = await make(ada, 'Above');
  const label = await ada.mutate('createLabel', { name: 'Stage' });
  const about = { description: 'To be\nheard', startsOn: 'TODAY', dueOn: 'P90D', parentId, labelIds: [label.id] };
  const metric = { start: 0, target: 4, unit: 'talks' };
  const made = await ada.mutate('createGoal', { title: 'Speak', kind: 'KEY_RESULT', metric, ...about }, fields);
  expect(made).toMatchObject({
    description: 'To be\nheard',
    startsOn: '2026-11-23',
    dueOn: '2027-02-21',
    metric: { ...metric, current: 0, direction: 'INCREASE' },
    parent: { id: parentId },
    labels: [{ name: 'Stage' }],
  });
  const { id } = made;
  const emptied = { metric: null, startsOn: null, dueOn: null };
  expect(
    await ada.mutate('updateGoal', { id, ...emptied, parentId: null, description: '', labelIds: [] }, fields),
  ).toEqual({
    ...made,
    ...emptied,
    parent: null,
    description: '',
    labels: [],
    version: 2,
  });
  const required = { id, title: null, description: null, kind: null, status: null, labelIds: null };
  const refused = await writingNothing(app, ada, () => ada.mutate('updateGoal', required));
  expect(paths(refused)).toEqual(['input.description', 'input.kind', 'input.labelIds', 'input.status', 'input.title']);
});

test('all errors of an input are reported at once, with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, 'Fine');
  const task = await ada.mutate('createTask', { title: 'A' });
  const metric = { start: 1, target: 1 };
  for (const input of [
    { title: '', description: 'x'.repeat(20_001), metric, startsOn: 'soon', dueOn: '2026-02-30', parentId: task.id },
    { title: 'a\nb', description: 'a\u0000', metric: { start: 0, target: 1e16 }, labelIds: [task.id] },
    { title: 'x'.repeat(301), metric: { start: 2, target: 1, direction: 'INCREASE' } },
    { title: '\ud800', metric: { start: 0, target: 1, unit: 'x'.repeat(41) } },
  ]) {
    const expected = Object.keys(input).map((name) => `input.${name}`);
    const made = await writingNothing(app, ada, () => ada.mutate('createGoal', { kind: 'HABIT', ...input }));
    const changed = await writingNothing(app, ada, () => ada.mutate('updateGoal', { id, ...input }));
    for (const refused of [made, changed]) {
      expect(refused.__typename).toBe('InvalidInputError');
      const places = paths(refused).map((path) => path.split('.').slice(0, 2).join('.'));
      expect([...new Set(places)].sort()).toEqual(expected.sort());
    }
  }
  const twoWays = { start: 2, target: 1, direction: 'INCREASE' };
  const refused = await ada.mutate('updateGoal', { id, metric: twoWays });
  expect(refused.issues).toEqual([
    { path: ['input', 'metric', 'direction'], message: 'must be the direction from start to target' },
  ]);
  // A number to GraphQL, and infinite here.
  const infinite = 'createGoal(input: { title: "A", kind: HABIT, metric: { start: 0, target: 1e999 } })';
  const { createGoal } = await ada.query(`mutation { ${infinite} { ... on InvalidInputError { issues { path } } } }`);
  expect(paths(createGoal)).toEqual(['input.metric.target']);
  const { errors } = await ada.ask('{ goals(filter: { metricCurrent: { in: [1, 1e999] } }) { totalCount } }');
  expect(errors?.[0]?.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    issues: [{ path: ['filter', 'metricCurrent', 'in'], message: 'must be a finite number' }],
  });
});

test('a goal is not due before it starts, whether one of the days changes or both', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const issues = [{ path: ['input', 'dueOn'], message: 'must not be before startsOn' }];
  const backward = { startsOn: 'TODAY', dueOn: '-P1D' };
  const created = await writingNothing(app, ada, () =>
    ada.mutate('createGoal', { title: 'A', kind: 'HABIT', ...backward }),
  );
  expect(created.issues).toEqual(issues);
  const id = await make(ada, 'Fine', { startsOn: 'TODAY', dueOn: 'TODAY' });
  for (const change of [{ dueOn: '-P1D' }, { startsOn: 'P1D' }, backward]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('updateGoal', { id, ...change }));
    expect(refused.issues).toEqual(issues);
  }
  expect(await ada.mutate('updateGoal', { id, startsOn: 'P1D', dueOn: null }, 'startsOn dueOn')).toMatchObject({
    startsOn: '2026-11-24',
    dueOn: null,
  });
});

test('a goal is achieved, abandoned and reopened, and has the time of closing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, 'Ship');
  const run = (mutation: string) => ada.mutate(mutation, { id }, 'status closedAt version');
  expect(await run('reopenGoal')).toMatchObject({ status: 'ACTIVE', closedAt: null, version: 1 });
  expect(await run('achieveGoal')).toMatchObject({ status: 'ACHIEVED', closedAt: now, version: 2 });
  app.clock.advance(1_000);
  await writingNothing(app, ada, () => run('achieveGoal'));
  const later = '2026-11-23T09:00:01.000Z';
  expect(await run('abandonGoal')).toMatchObject({ status: 'ABANDONED', closedAt: later });
  expect(await run('reopenGoal')).toMatchObject({ status: 'ACTIVE', closedAt: null });
  const set = (status: string) => ada.mutate('updateGoal', { id, status }, 'status closedAt');
  expect(await set('ACHIEVED')).toMatchObject({ status: 'ACHIEVED', closedAt: later });
  expect(await set('PLANNED')).toMatchObject({ status: 'PLANNED', closedAt: null });
  await writingNothing(app, ada, () => run('reopenGoal'));
  const past = await ada.mutate('createGoal', { title: 'Done', kind: 'HABIT', status: 'ACHIEVED' }, 'status closedAt');
  expect(past).toMatchObject({ status: 'ACHIEVED', closedAt: later });
});

test('a goal created twice with one id is created once, and changes only at the version asked for', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), title: 'Once', kind: 'HABIT', metric: { start: 0, target: 1 } };
  const first = await ada.mutate('createGoal', input, fields);
  app.clock.advance(60_000);
  expect(await writingNothing(app, ada, () => ada.mutate('createGoal', input, fields))).toEqual(first);
  const other = { ...input, metric: { start: 0, target: 2 } };
  expect((await writingNothing(app, ada, () => ada.mutate('createGoal', other))).__typename).toBe('ConflictError');
  const { id } = first;
  await ada.mutate('updateGoal', { id, ifVersion: 1, title: 'Twice' });
  for (const mutation of ['updateGoal', 'achieveGoal', 'abandonGoal', 'reopenGoal', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1 }));
    expect([mutation, refused.__typename]).toEqual([mutation, 'ConflictError']);
  }
});

test('goals are filtered by each of their fields, and sorted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const a = await make(ada, 'A', { kind: 'OBJECTIVE', dueOn: 'P9D', startsOn: 'P2D', labelIds: [label.id] });
  const b = await make(ada, 'b', { kind: 'HABIT', parentId: a, metric: { start: 1.5, target: 0.5 }, dueOn: 'P3D' });
  await make(ada, 'C', { status: 'PLANNED', startsOn: 'P1D' });
  const d = await make(ada, 'D', { metric: { start: 0, target: 100 }, dueOn: 'P5D' });
  await ada.mutate('createGoalCheckIn', { goalId: d, value: 40, health: 'AT_RISK' });
  await ada.mutate('achieveGoal', { id: b });
  for (const [filter, expected] of [
    ['{ title: { in: ["a", "B"] } }', 'b A'],
    ['{ kind: { eq: PROJECT } }', 'D C'],
    ['{ status: { in: [PLANNED, ACHIEVED] } }', 'b C'],
    ['{ health: { eq: AT_RISK } }', 'D'],
    ['{ health: { isNull: true } }', 'b A C'],
    ['{ metricStart: { gt: 1.25 } }', 'b'],
    ['{ metricTarget: { gte: 0.5, lt: 0.6 } }', 'b'],
    ['{ metricCurrent: { in: [40, 1.5] } }', 'b D'],
    ['{ metricCurrent: { isNull: true } }', 'A C'],
    ['{ metricCurrent: { ne: 40 } }', 'b A C'],
    ['{ metricDirection: { eq: DECREASE } }', 'b'],
    ['{ startsOn: { lte: "P1D" } }', 'C'],
    ['{ dueOn: { gte: "P5D" } }', 'D A'],
    ['{ dueOn: { isNull: true } }', 'C'],
    ['{ closedAt: { isNull: false } }', 'b'],
    [`{ parentId: { eq: "${a}" } }`, 'b'],
    ['{ parent: { kind: { eq: OBJECTIVE } } }', 'b'],
    ['{ parent: { title: { contains: "nobody" } } }', ''],
    // A goal without a parent has none of this kind.
    ['{ not: { parent: { kind: { eq: OBJECTIVE } } } }', 'D A C'],
    [`{ id: { ne: "${a}" } }`, 'b D C'],
    ['{ labels: { some: { name: { eq: "WORK" } } } }', 'A'],
    ['{ labels: { none: {} } }', 'b D C'],
    ['{ createdAt: { lt: "NOW" } }', ''],
    ['{ updatedAt: { lte: "NOW" } }', 'b D A C'],
  ]) {
    expect([filter, await titles(ada, `(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  for (const [order, expected] of [
    ['{ field: DUE_ON, direction: DESC }', 'A D b C'],
    ['{ field: TITLE }', 'A b C D'],
    ['[{ field: STARTS_ON }, { field: TITLE, direction: DESC }]', 'C A D b'],
    ['[{ field: UPDATED_AT }, { field: CREATED_AT }, { field: TITLE }]', 'A b C D'],
  ]) {
    expect([order, await titles(ada, `(orderBy: ${order})`)]).toEqual([order, expected]);
  }
});

test('each mutation of a goal is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = `Goal:${v7()}`;
  const metric = { start: 0, target: 2 };
  const made = await changeSetOf(app, ada, () =>
    ada.mutate('createGoal', { id, title: 'Ship', kind: 'PROJECT', metric }),
  );
  expect(made).toMatchObject({
    name: 'createGoal',
    changes: [{ model: 'Goal', action: 'CREATE', after: { title: 'Ship', metricCurrent: 0, metricUnit: '' } }],
  });
  expect(await changeSetOf(app, ada, () => ada.mutate('updateGoal', { id, metric: { start: 1, target: 2 } }))).toEqual({
    name: 'updateGoal',
    changes: [
      {
        model: 'Goal',
        action: 'UPDATE',
        before: { metricStart: 0, metricCurrent: 0, version: 1 },
        after: { metricStart: 1, metricCurrent: 1, version: 2 },
      },
    ],
  });
  for (const mutation of ['achieveGoal', 'reopenGoal', 'abandonGoal', 'trash', 'restore']) {
    const { name, changes } = await changeSetOf(app, ada, () => ada.mutate(mutation, { id }));
    expect([name, changes.map(({ action }) => action)]).toEqual([mutation, ['UPDATE']]);
  }
});

test('the statistics of progress take metrics of any numbers', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const metrics = [
    { start: 0, target: 5e-324 },
    { start: 5e-324, target: 9e14 },
    { start: 0, target: 9e14 },
    { start: 9e14, target: -9e14 },
  ];
  const values = [9e14, 1e-320, 4.5e14, -4.5e14];
  for (const [index, metric] of metrics.entries()) {
    const { id: goalId } = await ada.mutate('createGoal', { title: 'Far', kind: 'KEY_RESULT', metric });
    await ada.mutate('createGoalCheckIn', { goalId, value: values[index], health: 'ON_TRACK' });
  }
  const { goalStats } = await ada.query('{ goalStats { metricProgress { count min max mean standardDeviation } } }');
  expect(goalStats).toMatchObject([{ metricProgress: { count: 4, min: 0, max: 1, mean: (1 + 0 + 0.5 + 0.75) / 4 } }]);
});

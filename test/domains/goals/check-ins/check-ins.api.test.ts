import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = 'id goal { id } value health notes checkedOn version createdAt updatedAt trashedAt';
const get = `query ($id: ID!) { goalCheckIn(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const goalOf = async (person: Person, metric: object | null = { start: 80, target: 70, unit: 'kg' }): Promise<string> =>
  (await person.mutate('createGoal', { title: 'Goal', kind: 'KEY_RESULT', metric })).id;
const stateOf = async (person: Person, id: string) => {
  const query = 'query ($id: ID!) { goal(id: $id) { health metric { current } progress { fraction } } }';
  const { health, metric, progress } = (await person.query(query, { id })).goal;
  return [health, metric?.current ?? null, progress?.fraction ?? null];
};
const notes = async (person: Person, args = '') =>
  (await person.query(`{ goalCheckIns${args} { nodes { notes } } }`)).goalCheckIns.nodes
    .map(({ notes }: { notes: string }) => notes)
    .join(' ');

test('a check-in needs a goal and its health, and is about today', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada, null);
  const input = { goalId, health: 'ON_TRACK' };
  const { __typename, ...goalCheckIn } = await ada.mutate('createGoalCheckIn', input, fields);
  expect(goalCheckIn).toEqual({
    id: expect.stringMatching(/^GoalCheckIn:/),
    goal: { id: goalId },
    value: null,
    health: 'ON_TRACK',
    notes: '',
    checkedOn: '2026-11-23',
    version: 1,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  expect(await ada.query(get, { id: goalCheckIn.id })).toEqual({ goalCheckIn });
  expect(await stateOf(ada, goalId)).toEqual(['ON_TRACK', null, null]);
});

test('the latest check-in decides on the health of a goal, and the latest with a value on its metric', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const check = async (checkedOn: string, health: string, value?: number | null): Promise<string> =>
    (await ada.mutate('createGoalCheckIn', { goalId, checkedOn, health, value })).id;
  expect(await stateOf(ada, goalId)).toEqual([null, 80, 0]);
  await check('-P2D', 'AT_RISK', 78);
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 78, 0.2]);
  // A check-in about an earlier day changes nothing.
  await check('-P9D', 'OFF_TRACK', 79);
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 78, 0.2]);
  const latest = await check('TODAY', 'ON_TRACK', null);
  expect(await stateOf(ada, goalId)).toEqual(['ON_TRACK', 78, 0.2]);
  // Of check-ins on one day, the last created is the latest.
  app.clock.advance(1_000);
  const later = await check('TODAY', 'AT_RISK', 75);
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 75, 0.5]);

  await ada.mutate('trash', { id: later });
  expect(await stateOf(ada, goalId)).toEqual(['ON_TRACK', 78, 0.2]);
  await ada.mutate('trash', { id: latest });
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 78, 0.2]);
  await ada.mutate('restore', { id: later });
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 75, 0.5]);
  const { goal } = await ada.query('query ($id: ID!) { goal(id: $id) { checkIns { nodes { checkedOn value } } } }', {
    id: goalId,
  });
  expect(goal.checkIns.nodes).toEqual([
    { checkedOn: '2026-11-23', value: 75 },
    { checkedOn: '2026-11-21', value: 78 },
    { checkedOn: '2026-11-14', value: 79 },
  ]);
});

test('a goal whose only check-in is in the trash has no health, and its metric is at the start', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const { id } = await ada.mutate('createGoalCheckIn', { goalId, health: 'AT_RISK', value: 71 });
  await ada.mutate('trash', { id });
  expect(await stateOf(ada, goalId)).toEqual([null, 80, 0]);
});

test('a new metric has the latest value, and a goal without a metric has none', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  await ada.mutate('createGoalCheckIn', { goalId, health: 'AT_RISK', value: 75 });
  const measure = (metric: object | null) => ada.mutate('updateGoal', { id: goalId, metric });
  await measure({ start: 100, target: 50 });
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 75, 0.5]);
  await measure(null);
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', null, null]);
  await measure({ start: 75, target: 100 });
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 75, 0]);
});

test('a value needs a goal with a metric, and the day is not in the future', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [measured, unmeasured] = [await goalOf(ada), await goalOf(ada, null)];
  const refusals = async (input: object) =>
    (await writingNothing(app, ada, () => ada.mutate('createGoalCheckIn', { health: 'ON_TRACK', ...input }))).issues;
  expect(await refusals({ goalId: unmeasured, value: 0 })).toEqual([
    { path: ['input', 'value'], message: 'must not be given: the goal has no metric' },
  ]);
  expect(await refusals({ goalId: measured, value: -1e16, checkedOn: 'P1D', notes: 'x'.repeat(10_001) })).toEqual([
    { path: ['input', 'value'], message: 'must be a number from -1000000000000000 to 1000000000000000' },
    { path: ['input', 'notes'], message: 'must have at most 10000 characters' },
    { path: ['input', 'checkedOn'], message: 'must not be in the future' },
  ]);
  expect(await refusals({ goalId: measured, checkedOn: '2026-02-30', notes: null })).toMatchObject([
    { path: ['input', 'notes'] },
    { path: ['input', 'checkedOn'] },
  ]);
  await ada.mutate('trash', { id: measured });
  expect(await refusals({ goalId: measured })).toEqual([
    { path: ['input', 'goalId'], message: 'must not be in the trash' },
  ]);
  const { data } = await ada.ask(
    'mutation ($input: CreateGoalCheckInInput!) { createGoalCheckIn(input: $input) { __typename } }',
    {
      input: { goalId: measured, health: null },
    },
  );
  expect(data ?? null).toBeNull();
});

test('a check-in created twice with one id is created once, and cannot be changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), goalId: await goalOf(ada), health: 'ON_TRACK', value: 79 };
  const first = await ada.mutate('createGoalCheckIn', input, fields);
  app.clock.advance(60_000);
  expect(await writingNothing(app, ada, () => ada.mutate('createGoalCheckIn', input, fields))).toEqual(first);
  const other = await writingNothing(app, ada, () => ada.mutate('createGoalCheckIn', { ...input, value: 78 }));
  expect(other.__typename).toBe('ConflictError');
  for (const mutation of ['trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id: first.id, ifVersion: 2 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  const { __schema } = await ada.query('{ __schema { mutationType { fields { name } } } }');
  const names = __schema.mutationType.fields.map(({ name }: { name: string }) => name);
  expect(names.filter((name: string) => name.endsWith('GoalCheckIn'))).toEqual(['createGoalCheckIn']);
});

test('a check-in and the change of its goal are one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const id = `GoalCheckIn:${v7()}`;
  const input = { id, goalId, health: 'AT_RISK', value: 75 };
  expect(await changeSetOf(app, ada, () => ada.mutate('createGoalCheckIn', input))).toMatchObject({
    name: 'createGoalCheckIn',
    changes: [
      { model: 'GoalCheckIn', action: 'CREATE', after: { health: 'AT_RISK', value: 75 } },
      { model: 'Goal', action: 'UPDATE', before: { metricCurrent: 80 }, after: { metricCurrent: 75, version: 2 } },
    ],
  });
  const { changes } = await changeSetOf(app, ada, () => ada.mutate('trash', { id }));
  expect(changes.map(({ model, action }) => `${model} ${action}`)).toEqual(['GoalCheckIn UPDATE', 'Goal UPDATE']);
});

test('check-ins are filtered by each of their fields, and sorted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [one, other] = [await goalOf(ada), await goalOf(ada)];
  const check = (goalId: string, notes: string, more: object) =>
    ada.mutate('createGoalCheckIn', { goalId, notes, health: 'ON_TRACK', ...more });
  await check(one, 'A', { checkedOn: '-P3D', value: 79.5 });
  await check(one, 'b', { checkedOn: '-P1D', health: 'AT_RISK' });
  await check(other, 'C', { value: 10 });
  for (const [filter, expected] of [
    [`{ goalId: { eq: "${one}" } }`, 'b A'],
    ['{ goal: { health: { eq: AT_RISK } } }', 'b A'],
    ['{ not: { goal: { health: { eq: AT_RISK } } } }', 'C'],
    ['{ value: { gt: 79.25 } }', 'A'],
    ['{ value: { isNull: true } }', 'b'],
    ['{ health: { ne: AT_RISK } }', 'C A'],
    ['{ notes: { eq: "B" } }', 'b'],
    ['{ checkedOn: { lt: "TODAY" } }', 'b A'],
    ['{ createdAt: { gt: "NOW" } }', ''],
    ['{ updatedAt: { lte: "NOW" } }', 'C b A'],
  ]) {
    expect([filter, await notes(ada, `(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  expect(await notes(ada, '(orderBy: { field: CHECKED_ON })')).toBe('A b C');
  expect(await notes(ada, '(trashed: true)')).toBe('');
});

test('the change set of a check-in undoes the change of its goal too', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const text = `mutation ($input: CreateGoalCheckInInput!) { createGoalCheckIn(input: $input) {
    ... on CreateGoalCheckInPayload { goalCheckIn { id } changeSet { id name } }
  } }`;
  const input = { id: v7(), goalId, health: 'AT_RISK', value: 75 };
  const { goalCheckIn, changeSet } = (await ada.query(text, { input })).createGoalCheckIn;
  expect(changeSet.name).toBe('createGoalCheckIn');
  expect((await ada.query(text, { input })).createGoalCheckIn).toEqual({ goalCheckIn, changeSet: null });
  expect(await stateOf(ada, goalId)).toEqual(['AT_RISK', 75, 0.5]);
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  expect(await stateOf(ada, goalId)).toEqual([null, 80, 0]);
});

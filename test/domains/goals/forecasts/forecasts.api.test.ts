import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const fields = `progress { fraction } pace { state progress expected ratio } cadence { lastCheckInOn checkInDueOn isStale }
  forecast { state date earliest latest reachedOn slope slopeLow slopeHigh n missing }`;
const create = async (person: Person, more: object = {}): Promise<string> =>
  (await person.mutate('createGoal', { title: 'Goal', kind: 'KEY_RESULT', ...more })).id;
const stateOf = async (person: Person, id: string) =>
  (await person.query(`query ($id: ID!) { goal(id: $id) { ${fields} } }`, { id })).goal;
const metric = { start: 0, target: 100 };

test('a goal tells its pace, its forecast and when its next check-in is due', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await create(ada, { metric, startsOn: '-P30D', dueOn: 'P70D', checkInEveryDays: 7 });
  const check = (checkedOn: string, value: number) =>
    ada.mutate('createGoalCheckIn', { goalId: id, health: 'ON_TRACK', value, checkedOn });
  expect(await stateOf(ada, id)).toMatchObject({
    pace: { state: 'OFF_TRACK', expected: 0.3, ratio: 0 },
    forecast: { state: 'NOT_ENOUGH_DATA', n: 0 },
    cadence: { lastCheckInOn: null, checkInDueOn: '2026-11-30', isStale: false },
  });
  await check('-P28D', 2);
  await check('-P18D', 12);
  await check('-P8D', 99);
  app.clock.advance(1_000);
  await check('-P8D', 22);
  await check('-P1D', 29);
  expect(await stateOf(ada, id)).toEqual({
    progress: { fraction: 0.29 },
    pace: { state: 'ON_TRACK', progress: 0.29, expected: 0.3, ratio: 0.29 / 0.3 },
    forecast: {
      ...{ state: 'FORECAST', date: '2027-02-01', earliest: '2027-02-01', latest: '2027-02-01', reachedOn: null },
      ...{ slope: 1, slopeLow: 1, slopeHigh: 1, n: 4, missing: null },
    },
    cadence: { lastCheckInOn: '2026-11-22', checkInDueOn: '2026-11-30', isStale: false },
  });
  await check('TODAY', 100);
  expect((await stateOf(ada, id)).forecast).toMatchObject({ state: 'REACHED', reachedOn: '2026-11-23', date: null });
  await ada.mutate('abandonGoal', { id });
  expect(await stateOf(ada, id)).toMatchObject({ pace: null, forecast: null, cadence: null });
});

test('a goal is stale after as many days as it says, in the weekly review, too', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const id = await create(ada, { title: 'Speak' });
  await create(ada, { title: 'Rarely', checkInEveryDays: 366 });
  await create(ada, { title: 'Often', checkInEveryDays: 1 });
  app.clock.advance(15 * 24 * 3_600_000);
  expect((await stateOf(ada, id)).cadence).toEqual({
    ...{ lastCheckInOn: null, checkInDueOn: '2026-12-07', isStale: true },
  });
  const { weeklyReview } = await ada.query('{ weeklyReview { sections { kind count lines { text } } } }');
  const stale = weeklyReview.sections.find(({ kind }: { kind: string }) => kind === 'STALE_GOALS');
  expect(stale).toMatchObject({ count: 2, lines: [{ text: 'Often: no check-in' }, { text: 'Speak: no check-in' }] });
  expect((await writingNothing(app, ada, () => ada.mutate('updateGoal', { id, checkInEveryDays: 0 }))).issues).toEqual([
    { path: ['input', 'checkInEveryDays'], message: 'must be a whole number from 1 to 366' },
  ]);
});

test('a check-in tells what changed since the one before', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await create(ada, { metric });
  const check = async (checkedOn: string, health: string, value?: number): Promise<string> =>
    (await ada.mutate('createGoalCheckIn', { goalId, health, value, checkedOn })).id;
  const first = await check('-P20D', 'AT_RISK', 10);
  const second = await check('-P13D', 'ON_TRACK');
  const third = await check('TODAY', 'OFF_TRACK', 7.5);
  const query = `{ goalCheckIns { nodes { id change { previous { id } days healthBefore valueChange } } } }`;
  expect((await ada.query(query)).goalCheckIns.nodes).toEqual([
    { id: third, change: { previous: { id: second }, days: 13, healthBefore: 'ON_TRACK', valueChange: -2.5 } },
    { id: second, change: { previous: { id: first }, days: 7, healthBefore: 'AT_RISK', valueChange: null } },
    { id: first, change: null },
  ]);
  await ada.mutate('trash', { id: second });
  expect((await ada.query(query)).goalCheckIns.nodes[0].change).toMatchObject({ previous: { id: first }, days: 20 });
});

test('subgoals and milestones count by their weights, which are not all 0', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const parentId = await create(ada);
  const done = await create(ada, { parentId, weight: 30 });
  const other = await create(ada, { parentId, metric, weight: 10 });
  await ada.mutate('achieveGoal', { id: done });
  expect((await stateOf(ada, parentId)).progress).toEqual({ fraction: 0.75 });
  await ada.mutate('updateGoal', { id: other, weight: 0 });
  expect((await stateOf(ada, parentId)).progress).toEqual({ fraction: 1 });
  const message = 'must not be 0: the weights of all parts of the goal would be 0';
  const refused = async (work: () => Promise<{ issues: object[] }>) => (await writingNothing(app, ada, work)).issues;
  const weight = [{ path: ['input', 'weight'], message }];
  expect(await refused(() => ada.mutate('updateGoal', { id: done, weight: 0 }))).toEqual(weight);
  expect(
    await refused(() => ada.mutate('createGoal', { title: 'A', kind: 'PROJECT', parentId: other, weight: 0 })),
  ).toEqual(weight);
  expect(await refused(() => ada.mutate('updateGoal', { id: done, weight: 101 }))).toEqual([
    { path: ['input', 'weight'], message: 'must be a whole number from 0 to 100' },
  ]);

  const goalId = await create(ada);
  const step = { goalId, title: 'Step' };
  expect(await refused(() => ada.mutate('createMilestone', { ...step, weight: 0 }))).toEqual(weight);
  const { id } = await ada.mutate('createMilestone', { ...step, weight: 80, isReached: true });
  await ada.mutate('createMilestone', { ...step, weight: 20 });
  await ada.mutate('createMilestone', { ...step, weight: 0, isReached: true });
  expect((await stateOf(ada, goalId)).progress).toEqual({ fraction: 0.8 });
  await ada.mutate('updateMilestone', { id, weight: 0 });
  expect((await stateOf(ada, goalId)).progress).toEqual({ fraction: 0 });
});

test('a list of goals takes a constant number of statements', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ask = () => app.counting(() => ada.query(`{ goals { nodes { ${fields} } } }`));
  const add = async () => {
    const goalId = await create(ada, { metric, dueOn: 'P30D' });
    await ada.mutate('createGoalCheckIn', { goalId, health: 'ON_TRACK', value: 1 });
  };
  await add();
  const one = await ask();
  for (let i = 0; i < 4; i++) await add();
  expect(await ask()).toBe(one);
});

import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const fields = `id title notes weekdays timesPerWeek startsOn endsOn goal { id } progress { streak longestStreak score weekDoneCount }
  marks { nodes { date kind } }`;
const create = async (person: Person, more: object = {}): Promise<string> =>
  (await person.mutate('createHabit', { title: 'Read', timesPerWeek: 2, startsOn: '-P20D', ...more })).id;
const day = 24 * 3_600_000;

test('a habit is on given days of the week, or some times a week', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goal = await ada.mutate('createGoal', { title: 'Read more', kind: 'HABIT' });
  const input = { title: ' Read ', weekdays: ['FRIDAY', 'MONDAY', 'FRIDAY'], goalId: goal.id, notes: 'A page' };
  const { __typename, id, ...habit } = await ada.mutate('createHabit', input, fields);
  expect(habit).toEqual({
    ...{ title: 'Read', notes: 'A page', weekdays: ['MONDAY', 'FRIDAY'], timesPerWeek: null },
    ...{ startsOn: '2026-11-23', endsOn: null, goal: { id: goal.id }, marks: { nodes: [] } },
    progress: { streak: 0, longestStreak: 0, score: 0, weekDoneCount: 0 },
  });
  const refused = async (mutation: string, changes: object) =>
    (await writingNothing(app, ada, () => ada.mutate(mutation, changes))).issues.map(
      ({ path }: { path: string[] }) => path[1],
    );
  expect(await refused('updateHabit', { id, timesPerWeek: 3 })).toEqual(['timesPerWeek']);
  expect(await refused('createHabit', { title: 'None' })).toEqual(['timesPerWeek']);
  expect(
    await refused('createHabit', { title: 'A', timesPerWeek: 8, weekdays: ['NODAY'] }).catch(() => ['x']),
  ).toHaveLength(1);
  expect(await refused('createHabit', { title: 'Ends', timesPerWeek: 1, endsOn: '-P1D' })).toEqual(['endsOn']);
  const project = await ada.mutate('createGoal', { title: 'Build', kind: 'PROJECT' });
  expect(await refused('updateHabit', { id, goalId: project.id })).toEqual(['goalId']);
  expect(await ada.mutate('updateHabit', { id, weekdays: [], timesPerWeek: 3, goalId: null }, fields)).toMatchObject({
    ...{ weekdays: [], timesPerWeek: 3, goal: null },
  });
});

test('days are checked, skipped and unchecked, each once', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const id = await create(ada);
  await ada.mutate('checkHabit', { id });
  await ada.mutate('checkHabit', { id, date: '-P3D' });
  const { marks } = await ada.mutate('checkHabit', { id, date: '-P3D', kind: 'SKIP' }, fields);
  expect(marks.nodes).toEqual([
    { date: '2026-11-23', kind: 'DONE' },
    { date: '2026-11-20', kind: 'SKIP' },
  ]);
  // What is so already changes nothing.
  const { version } = await ada.mutate('checkHabit', { id }, 'version');
  expect((await ada.mutate('checkHabit', { id }, 'version')).version).toBe(version);
  expect((await ada.mutate('uncheckHabit', { id, date: '-P7D' }, 'version')).version).toBe(version);
  const { marks: left } = await ada.mutate('uncheckHabit', { id, date: '-P3D' }, fields);
  expect(left.nodes).toEqual([{ date: '2026-11-23', kind: 'DONE' }]);
  const issues = async (input: object) =>
    (await writingNothing(app, ada, () => ada.mutate('checkHabit', { id, ...input }))).issues;
  expect(await issues({ date: '-P21D' })).toEqual([
    { path: ['input', 'date'], message: 'must be a day on which the habit goes on' },
  ]);
  expect(await issues({ date: 'P1D' })).toEqual([{ path: ['input', 'date'], message: 'must not be in the future' }]);
});

test('a check can be undone, and belongs to its owner', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const id = await create(ada);
  await ada.mutate('checkHabit', { id });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  const changeSetId = changeSets.nodes[0].id;
  await ada.mutate('undoChangeSet', { changeSetId });
  expect((await ada.query('{ habitMarks { totalCount } }')).habitMarks.totalCount).toBe(0);
  for (const mutation of ['checkHabit', 'uncheckHabit']) {
    expect((await writingNothing(app, bob, () => bob.mutate(mutation, { id }))).__typename).toBe('NotFoundError');
  }
  await ada.mutate('trash', { id });
  expect((await writingNothing(app, ada, () => ada.mutate('checkHabit', { id }))).__typename).toBe('InvalidInputError');
});

test('streaks go by the weeks and days of the owner', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person('Ada', 'Pacific/Auckland'));
  const id = await create(ada);
  for (const date of ['-P14D', '-P13D', '-P7D', '-P1D']) await ada.mutate('checkHabit', { id, date });
  const progress = async () =>
    (await ada.query(`query ($id: ID!) { habit(id: $id) { ${fields} } }`, { id })).habit.progress;
  expect(await progress()).toMatchObject({ streak: 2, longestStreak: 2, weekDoneCount: 0 });
  // 9:00 in UTC is the evening of a Monday in Auckland; six hours later it is past 4:00 on Tuesday there.
  await ada.mutate('checkHabit', { id });
  app.clock.advance(day / 2);
  await ada.mutate('checkHabit', { id });
  expect(await progress()).toMatchObject({ streak: 3, weekDoneCount: 2 });
});

test('a day shows the habits that go on on it, with their marks', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await create(ada, { endsOn: 'TODAY' });
  await create(ada, { title: 'Write', timesPerWeek: null, weekdays: ['TUESDAY'] });
  const gone = await create(ada, { title: 'Gone' });
  await ada.mutate('trash', { id: gone });
  await ada.mutate('checkHabit', { id });
  const habits = '{ habits { habit { title } mark isWanted } }';
  const { today, tomorrow } = await ada.query(`{ today: day ${habits} tomorrow: day(date: "P1D") ${habits} }`);
  expect(today.habits).toEqual([
    { habit: { title: 'Read' }, mark: 'DONE', isWanted: true },
    { habit: { title: 'Write' }, mark: null, isWanted: false },
  ]);
  expect(tomorrow.habits).toEqual([{ habit: { title: 'Write' }, mark: null, isWanted: true }]);
});

test('a list of habits takes a constant number of statements', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ask = () => app.counting(() => ada.query(`{ habits { nodes { ${fields} } } }`));
  await create(ada);
  const one = await ask();
  for (let i = 0; i < 3; i++) await ada.mutate('checkHabit', { id: await create(ada) });
  expect(await ask()).toBe(one);
});

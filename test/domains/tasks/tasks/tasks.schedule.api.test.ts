import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';

const planned = 'id scheduledOn scheduledAt';

/** The titles of the tasks of a day, in order. */
async function on(person: Person, date?: string): Promise<string[]> {
  const query = 'query ($date: Date! = "TODAY") { day(date: $date) { tasks { totalCount nodes { title } } } }';
  const { tasks } = (await person.query(query, date === undefined ? {} : { date })).day;
  expect(tasks.totalCount).toBe(tasks.nodes.length);
  return tasks.nodes.map(({ title }: { title: string }) => title);
}

test('a task is scheduled for a day or a time, never both', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'A', scheduledOn: '2026-11-25' });
  const at = '2026-11-26T08:00:00.000Z';
  const [day, moment] = [
    { scheduledOn: '2026-11-27', scheduledAt: null },
    { scheduledOn: null, scheduledAt: at },
  ];
  for (const mutation of ['updateTask', 'rescheduleTask']) {
    expect(await ada.mutate(mutation, { id, scheduledAt: at }, planned)).toMatchObject(moment);
    expect(await ada.mutate(mutation, { id, scheduledOn: '2026-11-27' }, planned)).toMatchObject(day);
    expect(await ada.mutate(mutation, { id, ...moment }, planned)).toMatchObject(moment);
    expect(await ada.mutate(mutation, { id, ...day }, planned)).toMatchObject(day);
  }
  for (const [mutation, input] of [
    ['createTask', { title: 'B' }],
    ['updateTask', { id }],
    ['rescheduleTask', { id }],
  ] as const) {
    const both = { ...input, scheduledOn: 'TODAY', scheduledAt: 'NOW' };
    expect((await writingNothing(app, ada, () => ada.mutate(mutation, both))).issues).toEqual([
      { path: ['input', 'scheduledAt'], message: 'must not be given together with scheduledOn' },
    ]);
  }
});

test('rescheduling without a day or time unschedules a task; an update without them keeps its schedule', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'A', scheduledOn: '2026-11-25' });
  expect(await ada.mutate('updateTask', { id, title: 'B' }, planned)).toMatchObject({ scheduledOn: '2026-11-25' });
  // Emptying the moment that a task does not have takes no day away.
  expect(await ada.mutate('updateTask', { id, scheduledAt: null }, planned)).toMatchObject({
    scheduledOn: '2026-11-25',
  });
  expect(await ada.mutate('rescheduleTask', { id }, planned)).toMatchObject({ scheduledOn: null, scheduledAt: null });
  expect(await on(ada, '2026-11-25')).toEqual([]);
});

test('dates and times can be relative to today and now', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { title: 'A', scheduledOn: 'TODAY', dueOn: 'P1W' };
  expect(await ada.mutate('createTask', input, 'scheduledOn dueOn')).toMatchObject({
    scheduledOn: '2026-11-23',
    dueOn: '2026-11-30',
  });
  const later = await ada.mutate(
    'createTask',
    { title: 'B', scheduledAt: 'PT90M', dueOn: '-P7D' },
    'id scheduledAt dueOn',
  );
  expect(later).toMatchObject({ scheduledAt: '2026-11-23T10:30:00.000Z', dueOn: '2026-11-16' });
  // The start of Ada's day, at four in Berlin.
  expect(await ada.mutate('rescheduleTask', { id: later.id, scheduledAt: 'TODAY' }, planned)).toMatchObject({
    scheduledAt: '2026-11-23T03:00:00.000Z',
  });
  expect(await ada.mutate('rescheduleTask', { id: later.id, scheduledOn: 'P1M' }, planned)).toMatchObject({
    scheduledOn: '2026-12-23',
  });
  const filter = async (text: string) =>
    (await ada.query(`{ tasks(filter: ${text}) { nodes { title } } }`)).tasks.nodes.map(
      ({ title }: { title: string }) => title,
    );
  expect(await filter('{ dueOn: { lt: "TODAY" } }')).toEqual(['B']);
  expect(await filter('{ scheduledOn: { eq: "TODAY" } }')).toEqual(['A']);
  expect(await filter('{ createdAt: { gte: "-PT1M" } }')).toEqual(['A', 'B']);
  expect(await on(ada, 'TODAY')).toEqual(['A']);
  expect(await on(ada, 'P1M')).toEqual(['B']);
  expect(await on(ada)).toEqual(['A']);
});

test('a time is on the day that it is by the time zone and the start of day of the person', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  // Ada's day starts at four: 03:00 in UTC while it is winter in Berlin.
  for (const [title, scheduledAt] of [
    ['last of 22nd', '2026-11-23T02:59:59.999Z'],
    ['first of 23rd', '2026-11-23T03:00:00Z'],
    ['evening', '2026-11-23T22:59:00Z'],
    ['past midnight', '2026-11-24T01:00:00+01:00'],
    ['last of 23rd', '2026-11-24T02:59:59.999Z'],
    ['first of 24th', '2026-11-24T03:00:00Z'],
  ]) {
    await ada.mutate('createTask', { title, scheduledAt });
  }
  await ada.mutate('createTask', { title: 'all day', scheduledOn: '2026-11-23' });
  expect(await on(ada, '2026-11-22')).toEqual(['last of 22nd']);
  expect(await on(ada, '2026-11-23')).toEqual(['first of 23rd', 'evening', 'past midnight', 'last of 23rd', 'all day']);
  expect(await on(ada, '2026-11-24')).toEqual(['first of 24th']);

  await ada.mutate('updateProfile', { dayStartsAt: '00:00' });
  expect(await on(ada, '2026-11-23')).toEqual(['last of 22nd', 'first of 23rd', 'evening', 'all day']);
  await ada.mutate('updateProfile', { timeZone: 'America/New_York' });
  expect(await on(ada, '2026-11-22')).toEqual(['last of 22nd', 'first of 23rd']);
  expect(await on(ada, '2026-11-23')).toEqual(['evening', 'past midnight', 'last of 23rd', 'first of 24th', 'all day']);
});

test('a day on which clocks change has 23 or 25 hours, each of them once', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  await ada.mutate('updateProfile', { dayStartsAt: '00:00' });
  const moments: Record<string, [string, string, number]> = {
    // Spring forward on 29 March, back on 25 October.
    '2026-03-29': ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    '2026-10-25': ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
  };
  for (const [date, [from, to, hours]] of Object.entries(moments)) {
    const [start, end] = [Date.parse(from), Date.parse(to)];
    expect((end - start) / 3_600_000).toBe(hours);
    for (let time = start - 3_600_000; time <= end; time += 3_600_000) {
      const title = new Date(time).toISOString();
      await ada.mutate('createTask', { title, scheduledAt: title });
    }
    expect(await on(ada, date)).toHaveLength(hours);
    const titles = await on(ada, date);
    expect([Date.parse(titles[0] ?? ''), Date.parse(titles.at(-1) ?? '')]).toEqual([start, end - 3_600_000]);
  }
});

test('“today” moves on when the person’s day does', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person('Ada', 'Europe/Berlin'));
  await ada.mutate('createTask', { title: 'Monday', scheduledOn: 'TODAY' });
  app.clock.set('2026-11-24T02:59:00Z');
  expect(await on(ada)).toEqual(['Monday']);
  await ada.mutate('createTask', { title: 'Still Monday', scheduledOn: 'TODAY' });
  app.clock.set('2026-11-24T03:00:00Z');
  expect(await on(ada)).toEqual([]);
  expect(await on(ada, '-P1D')).toEqual(['Monday', 'Still Monday']);
});

test('the tasks of a day are the active ones of the viewer, and can be filtered, sorted and paged', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const [title, priority] of [
    ['a', 'LOW'],
    ['b', 'URGENT'],
    ['c', 'HIGH'],
  ]) {
    await ada.mutate('createTask', { title, priority, scheduledOn: 'TODAY' });
  }
  const { id } = await ada.mutate('createTask', { title: 'gone', scheduledOn: 'TODAY' });
  await ada.mutate('trash', { id });
  expect(await on(ada)).toEqual(['a', 'b', 'c']);
  expect(await on(bob)).toEqual([]);
  const { day } = await ada.query(`{ day { tasks(
    filter: { priority: { gte: HIGH } }, orderBy: [{ field: PRIORITY, direction: DESC }], first: 1
  ) { totalCount nodes { title } pageInfo { hasNextPage } } } }`);
  expect(day.tasks).toEqual({ totalCount: 2, nodes: [{ title: 'b' }], pageInfo: { hasNextPage: true } });
});

test('the first and the last days there are have tasks too; other texts are refused with their place', async () => {
  const app = await createTestApp();
  // East and west of Greenwich, where these days reach beyond the years that moments have.
  for (const zone of ['Asia/Kolkata', 'America/New_York']) {
    const person = await app.person('Ada', zone);
    for (const date of ['0001-01-01', '9999-12-31']) {
      await person.mutate('createTask', { title: date, scheduledOn: date });
      expect(await on(person, date)).toEqual([date]);
    }
    await person.mutate('createTask', { title: 'noon', scheduledAt: '9999-12-31T12:00:00Z' });
    expect(await on(person, '9999-12-31')).toEqual(['9999-12-31', 'noon']);
  }
  const ada = await app.person();
  for (const date of ['2026-02-30', '0000-01-01', '10000-01-01', '2026-11-23T00:00:00Z', '', 'today', '-P3000Y']) {
    const { errors } = await ada.ask('query ($date: Date!) { day(date: $date) { date } }', { date });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['date'] }] });
  }
});

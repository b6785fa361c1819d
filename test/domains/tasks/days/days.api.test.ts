import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { leaveToCI } from '../../../support/services.ts';

test('a day has what is on it: meetings, tasks, the focus, due reviews and energy entries', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'Write', scheduledOn: 'TODAY' });
  await ada.mutate('createTask', { title: 'Tomorrow', scheduledOn: 'P1D' });
  await ada.mutate('createMeeting', { title: '1:1', startsAt: 'PT1H', endsAt: 'PT2H' });
  await ada.mutate('setDailyFocus', { intention: 'One thing', taskIds: [id] });
  await ada.mutate('createEnergyEntry', { energy: 4 });
  await ada.mutate('createEnergyEntry', { energy: 2, at: '-P1D' });
  for (const [title, reviewOn] of [
    ['Now', 'TODAY'],
    ['Since yesterday', '-P1D'],
    ['Later', 'P1D'],
  ]) {
    await ada.mutate('createLearning', { title, reviewOn });
  }
  const query = `query ($date: Date) { day(date: $date) { date startsAt endsAt
    meetings { totalCount nodes { title } } tasks { nodes { title } } focus { intention tasks { title } }
    dueReviews { totalCount nodes { title } } energy { nodes { energy } }
  } }`;
  expect((await ada.query(query)).day).toEqual({
    date: '2026-11-23',
    startsAt: '2026-11-23T03:00:00.000Z',
    endsAt: '2026-11-24T03:00:00.000Z',
    meetings: { totalCount: 1, nodes: [{ title: '1:1' }] },
    tasks: { nodes: [{ title: 'Write' }] },
    focus: { intention: 'One thing', tasks: [{ title: 'Write' }] },
    dueReviews: { totalCount: 2, nodes: [{ title: 'Since yesterday' }, { title: 'Now' }] },
    energy: { nodes: [{ energy: 4 }] },
  });
  expect((await ada.query(query, { date: '-P1D' })).day).toMatchObject({
    date: '2026-11-22',
    tasks: { nodes: [] },
    focus: null,
    dueReviews: { nodes: [{ title: 'Since yesterday' }] },
    energy: { nodes: [{ energy: 2 }] },
  });
});

test('an agenda has every day, with what is on it in order', async () => {
  const ada = await (await createTestApp()).person();
  await ada.mutate('createMeeting', { title: 'Offsite', startsOn: '2026-11-23', endsOn: '2026-11-24' });
  await ada.mutate('createMeeting', { title: '1:1', startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T09:00:00Z' });
  await ada.mutate('createMeeting', { title: 'Off', startsOn: '2026-11-23', status: 'CANCELLED' });
  await ada.mutate('createTask', { title: 'Any time', scheduledOn: '2026-11-24' });
  await ada.mutate('createTask', { title: 'At seven', scheduledAt: '2026-11-24T07:00:00Z' });
  const { id: done } = await ada.mutate('createTask', { title: 'Done', dueOn: '2026-11-24' });
  await ada.mutate('completeTask', { id: done });
  await ada.mutate('createTask', { title: 'Due', dueOn: '2026-11-24' });
  for (const [title, reviewOn] of [
    ['Reread', '2026-11-25'],
    ['Of last week', '2026-11-22'],
    ['Of next week', '2026-11-26'],
  ]) {
    await ada.mutate('createLearning', { title, reviewOn });
  }
  const { agenda } = await ada.query(`{ agenda(to: "P2D") { date entries { kind startsAt node {
    __typename ... on Task { title } ... on Meeting { title } ... on Learning { title }
  } } } }`);
  const said = agenda.map(
    ({ date, entries }: { date: string; entries: { kind: string; node: { title: string } }[] }) => [
      date,
      ...entries.map(({ kind, node }) => `${kind} ${node.title}`),
    ],
  );
  expect(said).toEqual([
    ['2026-11-23', 'ALL_DAY Offsite'],
    ['2026-11-24', 'ALL_DAY Offsite', 'TASK Any time', 'TASK_DUE Due', 'TASK At seven', 'MEETING 1:1'],
    ['2026-11-25', 'REVIEW Reread'],
  ]);
});

test.each([
  ['2026-11-23', '2026-11-22', 'must not be before from'],
  ['2026-11-23', '2027-01-24', 'must be within 62 days of from'],
])('an agenda from %s to %s is refused', async (from, to, message) => {
  const ada = await (await createTestApp()).person();
  const { errors } = await ada.ask('query ($from: Date, $to: Date) { agenda(from: $from, to: $to) { date } }', {
    from,
    to,
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['to'], message }] });
});

test('an agenda has the first and the last days there are', async () => {
  const app = await createTestApp();
  for (const zone of ['Asia/Kolkata', 'America/New_York']) {
    const ada = await app.person('Ada', zone);
    await ada.mutate('createTask', { title: 'Last', scheduledOn: '9999-12-31', dueOn: '9999-12-31' });
    const times = { startsAt: '9999-12-31T20:00:00Z', endsAt: '9999-12-31T23:59:59Z' };
    await ada.mutate('createMeeting', { title: 'Farewell', ...times });
    const query = `query ($from: Date, $to: Date) { agenda(from: $from, to: $to) {
      date tasks { totalCount } meetings { totalCount } entries { kind }
    } }`;
    const empty = { tasks: { totalCount: 0 }, meetings: { totalCount: 0 }, entries: [] };
    expect((await ada.query(query, { from: '0001-01-01', to: '0001-01-02' })).agenda).toEqual([
      { date: '0001-01-01', ...empty },
      { date: '0001-01-02', ...empty },
    ]);
    expect((await ada.query(query, { from: '9999-12-30', to: '9999-12-31' })).agenda).toEqual([
      { date: '9999-12-30', ...empty },
      {
        date: '9999-12-31',
        tasks: { totalCount: 1 },
        meetings: { totalCount: 1 },
        entries: [{ kind: 'TASK' }, { kind: 'TASK_DUE' }, { kind: 'MEETING' }],
      },
    ]);
  }
});

test('a day and an agenda take the same number of statements for ten thousand records as for a hundred', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const add = (count: number) =>
    transaction(ctx, 'test', async (tx) => {
      const { now } = tx.calendar;
      const at = (i: number) => new Date(now.getTime() + (i - count / 2) * 3_600_000);
      const half = Array.from({ length: count / 2 }, (_, i) => i);
      await tx.write.task.createMany(half.map((i) => ({ title: `T${i}`, position: i, scheduledAt: at(i * 2) })));
      await tx.write.meeting.createMany(
        half.map((i) => ({ title: `M${i}`, startsAt: at(i * 2), endsAt: at(i * 2 + 1), timeZone: 'UTC' })),
      );
    });
  const query = `{ day { meetings { totalCount nodes { title attendees { person { name } } } } tasks { nodes { title labels { name } } }
    focus { intention } energy { totalCount nodes { energy } } }
    agenda { date entries { kind node { ... on Task { title labels { name } } ... on Meeting { title attendees { response } } } } } }`;
  await add(100);
  // Who is there for the first time is noted.
  await ada.query(query);
  const few = await app.counting(() => ada.query(query));
  await add(9_900);
  const many = await app.counting(() => ada.query(query));
  expect(many).toBe(few);
  expect(many).toBe(18);
});

test('an agenda with more than 1,000 entries is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await transaction(await contextOf(app, ada), 'test', async (tx) => {
    await tx.write.task.createMany(
      Array.from({ length: 1_001 }, (_, i) => ({ title: 'T', position: i, dueOn: '2026-11-24' })),
    );
  });
  const { errors } = await ada.ask('{ agenda { date entries { kind } } }');
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    issues: [{ path: ['entries'], message: expect.stringContaining('must be at most 1000') }],
  });
  expect(await ada.query('{ day { entries { kind } } }')).toEqual({ day: { entries: [] } });
});

test('an agenda takes the same number of statements for sixty days as for two, with any selection', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  await transaction(ctx, 'test', async (tx) => {
    const days = Array.from({ length: 60 }, (_, index) => index);
    const at = (index: number) => new Date(tx.calendar.now.getTime() + index * 24 * 3_600_000);
    const dayOf = (index: number) => tx.calendar.addDays(tx.calendar.today, index);
    await tx.write.task.createMany(
      days.map((i) => ({
        title: `T${i}`,
        position: i,
        ...(i % 2 ? { scheduledAt: at(i) } : { scheduledOn: dayOf(i) }),
      })),
    );
    await tx.write.meeting.createMany(
      days.map((i) => ({ title: `M${i}`, startsAt: at(i), endsAt: at(i + 1), timeZone: 'UTC' })),
    );
    await tx.write.energyEntry.createMany(days.map((i) => ({ at: at(i), energy: 3 })));
    await tx.write.dailyFocus.createMany(days.map((i) => ({ date: dayOf(i), intention: `I${i}` })));
    await tx.write.learning.createMany(days.map((i) => ({ title: `L${i}`, learnedOn: dayOf(-1), reviewOn: dayOf(i) })));
  });
  const query = (to: string) => `{ agenda(to: "${to}") { date startsAt endsAt
    entries { kind node { id ... on Task { title labels { name } } } }
    tasks { totalCount nodes { title labels { name } } } meetings { totalCount nodes { title } } focus { intention tasks { title } }
    dueReviews(last: 1) { totalCount nodes { title } } energy { totalCount nodes { energy } } } }`;
  await ada.query(query('P1D'));
  const few = await app.counting(() => ada.query(query('P1D')));
  let agenda: Record<string, unknown>[] = [];
  const many = await app.counting(async () => {
    agenda = (await ada.query(query('P59D'))).agenda;
  });
  expect(many).toBe(few);
  expect(agenda).toHaveLength(60);
  for (const [index, day] of agenda.entries()) {
    expect(day).toMatchObject({
      tasks: { totalCount: 1, nodes: [{ title: `T${index}` }] },
      // A meeting from ten to ten is on both days.
      meetings: { totalCount: index === 0 ? 1 : 2 },
      focus: { intention: `I${index}`, tasks: [] },
      dueReviews: { totalCount: index + 1, nodes: [{ title: `L${index}` }] },
      energy: { totalCount: 1, nodes: [{ energy: 3 }] },
    });
    expect(day.entries).toHaveLength(index === 0 ? 3 : 4);
  }
});

test('the lists of the days of an agenda are those of the days alone, filtered, sorted and paged alike', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  for (const [title, input] of [
    ['a', { scheduledOn: 'TODAY' }],
    ['b', { scheduledAt: '2026-11-24T02:59:00Z' }],
    ['c', { scheduledAt: 'P1D', priority: 'HIGH' }],
    ['d', { scheduledOn: 'P1D', priority: 'LOW' }],
    ['e', { scheduledOn: 'P1D' }],
    ['f', { scheduledOn: 'P3D', priority: 'URGENT' }],
  ] as const) {
    await ada.mutate('createTask', { title, ...input });
  }
  const { id } = await ada.mutate('createTask', { title: 'gone', scheduledOn: 'P1D' });
  await ada.mutate('trash', { id });
  const lists = `all: tasks { totalCount nodes { title } }
    page: tasks(first: 1, orderBy: [{ field: PRIORITY, direction: DESC }]) { totalCount nodes { title } pageInfo { hasNextPage } }
    some: tasks(filter: { priority: { gte: LOW } }) { totalCount nodes { title } } trash: tasks(trashed: true) { nodes { title } }`;
  const { agenda } = await ada.query(`{ agenda(to: "P4D") { date ${lists} } }`);
  const titles = agenda.map((day: { all: { nodes: { title: string }[] } }) => day.all.nodes.map(({ title }) => title));
  expect(titles.map((some: string[]) => some.join(' '))).toEqual(['a b', 'c d e', '', 'f', '']);
  expect(agenda[1]).toMatchObject({
    page: { totalCount: 3, nodes: [{ title: 'c' }] },
    trash: { nodes: [{ title: 'gone' }] },
  });
  for (const whole of agenda) {
    const { day } = await ada.query(`query ($date: Date) { day(date: $date) { date ${lists} } }`, { date: whole.date });
    expect(day).toEqual(whole);
  }
});

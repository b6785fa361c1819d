import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';

const fields = 'id date intention reflection closedAt tasks { title } version createdAt updatedAt';
const get = `query ($date: Date! = "TODAY") { day(date: $date) { focus { ${fields} } } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));
const shown = ({ tasks }: { tasks: { title: string }[] }) => tasks.map(({ title }) => title).join(' ');
const make = async (person: Person, title: string, more: object = {}): Promise<string> =>
  (await person.mutate('createTask', { title, ...more })).id;

test('a day has an intention and its tasks in the order they were given, and is null before', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await ada.query(get)).toEqual({ day: { focus: null } });
  const [a, b, c] = [await make(ada, 'a'), await make(ada, 'b'), await make(ada, 'c')];
  const set = await ada.mutate('setDailyFocus', { intention: 'Ship it', taskIds: [c, a] }, fields);
  const { __typename, ...focus } = set;
  expect(focus).toEqual({
    id: expect.stringMatching(/^DailyFocus:/),
    date: '2026-11-23',
    intention: 'Ship it',
    reflection: '',
    closedAt: null,
    tasks: [{ title: 'c' }, { title: 'a' }],
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  expect(await ada.query(get)).toEqual({ day: { focus } });
  expect(shown(await ada.mutate('setDailyFocus', { taskIds: [a, b, c] }, fields))).toBe('a b c');
});

test('what is left out stays as it is, what is empty is emptied, and a change raises the version by one', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [a, b] = [await make(ada, 'a'), await make(ada, 'b')];
  const set = (input: object) => ada.mutate('setDailyFocus', input, fields);
  await set({ taskIds: [a, b] });
  app.clock.advance(1_000);
  expect(await set({ intention: 'Later' })).toMatchObject({ intention: 'Later', version: 2, tasks: [{}, {}] });
  expect(await set({ taskIds: [b] })).toMatchObject({ intention: 'Later', version: 3, tasks: [{ title: 'b' }] });
  expect(await set({ intention: 'Both', taskIds: [a] })).toMatchObject({ intention: 'Both', version: 4 });
  const before = await set({ intention: '', taskIds: [] });
  expect(before).toMatchObject({ intention: '', tasks: [], version: 5 });
  app.clock.advance(1_000);
  for (const same of [{}, { intention: '' }, { taskIds: [] }, { date: '2026-11-23', intention: '', ifVersion: 5 }]) {
    expect(await writingNothing(app, ada, () => set(same))).toEqual(before);
  }
});

test('each date has its own focus, and each person', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const id = await make(ada, 'a');
  for (const date of ['TODAY', 'P1D', '2026-12-24']) {
    await ada.mutate('setDailyFocus', { date, intention: date, taskIds: [id] });
  }
  expect((await ada.query(get)).day.focus).toMatchObject({ intention: 'TODAY' });
  expect((await ada.query(get, { date: '2026-11-24' })).day.focus).toMatchObject({ intention: 'P1D' });
  expect((await ada.query(get, { date: '2026-12-24' })).day.focus).toMatchObject({ tasks: [{ title: 'a' }] });
  expect(await bob.query(get)).toEqual({ day: { focus: null } });
  const foreign = await writingNothing(app, bob, () =>
    bob.ask(
      'mutation ($input: SetDailyFocusInput!) { setDailyFocus(input: $input) { ... on NotFoundError { path } } }',
      {
        input: { taskIds: [id] },
      },
    ),
  );
  expect(foreign.data.setDailyFocus).toEqual({ path: ['input', 'taskIds', '0'] });
  await bob.mutate('setDailyFocus', { intention: 'Mine' });
  expect((await ada.query(get)).day.focus).toMatchObject({ intention: 'TODAY', version: 1 });
});

test('a task in the trash does not show in the focus until it is back', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [a, b] = [await make(ada, 'a'), await make(ada, 'b')];
  await ada.mutate('setDailyFocus', { taskIds: [a, b] });
  await ada.mutate('trash', { id: a });
  expect(shown((await ada.query(get)).day.focus)).toBe('b');
  await ada.mutate('restore', { id: a });
  expect(shown((await ada.query(get)).day.focus)).toBe('a b');
});

test('all issues of a focus are reported together with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const ids: string[] = [];
  for (let index = 0; index < 6; index++) ids.push(await make(ada, `t${index}`));
  const label = await ada.mutate('createLabel', { name: 'L' });
  for (const [input, expected] of [
    [{ date: '2026-02-30', intention: 'x'.repeat(1_001), taskIds: ids }, ['date', 'intention', 'taskIds']],
    [{ date: 'tomorrow', intention: 'a\u0000', taskIds: [ids[0], ids[0]] }, ['date', 'intention', 'taskIds']],
    [{ intention: '\ud83d', taskIds: [ids[0], label.id, 'x'] }, ['intention', 'taskIds.1', 'taskIds.2']],
    [{ intention: null, taskIds: null }, ['intention', 'taskIds']],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate('setDailyFocus', input));
    expect(paths(refused)).toEqual(expected.map((name) => `input.${name}`));
  }
  const unknown = { taskIds: [ids[0], `Task:${v7()}`] };
  expect((await writingNothing(app, ada, () => ada.mutate('setDailyFocus', unknown))).__typename).toBe('NotFoundError');
  expect(await ada.query(get)).toEqual({ day: { focus: null } });
});

test('a focus changes only at the expected version, which is 0 if it is not set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const calls = [
    ['setDailyFocus', { intention: 'Again' }],
    ['closeDay', { reflection: 'Well' }],
  ] as const;
  for (const [mutation, input] of calls) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { ...input, ifVersion: 1 }));
    expect(refused.__typename).toBe('ConflictError');
  }
  await ada.mutate('setDailyFocus', { intention: 'One' });
  await ada.mutate('setDailyFocus', { intention: 'Two', ifVersion: 1 });
  for (const [mutation, input] of [...calls, ['reopenDay', {}] as const]) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { ...input, ifVersion: 1 }));
    expect(refused.__typename).toBe('ConflictError');
  }
});

test('closing a day stores the reflection, and schedules carried-over tasks for the next working day', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const planned = 'query ($id: ID!) { task(id: $id) { scheduledOn scheduledAt carryOverCount version } }';
  const [onDay, atMoment, kept] = [
    await make(ada, 'day', { scheduledOn: 'TODAY' }),
    await make(ada, 'moment', { scheduledAt: 'NOW' }),
    await make(ada, 'kept', { scheduledOn: 'TODAY' }),
  ];
  await ada.mutate('setDailyFocus', { intention: 'A lot', taskIds: [onDay] });
  app.clock.advance(60_000);
  const input = { reflection: '- too much', carryOverIds: [onDay, atMoment] };
  expect(await ada.mutate('closeDay', input, fields)).toMatchObject({
    date: '2026-11-23',
    intention: 'A lot',
    reflection: '- too much',
    closedAt: '2026-11-23T09:01:00.000Z',
    tasks: [{ title: 'day' }],
    version: 2,
  });
  for (const id of [onDay, atMoment]) {
    const when =
      id === atMoment
        ? { scheduledOn: null, scheduledAt: '2026-11-24T09:00:00.000Z' }
        : { scheduledOn: '2026-11-24', scheduledAt: null };
    expect((await ada.query(planned, { id })).task).toEqual({ ...when, carryOverCount: 1, version: 2 });
  }
  expect((await ada.query(planned, { id: kept })).task).toMatchObject({ scheduledOn: '2026-11-23', carryOverCount: 0 });

  // The next day it goes on to a day of one's choice, and is counted again.
  app.clock.advance(86_400_000);
  await ada.mutate('closeDay', { carryOverIds: [onDay], carryOverTo: '2026-12-01' });
  expect((await ada.query(planned, { id: onDay })).task).toMatchObject({
    scheduledOn: '2026-12-01',
    carryOverCount: 2,
  });
  expect((await ada.query(planned, { id: atMoment })).task).toMatchObject({ carryOverCount: 1 });
});

test('a day that is closed after midnight is the one that has not ended', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person('Ada', 'Europe/Berlin'));
  const id = await make(ada, 'a', { scheduledOn: 'TODAY' });
  app.clock.set('2026-11-24T00:30:00Z');
  expect(await ada.mutate('closeDay', { carryOverIds: [id] }, 'date')).toMatchObject({ date: '2026-11-23' });
  expect((await ada.query('{ day(date: "2026-11-24") { tasks { nodes { id } } } }')).day.tasks.nodes).toEqual([{ id }]);
});

test('a day can be closed without a focus and without a reflection', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const closed = { intention: '', reflection: '', tasks: [], closedAt: now, version: 1 };
  const input = { reflection: null, carryOverIds: null, carryOverTo: null };
  expect(await ada.mutate('closeDay', input, fields)).toMatchObject(closed);
});

test('only open, active tasks can be carried over, and any other prevents closing the day', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const today = { scheduledOn: 'TODAY' };
  const [open, done] = [await make(ada, 'open', today), await make(ada, 'done', today)];
  const gone = await make(ada, 'gone', today);
  const [given, his] = [await make(ada, 'given up', today), await make(bob, 'his', today)];
  await ada.mutate('completeTask', { id: done });
  await ada.mutate('cancelTask', { id: given });
  await ada.mutate('trash', { id: gone });
  for (const id of [done, given, gone]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('closeDay', { carryOverIds: [open, id] }));
    const message = id === gone ? 'must not be in the trash' : 'must be the id of an open task';
    expect(refused.issues).toEqual([{ path: ['input', 'carryOverIds', '1'], message }]);
  }
  const foreign = await writingNothing(app, ada, () =>
    ada.ask('mutation ($input: CloseDayInput!) { closeDay(input: $input) { ... on NotFoundError { path } } }', {
      input: { carryOverIds: [open, his] },
    }),
  );
  expect(foreign.data.closeDay).toEqual({ path: ['input', 'carryOverIds', '1'] });
  for (const [input, expected] of [
    [{ carryOverTo: 'TODAY' }, ['carryOverTo']],
    [{ carryOverTo: '-P1D' }, ['carryOverTo']],
    [{ carryOverIds: [open, open] }, ['carryOverIds']],
    [{ reflection: 'x'.repeat(10_001), carryOverIds: ['x'], date: '' }, ['date', 'reflection', 'carryOverIds.0']],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate('closeDay', input));
    expect(paths(refused)).toEqual(expected.map((name) => `input.${name}`));
  }
  expect(await ada.query(get)).toEqual({ day: { focus: null } });
});

test('a day is closed once; reopened, it can be closed again, and what moved on stays where it is', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, 'a', { scheduledOn: 'TODAY' });
  await ada.mutate('closeDay', { reflection: 'First', carryOverIds: [id] });
  const again = await writingNothing(app, ada, () => ada.mutate('closeDay', { reflection: 'No', carryOverIds: [id] }));
  expect(again).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  const set = await writingNothing(app, ada, () => ada.mutate('setDailyFocus', { intention: 'No' }));
  expect(set).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  const reopened = await ada.mutate('reopenDay', {}, fields);
  expect(reopened).toMatchObject({ closedAt: null, reflection: 'First', version: 2 });
  expect(await writingNothing(app, ada, () => ada.mutate('reopenDay', {}, fields))).toEqual(reopened);
  expect((await ada.query('query ($id: ID!) { task(id: $id) { scheduledOn carryOverCount } }', { id })).task).toEqual({
    scheduledOn: '2026-11-24',
    carryOverCount: 1,
  });
  expect(await ada.mutate('closeDay', {}, fields)).toMatchObject({ closedAt: now, reflection: 'First', version: 3 });
  const never = await writingNothing(app, ada, () => ada.mutate('reopenDay', { date: 'P1D' }));
  expect(never.__typename).toBe('NotFoundError');
});

test('each mutation of a day is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, 'a', { scheduledOn: 'TODAY' });
  const set = await changeSetOf(app, ada, () => ada.mutate('setDailyFocus', { intention: 'One', taskIds: [id] }));
  expect(set).toMatchObject({
    name: 'setDailyFocus',
    changes: [
      { model: 'DailyFocus', action: 'CREATE', after: { date: '2026-11-23', intention: 'One', version: 1 } },
      { model: 'DailyFocusTask', action: 'CREATE', after: { taskId: id.slice(5), position: 1 } },
    ],
  });
  expect(set.changes).toHaveLength(2);
  const intention = { intention: 'Two', taskIds: [id] };
  expect(await changeSetOf(app, ada, () => ada.mutate('setDailyFocus', intention))).toEqual({
    name: 'setDailyFocus',
    changes: [
      {
        model: 'DailyFocus',
        action: 'UPDATE',
        before: { intention: 'One', version: 1 },
        after: { intention: 'Two', version: 2 },
      },
    ],
  });
  const closed = await changeSetOf(app, ada, () => ada.mutate('closeDay', { carryOverIds: [id] }));
  expect(closed).toEqual({
    name: 'closeDay',
    changes: [
      {
        model: 'Task',
        action: 'UPDATE',
        before: { scheduledOn: '2026-11-23', carryOverCount: 0, version: 1 },
        after: { scheduledOn: '2026-11-24', carryOverCount: 1, version: 2 },
      },
      {
        model: 'DailyFocus',
        action: 'UPDATE',
        before: { closedAt: null, version: 2 },
        after: { closedAt: now, version: 3 },
      },
      {
        model: 'TaskPlan',
        action: 'UPDATE',
        before: { outcome: 'OPEN', endedAt: null, version: 1 },
        after: { outcome: 'CARRIED', endedAt: now, version: 2 },
      },
      expect.objectContaining({ model: 'TaskPlan', action: 'CREATE' }),
    ],
  });
  expect(await changeSetOf(app, ada, () => ada.mutate('reopenDay', {}))).toMatchObject({
    name: 'reopenDay',
    changes: [{ model: 'DailyFocus', action: 'UPDATE', before: { closedAt: now }, after: { closedAt: null } }],
  });
});

test('a task scheduled for a time is carried over to the same time of day, also when clocks change', async () => {
  const app = await createTestApp();
  app.clock.set('2026-10-24T10:00:00Z');
  const ada = await app.person('Ada', 'Europe/Berlin');
  const id = await make(ada, 'Call', { scheduledAt: '2026-10-24T15:30:00+02:00' });
  await ada.mutate('closeDay', { carryOverIds: [id], carryOverTo: 'P1D' });
  const { task } = await ada.query('query ($id: ID!) { task(id: $id) { scheduledOn scheduledAt } }', { id });
  expect(task).toEqual({ scheduledOn: null, scheduledAt: '2026-10-25T14:30:00.000Z' });
});

test('a task in the trash is no focus of any day', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, 'Gone');
  await ada.mutate('trash', { id });
  const refused = await writingNothing(app, ada, () => ada.mutate('setDailyFocus', { taskIds: [id] }));
  expect(paths(refused)).toEqual(['input.taskIds.0']);
});

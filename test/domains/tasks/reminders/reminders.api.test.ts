import { expect, test } from 'vitest';
import { createTestApp, type Person, secondApp, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const minute = 60_000;
const fields = 'id title dueAt firedAt dismissedAt snoozedUntil version';

// The people of these tests live in Berlin, and it is ten in the morning there.
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const task = async (who: Person, input: object = {}): Promise<string> =>
  (await who.mutate('createTask', { title: 'Call', ...input })).id;
const meeting = async (who: Person, input: object = {}): Promise<string> =>
  (await who.mutate('createMeeting', { title: 'Stand-up', startsAt: at('12:00'), endsAt: at('12:30'), ...input })).id;
const remind = async (who: Person, input: object) => who.mutate('createReminder', input, fields);
const read = async (who: Person, id: string) =>
  (await who.query(`query ($id: ID!) { reminder(id: $id) { ${fields} about { id } } }`, { id })).reminder;
const firings = async (who: Person): Promise<string[][]> =>
  (
    await who.query('{ changeSets(first: 20) { nodes { name changes { nodes { nodeId } } } } }')
  ).changeSets.nodes.flatMap(({ name, changes }: { name: string; changes: { nodes: { nodeId: string }[] } }) =>
    name === 'fireReminders' ? [changes.nodes.map(({ nodeId }) => nodeId)] : [],
  );
const passTo = async (app: TestApp, moment: string) => {
  app.clock.set(moment);
  await app.worker.work();
};

test('a reminder fires once, at its moment', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const { id, dueAt } = await remind(ada, { title: 'Water the plants', at: 'PT10M' });
  expect(dueAt).toBe(at('09:10'));
  await passTo(app, at('09:09'));
  expect(await read(ada, id)).toMatchObject({ firedAt: null, dueAt });
  await passTo(app, at('09:10'));
  expect(await read(ada, id)).toMatchObject({ firedAt: at('09:10'), dueAt: null, about: null });
  await passTo(app, at('09:20'));
  expect(await firings(ada)).toEqual([[id]]);
  expect((await ada.query('{ reminders(filter: { isDue: { eq: true } }) { nodes { id } } }')).reminders.nodes).toEqual([
    { id },
  ]);
});

test('it follows its task and its meeting, is armed anew when they move, and is gone with them', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const call = await task(ada, { scheduledAt: at('11:00') });
  const standUp = await meeting(ada);
  const { id: before } = await remind(ada, { aboutId: call, minutesBefore: 15 });
  const { id: evening } = await remind(ada, { aboutId: call, timeOfDay: '21:30' });
  const { id: early } = await remind(ada, { aboutId: standUp, minutesBefore: 30 });
  const due = async () => Promise.all([before, evening, early].map(async (id) => (await read(ada, id))?.dueAt));
  expect(await due()).toEqual([at('10:45'), at('20:30'), at('11:30')]);
  await ada.mutate('rescheduleTask', { id: call, scheduledAt: at('13:00') });
  await ada.mutate('updateMeeting', { id: standUp, startsAt: at('14:00'), endsAt: at('14:30') });
  expect(await due()).toEqual([at('12:45'), at('20:30'), at('13:30')]);
  // A day has no time to be reminded before; another day has the same evening.
  await ada.mutate('rescheduleTask', { id: call, scheduledOn: 'P1D' });
  expect(await due()).toEqual([null, '2026-11-24T20:30:00.000Z', at('13:30')]);
  await passTo(app, at('13:30'));
  expect(await read(ada, early)).toMatchObject({ firedAt: at('13:30') });
  await ada.mutate('updateMeeting', { id: standUp, startsAt: at('16:00'), endsAt: at('16:30') });
  expect(await read(ada, early)).toMatchObject({ firedAt: null, dueAt: at('15:30') });
  // Its moment has passed, but the meeting has not begun: it fires at once.
  await passTo(app, at('15:50'));
  await ada.mutate('updateMeeting', { id: standUp, startsAt: at('16:05'), endsAt: at('16:30') });
  await app.worker.work();
  expect(await read(ada, early)).toMatchObject({ firedAt: at('15:50'), dueAt: null });
  // One that is over is not brought up again.
  await ada.mutate('updateMeeting', { id: standUp, startsAt: at('08:00'), endsAt: at('08:30') });
  await app.worker.work();
  expect(await firings(ada)).toEqual([[early], [early], [early]]);
  await ada.mutate('trash', { id: call }, '__typename');
  await ada.mutate('deletePermanently', { id: call }, '__typename');
  expect([await read(ada, before), await read(ada, evening)]).toEqual([null, null]);
});

test('what is done, cancelled, declined or trashed fires no more, and goes on when it is open again', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const closings = [
    ['completeTask', 'reopenTask'],
    ['cancelTask', 'reopenTask'],
    ['trash', 'restore'],
  ] as const;
  for (const [close, open] of closings) {
    const call = await task(ada, { scheduledAt: at('11:00') });
    const { id, dueAt } = await remind(ada, { aboutId: call, minutesBefore: 60 });
    await ada.mutate(close, { id: call }, '__typename');
    expect((await read(ada, id)).dueAt).toBe(null);
    await ada.mutate(open, { id: call }, '__typename');
    expect((await read(ada, id)).dueAt).toBe(dueAt);
    await ada.mutate(close, { id: call }, '__typename');
  }
  const standUp = await meeting(ada);
  const { id } = await remind(ada, { aboutId: standUp, at: at('11:00') });
  for (const [closed, open] of [
    [{ status: 'CANCELLED' }, { status: 'CONFIRMED' }],
    [{ myResponse: 'DECLINED' }, { myResponse: 'TENTATIVE' }],
  ]) {
    await ada.mutate('updateMeeting', { id: standUp, ...closed });
    expect((await read(ada, id)).dueAt).toBe(null);
    await ada.mutate('updateMeeting', { id: standUp, ...open });
    expect((await read(ada, id)).dueAt).toBe(at('11:00'));
  }
  await ada.mutate('updateMeeting', { id: standUp, status: 'CANCELLED' });
  await passTo(app, at('12:00'));
  // Its moment has passed meanwhile.
  await ada.mutate('updateMeeting', { id: standUp, status: 'CONFIRMED' });
  await passTo(app, at('12:10'));
  expect(await firings(ada)).toEqual([]);
});

test('what was missed while no server ran fires together, once, also if the clock jumps and goes back', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const { id: first } = await remind(ada, { title: 'First', at: 'PT1H' });
  const { id: second } = await remind(ada, { title: 'Second', at: 'P1D' });
  const { id: third } = await remind(ada, { title: 'Third', at: 'P5D' });
  await passTo(app, '2026-11-26T09:00:00Z');
  expect(await firings(ada)).toEqual([[first, second]]);
  await passTo(app, at('09:30'));
  await passTo(app, '2026-11-26T10:00:00Z');
  expect(await firings(ada)).toEqual([[first, second]]);
  await passTo(app, '2026-11-29T10:00:00Z');
  expect(await firings(ada)).toEqual([[third], [first, second]]);
});

test('of two servers, one fires it', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const other = await secondApp(app, {}, { clock: app.clock });
  const { id } = await remind(ada, { title: 'Call', at: 'PT10M' });
  app.clock.set(at('09:10'));
  await Promise.all([app.worker.work(), other.worker.work()]);
  await Promise.all([other.worker.work(), app.worker.work()]);
  expect(await firings(ada)).toEqual([[id]]);
});

test('it is dismissed or put off, before it fires and after', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const { id } = await remind(ada, { title: 'Call', at: 'PT10M' });
  expect(await ada.mutate('snoozeReminder', { id, until: 'PT20M' }, fields)).toMatchObject({
    ...{ snoozedUntil: at('09:20'), dueAt: at('09:20') },
  });
  await passTo(app, at('09:20'));
  expect(await read(ada, id)).toMatchObject({ firedAt: at('09:20'), snoozedUntil: null, dueAt: null });
  await ada.mutate('snoozeReminder', { id, until: 'PT5M' });
  await passTo(app, at('09:25'));
  expect(await read(ada, id)).toMatchObject({ firedAt: at('09:25') });
  await ada.mutate('snoozeReminder', { id, until: 'PT5M' });
  const dismissed = await ada.mutate('dismissReminder', { id }, fields);
  expect(dismissed).toMatchObject({ dismissedAt: at('09:25'), snoozedUntil: null, dueAt: null });
  app.clock.advance(10 * minute);
  expect(await ada.mutate('dismissReminder', { id }, fields)).toEqual(dismissed);
  await app.worker.work();
  expect(await firings(ada)).toHaveLength(2);
  expect(await ada.mutate('updateReminder', { id, at: 'PT1H' }, fields)).toMatchObject({
    ...{ dismissedAt: null, firedAt: null, dueAt: at('10:35') },
  });
});

test('undoing what moved it moves it back, also after it was put off, and fires nothing', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const call = await task(ada, { scheduledAt: at('11:00') });
  const { id } = await remind(ada, { aboutId: call, minutesBefore: 30 });
  const latest = async () => (await ada.query('{ changeSets(first: 1) { nodes { id } } }')).changeSets.nodes[0].id;
  await ada.mutate('rescheduleTask', { id: call, scheduledAt: at('15:00') });
  const moved = await latest();
  await ada.mutate('snoozeReminder', { id, until: 'PT10M' });
  await ada.mutate('undoChangeSet', { changeSetId: moved }, 'id');
  expect(await read(ada, id)).toMatchObject({ dueAt: at('10:30'), snoozedUntil: null });
  await passTo(app, at('10:30'));
  const fired = await latest();
  await ada.mutate('undoChangeSet', { changeSetId: fired }, 'id');
  await passTo(app, at('10:31'));
  expect(await firings(ada)).toEqual([[id]]);
  await ada.mutate('trash', { id }, '__typename');
  await ada.mutate('restore', { id }, '__typename');
  await passTo(app, at('10:40'));
  expect(await firings(ada)).toEqual([[id]]);
});

test('a time of day is by the clock of the person, and moves with it', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const { id, dueAt } = await remind(ada, { date: 'P1D', timeOfDay: '08:00' });
  expect(dueAt).toBe('2026-11-24T07:00:00.000Z');
  // Her day starts at four: two in the night is still the same day.
  expect((await remind(ada, { date: 'P1D', timeOfDay: '02:00' })).dueAt).toBe('2026-11-25T01:00:00.000Z');
  await ada.mutate('updateProfile', { timeZone: 'America/New_York' }, '__typename');
  expect((await read(ada, id)).dueAt).toBe('2026-11-24T13:00:00.000Z');
  // Clocks go from two to three on that day in Berlin.
  await ada.mutate('updateProfile', { timeZone: 'Europe/Berlin', dayStartsAt: '00:00' }, '__typename');
  expect((await remind(ada, { date: '2027-03-28', timeOfDay: '02:30' })).dueAt).toBe('2027-03-28T01:30:00.000Z');
});

test('the next occurrence of a task has the reminders that are relative to it', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const id = await task(ada, { scheduledAt: at('11:00'), recurrence: { rule: 'FREQ=DAILY' } });
  await remind(ada, { aboutId: id, minutesBefore: 30, title: 'Soon' });
  await remind(ada, { aboutId: id, at: at('10:00') });
  await ada.mutate('completeTask', { id });
  const open = '{ tasks(filter: { status: { eq: TODO } }) { nodes { reminders { nodes { title dueAt } } } } }';
  expect((await ada.query(open)).tasks.nodes).toEqual([
    { reminders: { nodes: [{ title: 'Soon', dueAt: '2026-11-24T10:30:00.000Z' }] } },
  ]);
  await ada.mutate('reopenTask', { id });
  expect((await ada.query('{ reminders { totalCount } }')).reminders.totalCount).toBe(2);
});

test('each part of an input that cannot be is refused, and nothing changes', async () => {
  const app = await createTestApp();
  const [ada, ben] = [await app.person(), await app.person('Ben')];
  const [call, unscheduled, done] = [await task(ada, { scheduledOn: 'TODAY' }), await task(ada), await task(ada)];
  await ada.mutate('completeTask', { id: done });
  const { id: own } = await remind(ada, { title: 'Call', at: 'PT1H' });
  expect((await remind(ada, { aboutId: unscheduled, minutesBefore: 5 })).dueAt).toBe(null);
  const over = 'must not be about what is done, cancelled, declined or in the trash';
  const cases: [string, object, string, string][] = [
    ['createReminder', { title: 'x' }, 'at', 'must be given, or minutesBefore or timeOfDay'],
    ['createReminder', { title: 'x', at: 'NOW' }, 'at', 'must be in the future'],
    ['createReminder', { at: 'P1D' }, 'title', 'must not be empty for a reminder about nothing'],
    [
      'createReminder',
      { title: 'x', minutesBefore: 5 },
      'minutesBefore',
      'must not be given for a reminder about nothing',
    ],
    ['createReminder', { date: 'TODAY', at: 'PT1H' }, 'at', 'must be timeOfDay for a day'],
    ['createReminder', { date: 'TODAY', timeOfDay: '9:00' }, 'timeOfDay', 'must be a time of day, HH:MM'],
    ['createReminder', { date: 'TODAY', timeOfDay: '09:00' }, 'timeOfDay', 'must be at a moment that is still to come'],
    [
      'createReminder',
      { aboutId: call, minutesBefore: 5, timeOfDay: '23:00' },
      'timeOfDay',
      'must not be given together with minutesBefore',
    ],
    [
      'createReminder',
      { aboutId: call, date: 'P1D', timeOfDay: '23:00' },
      'date',
      'must not be given together with aboutId',
    ],
    ['createReminder', { aboutId: call, minutesBefore: -1 }, 'minutesBefore', 'must be a whole number from 0 to 40320'],
    ['createReminder', { aboutId: done, at: 'P1D' }, 'aboutId', over],
    [
      'updateReminder',
      { id: own, minutesBefore: 5 },
      'minutesBefore',
      'must not be given for a reminder about nothing',
    ],
    ['updateReminder', { id: own, title: '' }, 'title', 'must not be empty for a reminder about nothing'],
    ['snoozeReminder', { id: own, until: '-PT1M' }, 'until', 'must be in the future'],
  ];
  for (const [mutation, input, path, message] of cases) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, input));
    expect(refused.issues).toEqual([{ path: ['input', path], message }]);
  }
  for (const [mutation, input] of [
    ['createReminder', { aboutId: call, at: 'P1D' }],
    ['updateReminder', { id: own, title: 'Mine' }],
    ['dismissReminder', { id: own }],
    ['snoozeReminder', { id: own, until: 'P1D' }],
  ] as const) {
    const refused = await writingNothing(app, ben, () => ben.mutate(mutation, input));
    expect(refused.__typename).toBe('NotFoundError');
  }
});

test('a day has the reminders that fire on it, or have fired then', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  await remind(ada, { title: 'Soon', at: 'PT10M' });
  await remind(ada, { title: 'Late', at: 'PT10H' });
  await remind(ada, { title: 'Tomorrow', at: 'P1D' });
  await passTo(app, at('09:10'));
  const { agenda } = await ada.query('{ agenda(to: "P1D") { reminders { totalCount nodes { title } } } }');
  expect(agenda.map(({ reminders }: { reminders: object }) => reminders)).toEqual([
    { totalCount: 2, nodes: [{ title: 'Late' }, { title: 'Soon' }] },
    { totalCount: 1, nodes: [{ title: 'Tomorrow' }] },
  ]);
});

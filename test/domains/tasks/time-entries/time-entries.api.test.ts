import { expect, test } from 'vitest';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { isUniqueViolation } from '../../../../src/platform/transactions/write-conflicts.ts';
import { createTestApp, type Person, secondApp } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';

const task = async (who: Person, title: string): Promise<string> => (await who.mutate('createTask', { title })).id;
const read = async (who: Person) =>
  who.query(
    '{ timer { task { title } startedAt needsEnd } timeEntries { nodes { task { title } startedAt endedAt minutes } } }',
  );
const start = (who: Person, taskId: string) =>
  who.mutate('startTimer', { taskId }, 'timer { id startedAt } timeEntry { minutes } changeSet { name }');
const entry = (who: Person, taskId: string, from: string, to: string, more: object = {}) =>
  who.mutate('createTimeEntry', { taskId, startedAt: `2026-11-${from}:00Z`, endedAt: `2026-11-${to}:00Z`, ...more });
const undoLast = async (who: Person) => {
  const { changeSets } = await who.query('{ changeSets(first: 1) { nodes { id } } }');
  return who.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id });
};

test('starting a timer stops the other one at the same moment, in one change set', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [write, review] = [await task(ada, 'Write'), await task(ada, 'Review')];
  expect(await start(ada, write)).toMatchObject({ timer: { startedAt: '2026-11-23T09:00:00.000Z' }, timeEntry: null });
  app.clock.advance(5 * 60_000);
  // It runs on this task already.
  expect(await start(ada, write)).toMatchObject({ timer: { startedAt: '2026-11-23T09:00:00.000Z' }, changeSet: null });
  const { name, changes } = await changeSetOf(app, ada, () => start(ada, review));
  expect([name, changes.map(({ model, action }) => `${action} ${model}`)]).toEqual([
    ...['startTimer', ['DELETE TaskTimer', 'CREATE TimeEntry', 'CREATE TaskTimer']],
  ]);
  expect(await read(ada)).toMatchObject({
    timer: { task: { title: 'Review' }, startedAt: '2026-11-23T09:05:00.000Z', needsEnd: false },
    timeEntries: { nodes: [{ task: { title: 'Write' }, minutes: 5 }] },
  });
  app.clock.advance(60_000);
  expect(await ada.mutate('stopTimer', { notes: 'Done' }, 'minutes notes')).toMatchObject({
    minutes: 1,
    notes: 'Done',
  });
  expect((await read(ada)).timer).toBeNull();
  const query = '{ tasks { nodes { timeSpentMinutes timeEntries { totalCount } } } }';
  expect((await ada.query(query)).tasks.nodes).toEqual([
    { timeSpentMinutes: 5, timeEntries: { totalCount: 1 } },
    { timeSpentMinutes: 1, timeEntries: { totalCount: 1 } },
  ]);
  expect(await ada.mutate('stopTimer', {})).toMatchObject({ __typename: 'ConflictError', message: 'No timer runs.' });
});

test('one timer of an owner runs, however many requests and servers start one at once', async () => {
  const app = await createTestApp();
  const other = await secondApp(app);
  const ada = await app.person();
  const there = other.again(ada);
  const ids = await Promise.all(Array.from({ length: 8 }, (_, i) => task(ada, `Task ${i}`)));
  const started = await Promise.all(ids.map((id, i) => start(i % 2 ? ada : there, id)));
  expect(started.map(({ __typename }) => __typename)).toEqual(ids.map(() => 'StartTimerPayload'));
  const timers = await app.db.reads.taskTimer.findMany({});
  expect(timers).toHaveLength(1);
  // Each of the others was stopped once.
  expect((await read(ada)).timeEntries.nodes).toHaveLength(7);
  const stopped = await Promise.all([ada, there, ada, there].map((who) => who.mutate('stopTimer', {})));
  expect(stopped.map(({ __typename }) => String(__typename)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    ...['ConflictError', 'ConflictError', 'ConflictError', 'TimeEntry'],
  ]);
});

test('the database itself refuses a second timer of an owner', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await start(ada, await task(ada, 'Write'));
  const timer = await app.db.reads.taskTimer.findFirst({});
  const again = app.db.write((client) => client.taskTimer.create({ data: { ...timer, id: newId() } as never }));
  const error = await again.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(isUniqueViolation(error)).toBe(true);
});

test('entries at once by hand never overlap', async () => {
  const app = await createTestApp();
  const other = await secondApp(app);
  const ada = await app.person();
  const there = other.again(ada);
  const id = await task(ada, 'Write');
  const made = await Promise.all(
    Array.from({ length: 6 }, (_, i) => entry(i % 2 ? ada : there, id, `20T09:${10 + i}`, `20T10:${10 + i}`)),
  );
  expect(made.filter(({ __typename }) => __typename === 'TimeEntry')).toHaveLength(1);
});

test('entries by hand do not overlap each other or the timer, and may touch', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await task(ada, 'Write');
  const first = await entry(ada, id, '20T09:00', '20T10:00');
  const second = await entry(ada, id, '20T10:00', '20T11:00');
  expect([first.__typename, second.__typename]).toEqual(['TimeEntry', 'TimeEntry']);
  await start(ada, id);
  const bounds = [
    ...[
      ['20T09:59', '20T10:00'],
      ['20T08:00', '20T12:00'],
      ['20T09:10', '20T09:20'],
      ['20T10:59', '20T12:00'],
    ],
  ] as const;
  for (const [from, to] of bounds) {
    const refused = await writingNothing(app, ada, () => entry(ada, id, from, to));
    expect(refused.issues).toEqual([
      {
        path: ['input', 'startedAt'],
        message: expect.stringContaining('must not overlap the time entry from 2026-11-20T'),
      },
    ]);
  }
  app.clock.advance(10 * 60_000);
  const timed = await writingNothing(app, ada, () => entry(ada, id, '23T08:50', '23T09:05'));
  expect(timed.issues[0].message).toBe('must not overlap the timer, which runs since 2026-11-23T09:00:00.000Z');
  expect((await entry(ada, id, '23T08:50', '23T09:00')).__typename).toBe('TimeEntry');
  const moved = (input: object) => ada.mutate('updateTimeEntry', { id: first.id, ...input }, 'minutes');
  expect(await moved({ endedAt: '2026-11-20T10:01:00Z' })).toMatchObject({ __typename: 'InvalidInputError' });
  expect(await moved({ startedAt: '2026-11-20T08:30:00Z' })).toMatchObject({ minutes: 90 });
  // Somebody else has their own time.
  const bob = await app.person('Bob');
  expect((await entry(bob, await task(bob, 'Write'), '20T09:00', '20T10:00')).__typename).toBe('TimeEntry');
});

test('an entry that ends before it starts, over 24 hours long, in the future or on a strange task is refused', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const id = await task(ada, 'Write');
  for (const [from, to, path, message] of [
    ['20T10:00', '20T09:59', 'endedAt', 'must not be before the start'],
    ['20T10:00', '21T10:01', 'endedAt', 'must be within 24 hours of the start'],
    ['23T08:00', '23T09:01', 'endedAt', 'must not be in the future'],
  ] as const) {
    const refused = await writingNothing(app, ada, () => entry(ada, id, from, to));
    expect(refused.issues).toEqual([{ path: ['input', path], message }]);
  }
  expect((await entry(ada, id, '20T10:00', '21T10:00')).__typename).toBe('TimeEntry');
  expect(await entry(bob, id, '20T10:00', '20T11:00')).toMatchObject({ __typename: 'NotFoundError' });
  expect(await start(bob, id)).toMatchObject({ __typename: 'NotFoundError' });
  await ada.mutate('trash', { id });
  expect(await start(ada, id)).toMatchObject({ __typename: 'InvalidInputError' });
});

test('a timer that has run for more than 24 hours is shown, and stopped with the time at which it ended', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [write, review] = [await task(ada, 'Write'), await task(ada, 'Review')];
  await start(ada, write);
  app.clock.advance(24 * 3_600_000 + 1);
  expect((await read(ada)).timer).toMatchObject({ needsEnd: true });
  expect(await start(ada, review)).toMatchObject({ __typename: 'ConflictError' });
  const stop = (endedAt?: string) => ada.mutate('stopTimer', endedAt ? { endedAt } : {}, 'minutes');
  for (const end of [undefined, '2026-11-23T08:59:00Z', '2026-11-24T09:00:00.001Z']) {
    const refused = await writingNothing(app, ada, () => stop(end));
    expect(refused.issues).toMatchObject([{ path: ['input', 'endedAt'] }]);
  }
  expect(await stop('2026-11-23T17:00:00Z')).toMatchObject({ minutes: 480 });
});

test('an undo of a start or a stop takes both timers back, and one that would overlap is a conflict', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [write, review] = [await task(ada, 'Write'), await task(ada, 'Review')];
  await start(ada, write);
  app.clock.advance(60_000);
  await start(ada, review);
  expect(await undoLast(ada)).not.toMatchObject({ code: expect.anything() });
  expect(await read(ada)).toMatchObject({ timer: { task: { title: 'Write' } }, timeEntries: { nodes: [] } });
  await ada.mutate('stopTimer', {});
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  await start(ada, review);
  expect(await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id })).toMatchObject({
    __typename: 'ConflictError',
  });
});

test('an entry comes back from the trash unless its time was given to another one', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await task(ada, 'Write');
  const first = await entry(ada, id, '20T09:00', '20T10:00');
  await ada.mutate('trash', { id: first.id }, '__typename');
  const second = await entry(ada, id, '20T09:30', '20T10:30');
  expect(second.__typename).toBe('TimeEntry');
  const refused = await writingNothing(app, ada, () => ada.mutate('restore', { id: first.id }, '__typename'));
  expect(refused).toMatchObject({ __typename: 'ConflictError' });
  await ada.mutate('updateTimeEntry', { id: second.id, startedAt: '2026-11-20T10:00:00Z' });
  expect(await ada.mutate('restore', { id: first.id }, '__typename')).not.toMatchObject({ code: 'CONFLICT' });
  expect(fromGlobalId(first.id)?.type).toBe('TimeEntry');
  expect((await read(ada)).timeEntries.nodes).toHaveLength(2);
});

test('the time spent on tasks takes as many statements for many as for few', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const query = '{ tasks { nodes { timeSpentMinutes timeEntries { nodes { minutes } } } } timer { startedAt } }';
  for (const [person, count] of [
    [ada, 1],
    [bob, 9],
  ] as const) {
    for (let i = 0; i < count; i++) await entry(person, await task(person, 'T'), `20T09:0${i}`, `20T09:0${i}`);
    await start(person, await task(person, 'Last'));
  }
  const few = await app.counting(() => ada.query(query));
  expect(await app.counting(() => bob.query(query))).toBe(few);
  expect(few).toBe(4);
});

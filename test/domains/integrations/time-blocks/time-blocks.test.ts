import { expect, test } from 'vitest';
import { writableScene } from '../../../support/calendar-writes.ts';
import { calendarScene, meetingsIn, syncNow } from '../../../support/outlook.ts';

const fields = 'id title startsAt endsAt showAs isPending problem task { title }';
const block = { title: 'Write the talk', startsAt: '2026-11-24T09:00:00Z', endsAt: '2026-11-24T10:30:00Z' };
const list =
  '{ timeBlocks(from: "2026-11-23", to: "2026-12-20") { id title startsAt endsAt showAs isPending problem } }';

test('a time block becomes an event of one’s own within seconds, is moved and deleted with it, and is no meeting', async () => {
  const scene = await writableScene();
  const { app, owner, calendar } = scene;
  const task = await owner.mutate('createTask', { title: 'Talk' });
  const timeBlock = await owner.mutate('blockTime', { ...block, taskId: task.id }, fields);
  expect(timeBlock).toMatchObject({
    title: 'Write the talk',
    showAs: 'BUSY',
    isPending: true,
    task: { title: 'Talk' },
  });
  expect(calendar.items()).toEqual([]);
  await app.worker.work();
  const [event] = calendar.items();
  expect(event).toMatchObject({
    subject: 'Write the talk',
    startsAt: new Date(block.startsAt),
    minutes: 90,
    showAs: 'busy',
  });
  expect((await owner.query(list)).timeBlocks).toMatchObject([
    { title: 'Write the talk', isPending: false, problem: null },
  ]);
  const moved = { id: timeBlock.id, endsAt: '2026-11-24T12:00:00Z', showAs: 'OUT_OF_OFFICE', title: 'Talk' };
  await owner.mutate('updateTimeBlock', moved, fields);
  await app.worker.work();
  expect(calendar.items()).toMatchObject([{ id: event?.id, subject: 'Talk', minutes: 180, showAs: 'oof' }]);
  await owner.mutate('deleteTimeBlock', { id: timeBlock.id }, fields);
  expect((await owner.query(list)).timeBlocks).toEqual([]);
  await app.worker.work();
  expect(calendar.items()).toEqual([]);
  expect(await app.db.reads.timeBlock.count()).toBe(0);
  expect(await meetingsIn(scene)).toEqual([]);
});

test('what is changed in Outlook is changed here; an event that is deleted there takes its block along', async () => {
  const scene = await writableScene();
  const { app, owner, calendar } = scene;
  await owner.mutate('blockTime', block, fields);
  await owner.mutate('blockTime', { ...block, title: 'Read' }, fields);
  await app.worker.work();
  const [talk, read] = calendar.items().map(({ id }) => id) as [string, string];
  app.clock.advance(60_000);
  calendar.update(talk, { subject: 'Rehearse', startsAt: new Date('2026-11-25T09:00:00Z') });
  calendar.remove(read);
  await syncNow(scene);
  expect((await owner.query(list)).timeBlocks).toMatchObject([
    { title: 'Rehearse', startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T10:30:00.000Z', isPending: false },
  ]);
  expect(await meetingsIn(scene)).toEqual([]);
});

test('a block whose creation was not responded to is created once, also if it is deleted before that is known', async () => {
  const scene = await writableScene();
  const { app, owner, calendar, id } = scene;
  calendar.oddities.lostResponses = 1;
  const timeBlock = await owner.mutate('blockTime', block, fields);
  await app.worker.work();
  expect(calendar.items()).toHaveLength(1);
  app.clock.advance(10 * 60_000);
  await app.worker.work();
  expect(calendar.items()).toHaveLength(1);
  expect((await owner.query(list)).timeBlocks).toMatchObject([{ id: timeBlock.id, isPending: false }]);
  expect(await meetingsIn(scene)).toEqual([]);
  calendar.oddities.lostResponses = 1;
  const other = await owner.mutate('blockTime', { ...block, title: 'Read' }, fields);
  await app.worker.work();
  await owner.mutate('deleteTimeBlock', { id: other.id }, fields);
  for (let round = 0; round < 3; round++) {
    app.clock.advance(10 * 60_000);
    await app.worker.work();
    await syncNow({ ...scene, id });
  }
  expect(calendar.items().map(({ subject }) => subject)).toEqual(['Write the talk']);
  expect(await app.db.reads.timeBlock.count()).toBe(1);
});

test('a block that was moved here while its event was deleted in Outlook is created anew', async () => {
  const { app, owner, calendar } = await writableScene();
  const timeBlock = await owner.mutate('blockTime', block, fields);
  await app.worker.work();
  calendar.remove(calendar.items()[0]?.id ?? '');
  await owner.mutate('updateTimeBlock', { id: timeBlock.id, title: 'Talk' }, fields);
  await app.worker.work();
  expect(calendar.items()).toMatchObject([{ subject: 'Talk' }]);
  expect((await owner.query(list)).timeBlocks).toMatchObject([{ id: timeBlock.id, title: 'Talk', isPending: false }]);
});

test('what Outlook refuses is told with the block, and sent again later; what it cannot take now waits with the sync', async () => {
  const scene = await writableScene();
  const { app, owner, calendar, fake } = scene;
  const error = { code: 'ErrorAccessDenied', message: 'The calendar is read-only.' };
  fake.faults.push({ path: /me\/events$/, times: 1, respond: { status: 403, json: { error } } });
  app.clock.advance(1_000);
  await owner.mutate('blockTime', block, fields);
  await app.worker.work();
  expect((await owner.query(list)).timeBlocks).toMatchObject([
    { isPending: true, problem: 'Microsoft Graph responded with 403. The calendar is read-only.' },
  ]);
  expect(
    (await owner.query('{ integrations { state syncRuns(first: 1) { nodes { warnings } } } }')).integrations,
  ).toEqual([{ state: 'CONNECTED', syncRuns: { nodes: [{ warnings: [expect.stringContaining('read-only')] }] } }]);
  expect(await syncNow(scene)).toMatchObject({ outcome: 'SUCCEEDED', skippedCount: 0 });
  expect(calendar.items()).toEqual([]);
  fake.faults.push({
    path: /me\/events$/,
    times: 1,
    respond: { status: 429, html: '', headers: { 'retry-after': '900' } },
  });
  expect(await syncNow(scene, 10)).toMatchObject({ outcome: 'FAILED' });
  const asked = fake.asked.length;
  app.clock.advance(14 * 60_000);
  await app.worker.work();
  expect(fake.asked).toHaveLength(asked);
  app.clock.advance(3 * 60_000);
  await app.worker.work();
  expect(calendar.items()).toHaveLength(1);
});

test('bad input and missing permissions change nothing', async () => {
  const scene = await calendarScene();
  const { owner, fake } = scene;
  const refused = await owner.mutate('blockTime', block, fields);
  expect(refused).toMatchObject({
    code: 'CONFLICT',
    message: 'Sign in to Outlook with the permission WRITE_CALENDAR first.',
  });
  const writable = await writableScene();
  for (const [input, message] of [
    [{ endsAt: block.startsAt }, 'must be after startsAt'],
    [{ endsAt: '2026-11-25T09:00:01Z' }, 'must be within 24 hours of startsAt'],
    [{ title: ' ' }, 'must not be empty'],
  ] as const)
    expect(await writable.owner.mutate('blockTime', { ...block, ...input }, fields)).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ message }],
    });
  const long = await writable.owner.ask('{ timeBlocks(from: "2026-01-01", to: "2026-12-31") { id } }');
  expect(long.errors?.[0]?.message).toContain('62 days');
  expect(await writable.app.db.reads.timeBlock.count()).toBe(0);
  expect(fake.asked.filter(({ method, path }) => method === 'POST' && path.includes('/me/'))).toEqual([]);
});

test('somebody else can neither see, change nor delete a block, nor keep time free in an Outlook that is not theirs', async () => {
  const { app, owner, calendar, id: integrationId } = await writableScene();
  const { id } = await owner.mutate('blockTime', block, fields);
  await app.worker.work();
  const grace = await app.person('Grace');
  expect(await grace.query(`{ timeBlock(id: "${id}") { title } }`)).toEqual({ timeBlock: null });
  expect((await grace.query(list)).timeBlocks).toEqual([]);
  for (const [mutation, input] of [
    ['blockTime', { ...block, integrationId }],
    ['updateTimeBlock', { id, title: 'Taken' }],
    ['deleteTimeBlock', { id }],
  ] as const)
    expect(await grace.mutate(mutation, input), mutation).toMatchObject({ code: 'NOT_FOUND' });
  await app.worker.work();
  expect(calendar.items()).toMatchObject([{ subject: 'Write the talk' }]);
});

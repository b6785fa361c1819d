import { expect, test } from 'vitest';
import { preparationStatus } from '../../../../src/domains/meetings/items/items.rules.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const meeting = (ada: SignedInPerson, title: string, startsAt: string, more: object = {}) =>
  ada.mutate('createMeeting', { title, startsAt, endsAt: startsAt, ...more });
const add = (ada: SignedInPerson, meetingId: string, kind: string, title: string) =>
  ada.mutate('createMeetingItem', { meetingId, kind, title }, 'id title doneAt isDone position');

const read = async (ada: SignedInPerson, id: string) =>
  (
    await ada.query(
      `query ($id: ID!) { meeting(id: $id) { preparationStatus agendaItems { title doneAt carryOverCount } preparationItems { title } decisions { title doneAt }
        actionItems { nodes { title scheduledOn meeting { title } } } } }`,
      { id },
    )
  ).meeting;
const texts = (items: { title: string }[]) => items.map(({ title }) => title);

test('agenda items, preparation items and decisions of a meeting each have an order of their own', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const [first, second] = [await add(ada, id, 'AGENDA', 'First'), await add(ada, id, 'AGENDA', 'Second')];
  await add(ada, id, 'PREPARATION', 'Read');
  expect(await add(ada, id, 'DECISION', 'Go')).toMatchObject({ isDone: true });
  expect([first.position, second.position]).toEqual([1, 2]);
  expect(first.isDone).toBe(false);
  await ada.mutate('updateMeetingItem', { id: second.id, afterId: null, title: 'Now first' });
  const now = await read(ada, id);
  expect(texts(now.agendaItems)).toEqual(['Now first', 'First']);
  expect(texts(now.preparationItems)).toEqual(['Read']);
  expect(now.decisions).toEqual([{ title: 'Go', doneAt: '2026-11-23T09:00:00.000Z' }]);
  await ada.mutate('trash', { id: first.id });
  expect(texts((await read(ada, id)).agendaItems)).toEqual(['Now first']);
  await ada.mutate('restore', { id: first.id });
  expect(texts((await read(ada, id)).agendaItems)).toEqual(['Now first', 'First']);
});

test('the preparation is ready once all its items are done', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const status = async () => (await read(ada, id)).preparationStatus;
  expect(await status()).toBe('NOTHING_TO_PREPARE');
  const [a, b] = [await add(ada, id, 'PREPARATION', 'A'), await add(ada, id, 'PREPARATION', 'B')];
  expect(await status()).toBe('TODO');
  await ada.mutate('updateMeetingItem', { id: a.id, isDone: true });
  expect(await status()).toBe('IN_PROGRESS');
  await ada.mutate('updateMeetingItem', { id: b.id, isDone: true });
  expect(await status()).toBe('READY');
  await ada.mutate('updateMeetingItem', { id: b.id, isDone: false });
  expect(await status()).toBe('IN_PROGRESS');
  expect(preparationStatus([{ doneAt: null }])).toBe('TODO');
});

test('open agenda items are carried over to the next meeting of the series, and counted', async () => {
  const ada = await (await createTestApp()).person();
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Weekly' });
  const first = await meeting(ada, 'First', '2026-11-24T09:00:00Z', { seriesId });
  await meeting(ada, 'Off', '2026-12-01T09:00:00Z', { seriesId, status: 'CANCELLED' });
  const third = await meeting(ada, 'Third', '2026-12-08T09:00:00Z', { seriesId });
  const done = await add(ada, first.id, 'AGENDA', 'Done');
  await ada.mutate('updateMeetingItem', { id: done.id, isDone: true });
  await add(ada, first.id, 'AGENDA', 'Open');
  await add(ada, third.id, 'AGENDA', 'There already');
  const moved = 'meeting { title } meetingItems { title carryOverCount } changeSet { id }';
  const carryOver = (input: object) => ada.mutate('carryOverAgendaItems', input, moved);
  expect(await carryOver({ id: first.id })).toMatchObject({
    meeting: { title: 'Third' },
    meetingItems: [{ title: 'Open', carryOverCount: 1 }],
    changeSet: { id: expect.any(String) },
  });
  expect(texts((await read(ada, first.id)).agendaItems)).toEqual(['Done']);
  expect((await read(ada, third.id)).agendaItems).toEqual([
    { title: 'There already', doneAt: null, carryOverCount: 0 },
    { title: 'Open', doneAt: null, carryOverCount: 1 },
  ]);
  expect(await carryOver({ id: third.id })).toMatchObject({ __typename: 'ConflictError' });
  expect(await carryOver({ id: third.id, toMeetingId: third.id })).toMatchObject({
    issues: [{ path: ['input', 'toMeetingId'], message: 'must be another meeting' }],
  });
  expect(await carryOver({ id: third.id, toMeetingId: first.id })).toMatchObject({
    meeting: { title: 'First' },
    meetingItems: [{ title: 'There already' }, { title: 'Open', carryOverCount: 2 }],
  });
  // Nothing is open any more.
  expect(await carryOver({ id: third.id, toMeetingId: first.id })).toMatchObject({ meetingItems: [], changeSet: null });
});

test('an item is converted to a task that belongs to the meeting, and undo takes both back', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const item = await add(ada, id, 'AGENDA', 'Write it down');
  const convert = (input: object) =>
    ada.mutate(
      'convertMeetingItemToTask',
      input,
      'task { title dueOn } meetingItem { isDone version } changeSet { id }',
    );
  const { task, meetingItem, changeSet } = await convert({ id: item.id, ifVersion: 1, scheduledOn: 'P1D' });
  expect(task).toEqual({ title: 'Write it down', dueOn: null });
  expect(meetingItem).toEqual({ isDone: true, version: 2 });
  const now = await read(ada, id);
  expect(now.actionItems.nodes).toEqual([
    { title: 'Write it down', scheduledOn: '2026-11-24', meeting: { title: 'Planning' } },
  ]);
  expect(now.agendaItems[0].doneAt).toBe('2026-11-23T09:00:00.000Z');
  expect((await convert({ id: item.id, ifVersion: 1 })).__typename).toBe('ConflictError');
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id }, '__typename');
  const undone = await read(ada, id);
  expect([undone.actionItems.nodes, undone.agendaItems[0].doneAt]).toEqual([[], null]);
});

test('the title of a long item is cut for its task, and not within a character', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const item = await add(ada, id, 'DECISION', `${'x'.repeat(299)}🎉 and more`);
  const { task } = await ada.mutate('convertMeetingItemToTask', { id: item.id }, 'task { title }');
  expect(task.title).toBe('x'.repeat(299));
});

test('items are listed across meetings, newest first, and filtered by their fields and their meeting', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Weekly' });
  const first = await meeting(ada, 'First', '2026-11-24T09:00:00Z', { seriesId });
  const second = await meeting(ada, 'Second', '2026-12-01T09:00:00Z');
  await add(ada, first.id, 'AGENDA', 'Talk');
  app.clock.advance(60_000);
  await add(ada, second.id, 'DECISION', 'Go');
  app.clock.advance(60_000);
  const { id: ready } = await add(ada, second.id, 'PREPARATION', 'Read');
  const list = async (args = '') =>
    texts((await ada.query(`{ meetingItems${args} { nodes { title meeting { title } } } }`)).meetingItems.nodes);
  expect(await list()).toEqual(['Read', 'Go', 'Talk']);
  expect(await list('(orderBy: [{ field: DONE_AT }, { field: TITLE }])')).toEqual(['Go', 'Read', 'Talk']);
  for (const [filter, expected] of [
    ['{ kind: { eq: DECISION } }', ['Go']],
    ['{ doneAt: { isNull: true } }', ['Read', 'Talk']],
    ['{ title: { contains: "TAL" } }', ['Talk']],
    [`{ meetingId: { eq: "${first.id}" } }`, ['Talk']],
    ['{ meeting: { title: { eq: "second" } } }', ['Read', 'Go']],
    ['{ meeting: { series: { title: { eq: "Weekly" } } } }', ['Talk']],
    ['{ not: { meeting: { series: { title: { eq: "Weekly" } } } } }', ['Read', 'Go']],
    ['{ carryOverCount: { gt: 0 } }', []],
  ] as const) {
    expect([filter, await list(`(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  await ada.mutate('trash', { id: ready });
  await ada.mutate('trash', { id: first.id });
  // Items of a meeting in the trash are there with it.
  expect([await list(), await list('(trashed: true)')]).toEqual([['Go'], ['Read', 'Talk']]);
});

test('a decision is always done, an item needs a title, and a meeting in the trash gets no items', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const decision = await add(ada, id, 'DECISION', 'Go');
  expect((await ada.mutate('updateMeetingItem', { id: decision.id, isDone: false })).issues).toEqual([
    { path: ['input', 'isDone'], message: 'must be true for a decision' },
  ]);
  expect((await add(ada, id, 'AGENDA', ' ')).issues[0].path).toEqual(['input', 'title']);
  await ada.mutate('trash', { id });
  expect((await add(ada, id, 'AGENDA', 'Late')).issues).toEqual([
    { path: ['input', 'meetingId'], message: 'must not be in the trash' },
  ]);
});

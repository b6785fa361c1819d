import { expect, test } from 'vitest';
import { prepStatus } from '../../../../src/domains/meetings/items/items.rules.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const meeting = (ada: SignedInPerson, title: string, startsAt: string, more: object = {}) =>
  ada.mutate('createMeeting', { title, startsAt, endsAt: startsAt, ...more });
const add = (ada: SignedInPerson, meetingId: string, kind: string, title: string) =>
  ada.mutate('createMeetingItem', { meetingId, kind, title }, 'id title doneAt isDone position');

const read = async (ada: SignedInPerson, id: string) =>
  (
    await ada.query(
      `query ($id: ID!) { meeting(id: $id) { prepStatus agendaItems { title doneAt carryOverCount } preparation { title } decisions { title doneAt }
        actionItems { nodes { title scheduledOn meeting { title } } } } }`,
      { id },
    )
  ).meeting;
const texts = (items: { title: string }[]) => items.map(({ title }) => title);

test('a meeting has an agenda, a preparation and decisions, each in an order of its own', async () => {
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
  expect(texts(now.preparation)).toEqual(['Read']);
  expect(now.decisions).toEqual([{ title: 'Go', doneAt: '2026-11-23T09:00:00.000Z' }]);
  await ada.mutate('trash', { id: first.id });
  expect(texts((await read(ada, id)).agendaItems)).toEqual(['Now first']);
  await ada.mutate('restore', { id: first.id });
  expect(texts((await read(ada, id)).agendaItems)).toEqual(['Now first', 'First']);
});

test('the preparation is ready once all of it is done', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const status = async () => (await read(ada, id)).prepStatus;
  expect(await status()).toBe('NOTHING_TO_PREPARE');
  const [a, b] = [await add(ada, id, 'PREPARATION', 'A'), await add(ada, id, 'PREPARATION', 'B')];
  expect(await status()).toBe('TODO');
  await ada.mutate('updateMeetingItem', { id: a.id, isDone: true });
  expect(await status()).toBe('IN_PROGRESS');
  await ada.mutate('updateMeetingItem', { id: b.id, isDone: true });
  expect(await status()).toBe('READY');
  await ada.mutate('updateMeetingItem', { id: b.id, isDone: false });
  expect(await status()).toBe('IN_PROGRESS');
  expect(prepStatus([{ doneAt: null }])).toBe('TODO');
});

test('what is open on the agenda moves to the next meeting of the series, and counts that it did', async () => {
  const ada = await (await createTestApp()).person();
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Weekly' });
  const first = await meeting(ada, 'First', '2026-11-24T09:00:00Z', { seriesId });
  await meeting(ada, 'Off', '2026-12-01T09:00:00Z', { seriesId, status: 'CANCELLED' });
  const third = await meeting(ada, 'Third', '2026-12-08T09:00:00Z', { seriesId });
  const done = await add(ada, first.id, 'AGENDA', 'Done');
  await ada.mutate('updateMeetingItem', { id: done.id, isDone: true });
  await add(ada, first.id, 'AGENDA', 'Open');
  await add(ada, third.id, 'AGENDA', 'There already');
  expect(await ada.mutate('carryOverAgenda', { id: first.id }, 'title')).toMatchObject({ title: 'Third' });
  expect(texts((await read(ada, first.id)).agendaItems)).toEqual(['Done']);
  expect((await read(ada, third.id)).agendaItems).toEqual([
    { title: 'There already', doneAt: null, carryOverCount: 0 },
    { title: 'Open', doneAt: null, carryOverCount: 1 },
  ]);
  expect(await ada.mutate('carryOverAgenda', { id: third.id })).toMatchObject({ __typename: 'ConflictError' });
  expect(await ada.mutate('carryOverAgenda', { id: third.id, toMeetingId: third.id })).toMatchObject({
    issues: [{ path: ['input', 'toMeetingId'], message: 'must be another meeting' }],
  });
  expect(await ada.mutate('carryOverAgenda', { id: third.id, toMeetingId: first.id }, 'title')).toMatchObject({
    title: 'First',
  });
});

test('an item becomes a task that stays joined to its meeting', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await meeting(ada, 'Planning', '2026-11-24T09:00:00Z');
  const item = await add(ada, id, 'AGENDA', 'Write it down');
  const task = await ada.mutate('turnIntoTask', { id: item.id, scheduledOn: 'P1D' }, 'title');
  expect(task).toMatchObject({ __typename: 'Task', title: 'Write it down' });
  const now = await read(ada, id);
  expect(now.actionItems.nodes).toEqual([
    { title: 'Write it down', scheduledOn: '2026-11-24', meeting: { title: 'Planning' } },
  ]);
  expect(now.agendaItems[0].doneAt).toBe('2026-11-23T09:00:00.000Z');
});

test('a decision is always done, an item has words, and nothing is added to a meeting in the trash', async () => {
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

import { expect, test } from 'vitest';
import { readDelta } from '../../../src/integrations/graph/calendar-view.ts';
import { readTaskRound } from '../../../src/integrations/graph/todo-tasks.ts';

const time = { dateTime: '2026-12-01T10:00:00', timeZone: 'UTC' };
const event = (id: string, json: object = {}) => ({ id, type: 'singleInstance', start: time, end: time, ...json });
const removed = (id: string) => ({ id, '@removed': { reason: 'deleted' } });
/** Pages of values, one after another. */
const pages = (...all: object[][]) => {
  let next = 0;
  return async () => {
    const value = all[next++] ?? [];
    return { value, ...(next < all.length ? { '@odata.nextLink': `/${next}` } : { '@odata.deltaLink': '/end' }) };
  };
};
const isKnown = (id: string) => id === 'known';

test('of removals only those of what is known are kept, of events and of tasks', async () => {
  const unknown = Array.from({ length: 1_000 }, (_, index) => removed(`unknown-${index}`));
  const told = pages([event('a'), removed('known')], unknown, [removed('a')]);
  const round = await readDelta(told, '/', { count: 10, size: 10_000 }, isKnown);
  expect([[...round.removed], round.collected.events.size]).toEqual([['known'], 0]);
  const tasks = pages([{ id: 'a', title: 'A' }, removed('known')], unknown, [{ title: 'Without an id' }]);
  const read = await readTaskRound(tasks, 'list', null, { max: 10, room: { size: 10_000 }, isKnown });
  expect([[...read.removed], [...read.tasks.keys()], read.unreadable]).toEqual([['known'], ['a'], 1]);
});

test('more events, or more text of events and tasks, than there is room for is a failure; what is told again takes no more', async () => {
  const room = { count: 3, size: 10_000 };
  const attendees = Array.from({ length: 100 }, (_, index) => ({
    emailAddress: { name: 'n'.repeat(80), address: `${index}@b.c` },
  }));
  const large = event('large', { attendees });
  await expect(readDelta(pages([large]), '/', room, isKnown)).rejects.toMatchObject({ code: 'tooMuchText' });
  const four = ['a', 'b', 'c', 'd'].map((id) => event(id));
  await expect(readDelta(pages(four), '/', room, isKnown)).rejects.toMatchObject({ code: 'tooManyEvents' });
  const again = Array.from({ length: 50 }, () => event('a', { subject: 'x'.repeat(500) }));
  expect((await readDelta(pages(again), '/', room, isKnown)).collected.size()).toBeLessThan(1_500);
  const body = { content: 'x'.repeat(9_000), contentType: 'text' };
  const tasks = ['a', 'b'].map((id) => ({ id, body }));
  await expect(readTaskRound(pages(tasks), 'list', null, { max: 9, room: { size: 10_000 }, isKnown })).rejects.toThrow(
    'more text',
  );
});

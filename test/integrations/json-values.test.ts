import { expect, test } from 'vitest';
import { readGraphEvent } from '../../src/integrations/graph/events.ts';
import { ruleOf } from '../../src/integrations/graph/recurrence.ts';
import { readRecurrence, readTime } from '../../src/integrations/graph/times.ts';
import { readTodoTask } from '../../src/integrations/graph/todo.ts';
import { textOfHtml } from '../../src/integrations/html.ts';
import { hasDotSegments, jsonId, jsonText, jsonTime, jsonWebAddress } from '../../src/integrations/json-values.ts';

test('ids become parts of addresses and indexes: what cannot is none, and a longer one is not cut', () => {
  expect(jsonId(`a'"\\/?#% 🦊`, 100)).toBe(`a'"\\/?#% 🦊`);
  for (const value of ['', '.', '..', 'a\ud800', 'a\u0000', 'a\n', 'x'.repeat(101), '🦊'.repeat(26), 5, null, {}])
    expect(jsonId(value, 100)).toBeNull();
  for (const path of ['/lists/..', '/a/%2E%2e/b', '/a/.?x', '/a/.%2e', '/a\\..'])
    expect(hasDotSegments(path)).toBe(true);
  for (const path of ['/a/..b', '/a/.../b', '/a/b.c', '/a%2F..b']) expect(hasDotSegments(path)).toBe(false);
});

test('texts, times and addresses are such that either database takes them', () => {
  expect(jsonText('a\u0000b\tc\u001b[31m\ud800', 20)).toBe('ab\tc[31m\ufffd');
  expect(jsonText({ toString: 5 }, 20)).toBe('');
  expect(jsonTime('2026-12-07T23:00:00.0000000Z')).toEqual(new Date('2026-12-07T23:00:00Z'));
  for (const value of [
    '2026',
    'Dec 8, 2026 10:00',
    '2026-12-07T23:00:00',
    '+275760-09-13T00:00:00.000Z',
    '0000-01-01T00:00:00Z',
    5,
  ])
    expect(jsonTime(value)).toBeNull();
  expect(jsonWebAddress('https://miro.com/a b', 100)).toBe('https://miro.com/a%20b');
  for (const value of ['https:', 'https://a b', 'javascript:alert(1)', `https://a.b/${'x'.repeat(100)}`, 5])
    expect(jsonWebAddress(value, 100)).toBeNull();
});

test('times of Graph that do not exist, or that are out of the calendar in some zone, are none', () => {
  const read = (dateTime: unknown) => readTime({ dateTime, timeZone: 'UTC' })?.dateTime ?? null;
  expect(read('2026-11-27T23:00:00.0000000')).toBe('2026-11-27T23:00:00.0000000');
  expect(read('2026-11-27T23:00:00.00000000000001')).toBe('2026-11-27T23:00:00.000000000');
  for (const time of [
    '2026-02-30T00:00:00',
    '2026-11-27T24:00:00',
    '0000-01-01T00:00:00',
    '0001-01-01T00:00:00',
    '9999-12-31T23:00:00',
  ])
    expect(read(time)).toBeNull();
  for (const value of [null, 5, 'x', [], { dateTime: ['2026-11-27T00:00:00'] }]) expect(readTime(value)).toBeNull();
});

test('a recurrence that is told wrongly is one that no rule says, of whatever size and depth it is', () => {
  const noEnd = { type: 'noEnd', startDate: '2026-11-01' };
  const weekly = {
    type: 'weekly',
    interval: 1,
    daysOfWeek: ['monday'],
    firstDayOfWeek: 'sunday',
    month: 0,
    index: null,
  };
  const rule = (pattern: unknown, range: unknown = noEnd) => ruleOf(readRecurrence({ pattern, range }) as never);
  expect(rule(weekly)).toBe('FREQ=WEEKLY;BYDAY=MO;WKST=SU');
  let deep: unknown = 1;
  for (let depth = 0; depth < 100_000; depth++) deep = { deep };
  const wrong: [unknown, unknown?][] = [
    [{ ...weekly, daysOfWeek: 'monday' }],
    [{ ...weekly, daysOfWeek: {} }],
    [{ ...weekly, daysOfWeek: ['monday', 'constructor'] }],
    [{ ...weekly, interval: '3' }],
    [{ ...weekly, interval: 2.5 }],
    [{ type: 'constructor' }],
    [{ type: '__proto__' }],
    [{ type: 'absoluteMonthly', dayOfMonth: 99 }],
    [{ type: 'absoluteMonthly', dayOfMonth: '1;FREQ=SECONDLY' }],
    [{ type: 'absoluteYearly', month: null, dayOfMonth: null }],
    [{ type: 'relativeMonthly', daysOfWeek: ['monday'], index: 'fifth' }],
    [weekly, { type: 'numbered' }],
    [weekly, { type: 'numbered', numberOfOccurrences: '5;X=Y' }],
    [weekly, { type: 'endDate', endDate: ['2026-12-01'] }],
    [weekly, { type: 'endDate', endDate: '2026-13-01' }],
    [weekly, { type: 'sometime' }],
    [deep],
    [null],
    [[]],
  ];
  for (const [pattern, range = noEnd] of wrong) expect(rule(pattern, range)).toBe('');
  expect(readRecurrence('daily')).toEqual({ pattern: {}, range: {} });
  expect(JSON.stringify(readRecurrence({ pattern: { ...weekly, deep }, range: noEnd })).length).toBeLessThan(200);
  expect(readRecurrence(null)).toBeNull();
});

test('names that every object has are no responses, statuses or importances; an etag is what a header can say', () => {
  const time = { dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' };
  const names = ['constructor', '__proto__', 'toString'];
  for (const response of names) {
    const attendees = [{ emailAddress: { address: 'a@b.c' }, status: { response } }];
    const event = { id: '1', type: 'singleInstance', start: time, end: time, responseStatus: { response }, attendees };
    const { details } = readGraphEvent({ ...event, onlineMeeting: { joinUrl: 'javascript:alert(1)' } }) ?? {};
    expect(details).toMatchObject({ response: null, attendees: [{ response: 'NEEDS_ACTION' }], joinUrl: '' });
    const task = readTodoTask({ id: 'a', status: response, importance: response, '@odata.etag': 'W/"1"\n' });
    expect(task).toMatchObject({ status: 'notStarted', importance: 'normal', etag: '' });
  }
});

test('HTML of any length and depth becomes a text of bounded length', () => {
  expect(textOfHtml('<p>a</p>'.repeat(100_000)).split('\n').length).toBe(25_000);
  expect(textOfHtml('<i>'.repeat(60_000))).toBe('');
  expect(textOfHtml(`${'<i>'.repeat(50_000)}${'</b>'.repeat(10_000)}`)).toBe('');
  const nested = textOfHtml('<a href="https://a.b">x'.repeat(5_000));
  expect(nested.startsWith('x (https://a.b)x (https://a.b)')).toBe(true);
});

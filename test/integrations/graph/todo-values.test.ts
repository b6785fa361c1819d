import { expect, test } from 'vitest';
import { linkOf, readTodoList, readTodoTask } from '../../../src/integrations/graph/todo.ts';
import { dateOfMidnight } from '../../../src/integrations/graph/todo-dates.ts';
import { singleLine, textOfBody } from '../../../src/integrations/graph/todo-values.ts';

const date = (dateTime: string, zone = 'Europe/Berlin', timeZone = 'UTC') =>
  dateOfMidnight({ dateTime, timeZone }, zone);

test('a due date is midnight of an unknown zone: of the person if it is one there, or else of the nearest day', () => {
  expect(date('2026-11-26T23:00:00.0000000')).toBe('2026-11-27');
  expect(date('2026-06-26T22:00:00.0000000')).toBe('2026-06-27');
  expect(date('2026-11-27T00:00:00.0000000')).toBe('2026-11-27');
  // Los Angeles, Hawaii, Tokyo, Auckland in summer: none of them is where the person is.
  expect(date('2026-11-27T08:00:00')).toBe('2026-11-27');
  expect(date('2026-11-27T10:00:00')).toBe('2026-11-27');
  expect(date('2026-11-26T15:00:00')).toBe('2026-11-27');
  expect(date('2026-11-26T11:00:00')).toBe('2026-11-27');
  // The same time is another date for somebody in Kiribati than for somebody in Hawaii.
  expect(date('2026-11-26T10:00:00', 'Pacific/Kiritimati')).toBe('2026-11-27');
  expect(date('2026-11-26T10:00:00', 'Pacific/Honolulu')).toBe('2026-11-26');
  expect(date('2026-11-27T00:00:00', 'Europe/Berlin', 'Pacific Standard Time')).toBe('2026-11-27');
});

test('a body is text, also if it is HTML', () => {
  const text = (content: string, contentType: string) => textOfBody({ content, contentType });
  expect(text('Milk\r\nBread\r\n', 'text')).toBe('Milk\nBread');
  const html =
    '<html><head><style>p { color: red }</style></head><body><p>Milk &amp; bread</p>\r\n<div>1 &lt; 2&nbsp;&#8364;</div>a<br/>b</body></html>';
  expect(text(html, 'html')).toBe('Milk & bread\n1 < 2 €\na\nb');
  // What makes regular expressions slow: markup that does not end, many times over.
  expect(text(`${'<style '.repeat(50_000)}<p`, 'html')).toBe('');
  expect(text(`${'<script>'.repeat(50_000)}x`, 'html')).toBe('');
  expect(singleLine(' Call\nAda\u0000 ')).toBe('Call Ada');
});

test('of a task what is no text, time or link is left out; without an id it is none', () => {
  expect(readTodoTask({ title: 'x' })).toBeNull();
  expect(readTodoTask(null)).toBeNull();
  expect(
    readTodoTask({ id: 'a', title: 7, dueDateTime: { dateTime: 'soon' }, body: null, linkedResources: 'x' }),
  ).toMatchObject({
    ...{ id: 'a', title: '', dueDateTime: null, body: { content: '', contentType: 'text' }, linkedTo: null },
    ...{ status: 'notStarted', importance: 'normal', recurrence: null, etag: '' },
  });
  expect(readTodoTask({ id: 'a' })?.linkedTo).toBeUndefined();
  expect(readTodoList({ id: '' })).toBeNull();
  const link = (externalId: string, applicationName = 'Waymark') => ({ applicationName, externalId });
  expect(linkOf([link('1'), link('2'), link('3', 'Other')])).toBe('2');
});

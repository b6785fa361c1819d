import { expect, test } from 'vitest';
import {
  connectionProblem,
  decodeCalendar,
  keptValidator,
  requestFor,
} from '../../../../src/domains/integrations/calendars/calendars.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');

test('a server is asked for changes only with what it sent, and for a day', () => {
  const validators = { etag: '"a"', lastModified: null, readAt: new Date('2026-11-22T09:00:01Z') };
  expect(requestFor(validators, now).headers).toMatchObject({ 'if-none-match': '"a"' });
  expect(requestFor(validators, now).headers).not.toHaveProperty('if-modified-since');
  for (const readAt of [null, new Date('2026-11-22T09:00:00Z')])
    expect(requestFor({ ...validators, readAt }, now).headers).not.toHaveProperty('if-none-match');
});

test('a validator that could not be sent back is not kept', () => {
  expect([keptValidator('W/"a"'), keptValidator(undefined)]).toEqual(['W/"a"', null]);
  for (const value of ['', '"ä"', 'a\r\nb', `"${'a'.repeat(500)}"`]) expect(keptValidator(value)).toBeNull();
});

test('a calendar is read in the character set that its server names, or in UTF-8', () => {
  const text = 'Rückblick';
  expect(decodeCalendar(Buffer.from(text, 'latin1'), 'text/calendar; charset="ISO-8859-1"')).toBe(text);
  expect(decodeCalendar(Buffer.from(`\uFEFF${text}`), undefined)).toBe(text);
  expect(decodeCalendar(Buffer.from(text), 'text/calendar; charset=klingon')).toBe(text);
});

test('errors of connections are sentences', () => {
  const of = (code: string) => connectionProblem(Object.assign(new Error(`${code}: internals\nmore`), { code }));
  expect(of('CERT_HAS_EXPIRED')).toContain('no valid certificate');
  expect(of('EOTHER')).toBe('The calendar cannot be read: EOTHER: internals');
});

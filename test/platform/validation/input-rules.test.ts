import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fromGlobalId, toGlobalId } from '../../../src/platform/database/global-ids.ts';
import { isUuid, newId } from '../../../src/platform/database/ids.ts';
import { InvalidInputError } from '../../../src/platform/errors.ts';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { parsedBy } from '../../../src/platform/validation/current-calendar.ts';
import {
  chosenId,
  date,
  idOf,
  idsOf,
  instant,
  integer,
  line,
  number,
  parseInput,
  pastDate,
  prose,
  webAddress,
} from '../../../src/platform/validation/input-rules.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  timeZone: 'Europe/Berlin',
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
});

/** What becomes of a value: what it is from then on, or what is said about it. */
function check(schema: z.ZodType, value: unknown): { is: unknown } | { issues: string[] } {
  const parsed = parsedBy(calendar, () => schema.safeParse(value));
  return parsed.success ? { is: parsed.data } : { issues: parsed.error.issues.map(({ message }) => message) };
}
const refuses = (schema: z.ZodType, values: unknown[]) => values.filter((value) => 'is' in check(schema, value));

test('a line is one line of visible text, without spaces around it', () => {
  expect(check(line(10), '  Äpfel 😀\n')).toEqual({ is: 'Äpfel 😀' });
  expect(check(line(3), ' abc ')).toEqual({ is: 'abc' });
  // Characters, and not the units that a machine stores them in.
  expect(check(line(3), '😀😀😀')).toEqual({ is: '😀😀😀' });
  expect(check(line(3), 'abcd')).toEqual({ issues: ['must have at most 3 characters'] });
  expect(check(line(3), ' \t\n ')).toEqual({ issues: ['must not be empty'] });
  expect(check(line(9), 'a\nb')).toEqual({ issues: ['must be a single line'] });
  expect(check(line(9), 'a\u0000b')).toEqual({ issues: ['must not have control characters'] });
  expect(
    refuses(line(9), ['a\tb', 'a\rb', 'a\u2028b', 'a\u2029b', 'a\u0085b', 'a\u001bb', 'a\ud800b', 7, null]),
  ).toEqual([]);
});

test('prose is any text, also empty, without control characters and lone surrogates', () => {
  for (const text of ['', '  kept as it is \n\n', 'a\tb\r\nc', '\u2028', '👩‍👩‍👧']) {
    expect(check(prose(30), text)).toEqual({ is: text });
  }
  expect(check(prose(3), 'abcd')).toEqual({ issues: ['must have at most 3 characters'] });
  expect(refuses(prose(9), ['\u0000', 'a\u0007', '\u009f', '\ud83d', '\ude00\ud83d', undefined])).toEqual([]);
});

test('whatever a line accepts is trimmed, not empty, within its length, and accepted again as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
      const first = check(line(10), text);
      if (!('is' in first)) return;
      const is = first.is as string;
      expect([is, is !== '' && Array.from(is).length <= 10, /[\p{Cc}\p{Zl}\p{Zp}]/u.test(is)]).toEqual([
        is.trim(),
        true,
        false,
      ]);
      expect(check(line(10), is)).toEqual({ is });
    }),
  );
});

test('a number is finite, and within its range', () => {
  for (const value of [-1.5, 0, 0.1, 2]) expect(check(number(-1.5, 2), value)).toEqual({ is: value });
  expect(check(number(-1.5, 2), 2.01)).toEqual({ issues: ['must be a number from -1.5 to 2'] });
  expect(refuses(number(-1.5, 2), [-1.51, Number.NaN, Infinity, -Infinity, '1', null, true])).toEqual([]);
});

test('a past date is today or earlier, for the person whose calendar it is', () => {
  for (const day of ['TODAY', '2026-11-23', '-P1D', '0001-01-01']) expect(check(pastDate, day)).toHaveProperty('is');
  for (const day of ['P1D', '2026-11-24', '9999-12-31']) {
    expect(check(pastDate, day)).toEqual({ issues: ['must not be in the future'] });
  }
  expect(refuses(pastDate, ['2026-02-30', 'soon', 7, null])).toEqual([]);
});

test('a web address is one of http or https, as browsers write it', () => {
  for (const [text, is] of [
    ['https://example.org', 'https://example.org/'],
    [' HTTP://Example.ORG:80/a b?q=ä#c ', 'http://example.org/a%20b?q=%C3%A4#c'],
    ['http://localhost:4000/graphql', 'http://localhost:4000/graphql'],
    ['https://[::1]/', 'https://[::1]/'],
  ]) {
    expect(check(webAddress, text)).toEqual({ is });
  }
  const message = 'must be a web address such as https://example.org';
  for (const text of [
    ...['', 'example.org', '/a', '//example.org', 'https://', 'https:// /', 'mailto:ada@example.org'],
    ...[
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,a',
      'file:///etc/passwd',
    ],
  ]) {
    expect([text, check(webAddress, text)]).toEqual([text, { issues: [message] }]);
  }
  expect(check(webAddress, `https://example.org/${'a'.repeat(2_000)}`)).toEqual({
    issues: ['must have at most 2000 characters'],
  });
  expect(refuses(webAddress, [7, null, {}])).toEqual([]);
});

test('a whole number is whole, and within its range', () => {
  const message = 'must be a whole number from 1 to 5';
  for (const value of [1, 3, 5]) expect(check(integer(1, 5), value)).toEqual({ is: value });
  for (const value of [0, 6, 2.5, Number.NaN, Number.POSITIVE_INFINITY, '3', null]) {
    expect(check(integer(1, 5), value)).toEqual({ issues: [message] });
  }
});

test('an id and a chosen id are UUIDs', () => {
  const uuid = newId();
  const v4 = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
  for (const rule of [idOf('Task'), chosenId('Task')]) {
    for (const id of [uuid, v4]) expect(check(rule, id)).toEqual({ is: id });
    const none = [
      uuid.toUpperCase(),
      `Task:${uuid}`,
      uuid.replaceAll('-', ''),
      `{${uuid}}`,
      `${uuid}\n`,
      '',
      'mine',
      7,
    ];
    expect(refuses(rule, none)).toEqual([]);
  }
  expect(check(idOf('Task'), 'mine')).toEqual({ issues: ['must be the id of a Task'] });
  expect(check(idOf('Task'), 7)).toEqual({ issues: ['must be an id'] });
});

test('ids are not repeated, and limited in number', () => {
  const ids = [newId(), newId(), newId()];
  expect(check(idsOf('Task', 3), ids)).toEqual({ is: ids });
  expect(check(idsOf('Task', 3), [])).toEqual({ is: [] });
  expect(check(idsOf('Task', 2), ids)).toEqual({ issues: ['must be at most 2'] });
  expect(check(idsOf('Task', 3), [ids[0], ids[1], ids[0]])).toEqual({ issues: ['must not name anything twice'] });
  expect(check(idsOf('Label', 3), ['mine'])).toEqual({ issues: ['must be the id of a Label'] });
});

test('dates and moments come out resolved', () => {
  expect(check(date, 'P1D')).toEqual({ is: '2026-11-24' });
  expect(check(instant, 'TODAY')).toEqual({ is: new Date('2026-11-23T03:00:00Z') });
  expect(refuses(date, ['2026-02-30', 'soon', 5, null])).toEqual([]);
  expect(refuses(instant, ['2026-11-23', '2026-11-23T09:00', 5, null])).toEqual([]);
});

test('an input that breaks several rules is refused with all issues and their paths', () => {
  const schema = z.object({ title: line(5), labels: idsOf('Label', 3), at: z.object({ energy: integer(1, 5) }) });
  const broken = { title: 'too long', labels: ['Label:1', 'Task:2'], at: { energy: 9 } };
  let thrown: unknown;
  try {
    parseInput({ calendar }, schema, broken);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InvalidInputError);
  expect((thrown as InvalidInputError).issues).toEqual([
    { path: ['input', 'title'], message: 'must have at most 5 characters' },
    { path: ['input', 'labels', '0'], message: 'must be the id of a Label' },
    { path: ['input', 'labels', '1'], message: 'must be the id of a Label' },
    { path: ['input', 'at', 'energy'], message: 'must be a whole number from 1 to 5' },
  ]);
});

test('a global id is parsed to what it was made from, and no other text is accepted', () => {
  fc.assert(
    fc.property(fc.constantFrom('Task', 'EnergyEntry', 'A'), fc.uuid({ version: [1, 4, 7] }), (type, id) => {
      expect(fromGlobalId(toGlobalId(type, id))).toEqual({ type, id });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(fromGlobalId(text)).toBeNull();
    }),
  );
  const ids = Array.from({ length: 1000 }, newId);
  expect(ids.every(isUuid) && new Set(ids).size === 1000).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

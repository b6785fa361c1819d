import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, parseTime } from '../../../src/platform/time/time-texts.ts';

const stored = (time: Date) => time.toISOString().replace('Z', '+00:00');

test('the text of a time is that of toISOString, and the time of a stored text is that of Date', () => {
  const anyTime = fc.oneof(
    fc.date({ noInvalidDate: true }),
    fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
  );
  fc.assert(
    fc.property(anyTime, (time) => {
      expect(formatTime(time)).toBe(time.toISOString());
      expect(parseTime(stored(time)).getTime()).toBe(time.getTime());
      expect(parseTime(time.toISOString()).getTime()).toBe(time.getTime());
    }),
  );
  expect(() => formatTime(new Date(Number.NaN))).toThrow(RangeError);
});

test('a text with one other character is the time, or the invalid one, that Date takes it for', () => {
  const characters = fc.constantFrom(...'0123456789:-+TZ. ax'.split(''));
  const change = fc.record({
    time: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
    at: fc.nat(28),
    character: characters,
  });
  fc.assert(
    fc.property(change, ({ time, at, character }) => {
      const text = stored(time);
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      expect(parseTime(changed).getTime()).toBe(new Date(changed).getTime());
    }),
    { numRuns: 2_000 },
  );
});

test('every day of four centuries', () => {
  const times = Array.from({ length: 146_097 }, (_, day) => new Date(Date.UTC(1900, 0, day, 23, 59, 59, 999)));
  expect(times.filter((time) => formatTime(time) !== time.toISOString())).toEqual([]);
  expect(times.filter((time) => parseTime(stored(time)).getTime() !== time.getTime())).toEqual([]);
});

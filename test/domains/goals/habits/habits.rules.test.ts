import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mark, progressOf, requireSchedule } from '../../../../src/domains/goals/habits/habits.rules.ts';
import { createCalendar, type DayOfWeek, daysOfWeek } from '../../../../src/platform/time/calendar.ts';
import '../../../support/properties.ts';

const calendarOf = (weekStartsOn: DayOfWeek = 'MONDAY') =>
  createCalendar(new Date('2026-11-23T09:00:00Z'), { timeZone: 'UTC', dayStartsAt: '04:00', weekStartsOn });
const calendar = calendarOf();

const kinds: Record<string, Mark> = { x: 'DONE', s: 'SKIP' };
/** The marks of days, a letter for each, up to a day: x is done, s is skipped. */
function marksUntil(last: string, text: string): Map<string, Mark> {
  const marks = text
    .split('')
    .map((letter, index) => [calendar.addDays(last, index + 1 - text.length), kinds[letter]] as const);
  return new Map(marks.flatMap(([day, kind]) => (kind ? [[day, kind] as const] : [])));
}

const daily = { weekdays: [...daysOfWeek], timesPerWeek: null };
const weekly = (timesPerWeek: number) => ({ weekdays: [], timesPerWeek });
type Schedule = { weekdays: DayOfWeek[]; timesPerWeek: number | null };
/** How a habit goes that started on the first day of some marks, which end today. */
function go(schedule: Schedule, text: string, more: { endsOn?: string } = {}) {
  const startsOn = calendar.addDays(calendar.today, 1 - text.length);
  return progressOf({ ...schedule, startsOn, endsOn: null, ...more }, marksUntil(calendar.today, text), calendar);
}

interface Known {
  startsOn: string;
  weekStartsOn: DayOfWeek;
  weekdays: DayOfWeek[];
  timesPerWeek: number | null;
  marks: string;
  streak: number;
  longestStreak: number;
  score: number;
}
/** 240 habits by another implementation. `generate.py` beside it made it. */
const known: Known[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/habits/habits.json', import.meta.url), 'utf8'),
);

test('streaks and scores agree with another implementation', () => {
  expect(known).toHaveLength(240);
  for (const { marks, weekStartsOn, streak, longestStreak, score, ...schedule } of known) {
    const own = calendarOf(weekStartsOn);
    const made = progressOf({ ...schedule, endsOn: null }, marksUntil(own.today, marks), own);
    expect({ marks, ...schedule, streak: made.streak, longestStreak: made.longestStreak }).toEqual({
      ...{ marks, ...schedule, streak, longestStreak },
    });
    expect(Math.abs(made.score - score)).toBeLessThan(1e-9);
  }
});

test('an unmarked today does not end a streak, and a skipped day neither adds nor ends', () => {
  expect(go(daily, 'xxx.')).toMatchObject({ streak: 3, longestStreak: 3 });
  expect(go(daily, 'xxxx')).toMatchObject({ streak: 4 });
  expect(go(daily, 'xx.x.')).toMatchObject({ streak: 1, longestStreak: 2 });
  expect(go(daily, 'xxssx.')).toMatchObject({ streak: 3, longestStreak: 3 });
  expect(go(daily, 'xx..')).toMatchObject({ streak: 0, longestStreak: 2 });
  // Today is a Monday. What is done on other days does not add.
  expect(go({ weekdays: ['MONDAY'], timesPerWeek: null }, 'x..x...x......x')).toMatchObject({ streak: 3 });
  // A habit that has ended has no today to wait for.
  expect(go(daily, 'xxx.', { endsOn: calendar.addDays(calendar.today, -1) })).toMatchObject({ streak: 3 });
  expect(go(daily, 'xxx..', { endsOn: calendar.addDays(calendar.today, -1) })).toMatchObject({ streak: 0 });
});

test('a streak of weeks is of those with the target met; the present one cannot end it', () => {
  // Three weeks from Monday to Sunday, and this Monday.
  expect(go(weekly(2), 'xx.....x.x....x...x...')).toMatchObject({ streak: 3, longestStreak: 3, weekDoneCount: 0 });
  expect(go(weekly(1), 'xx.....x.x....x...x..x')).toMatchObject({ streak: 4, weekDoneCount: 1 });
  expect(go(weekly(2), 'xx............x...x...')).toMatchObject({ streak: 1, longestStreak: 1 });
  // Skipped days that make up for what is missing freeze the streak.
  expect(go(weekly(2), 'xx.....x.s....x...x...')).toMatchObject({ streak: 2 });
  expect(go(weekly(2), 'xx......ss....x...x...')).toMatchObject({ streak: 2 });
  expect(go(weekly(2), 'xx.......s....x...x...')).toMatchObject({ streak: 1 });
});

test('the score is smoothed exponentially', () => {
  const kept = 0.5 ** (1 / 13);
  expect(go(daily, 'x').score).toBeCloseTo(1 - kept, 12);
  expect(go(daily, 'xs').score).toBeCloseTo(1 - kept, 12);
  expect(go(daily, 'x'.repeat(13)).score).toBeCloseTo(0.5, 12);
  expect(go(daily, `${'x'.repeat(300)}${'.'.repeat(13)}`).score).toBeCloseTo(0.5, 6);
  // A weekly habit that is kept perfectly comes near 1.
  expect(go(weekly(1), '......x'.repeat(60)).score).toBeGreaterThan(0.98);
});

const letters = fc.string({ unit: fc.constantFrom('x', 's', '.'), minLength: 1, maxLength: 60 });
const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map(weekly),
  fc.subarray([...daysOfWeek], { minLength: 1 }).map((weekdays) => ({ weekdays, timesPerWeek: null })),
);

test('a score is from 0 to 1, no streak is longer than the longest, and doing more never lowers any of them', () => {
  fc.assert(
    fc.property(schedule, letters, fc.nat(), (of, marks, at) => {
      const before = go(of, marks);
      expect(before.score >= 0 && before.score < 1).toBe(true);
      expect(before.streak <= before.longestStreak).toBe(true);
      const index = at % marks.length;
      fc.pre(marks[index] === '.');
      const after = go(of, `${marks.slice(0, index)}x${marks.slice(index + 1)}`);
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(after.streak).toBeGreaterThanOrEqual(before.streak);
      expect(after.longestStreak).toBeGreaterThanOrEqual(before.longestStreak);
    }),
    { numRuns: 300 },
  );
});

test('a skipped day in place of an unmarked one never shortens a streak', () => {
  fc.assert(
    fc.property(schedule, letters, fc.nat(), (of, marks, at) => {
      const index = at % marks.length;
      fc.pre(marks[index] === '.');
      const after = go(of, `${marks.slice(0, index)}s${marks.slice(index + 1)}`);
      expect(after.streak).toBeGreaterThanOrEqual(go(of, marks).streak);
    }),
    { numRuns: 200 },
  );
});

test('a habit is on given days or some times a week, and ends after it starts', () => {
  const starts = { startsOn: '2026-11-23', endsOn: null };
  for (const one of [daily, weekly(3)]) expect(() => requireSchedule({ ...one, ...starts })).not.toThrow();
  for (const one of [
    { ...daily, timesPerWeek: 2 },
    { weekdays: [], timesPerWeek: null },
  ]) {
    expect(() => requireSchedule({ ...one, ...starts })).toThrow('input.timesPerWeek');
  }
  expect(() => requireSchedule({ ...daily, ...starts, endsOn: '2026-11-22' })).toThrow('input.endsOn');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReviewState, reviewed, streakOf } from '../../../../src/domains/learnings/learnings/learnings.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  timeZone: 'Europe/Berlin',
  dayStartsAt: '04:00',
  weekStartsOn: 'MONDAY',
});
const day = (offset: number) => calendar.addDays(calendar.today, offset);
/** The calendar on another day. */
const on = (date: string) => createCalendar(calendar.startOfDay(date), calendar);
const daysAway = (date: string) => (Date.parse(date) - Date.parse(calendar.today)) / 86_400_000;

/** Some days up to today, in days before today; each once, the earliest first. */
const ago = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 40 }).map((list) => list.sort((a, b) => b - a));

test('streaks: some that are known', () => {
  const streak = (...offsets: number[]) => streakOf(offsets.map(day), calendar);
  expect(streak()).toEqual({ current: 0, longest: 0, lastOn: null, dayCount: 0 });
  expect(streak(0)).toEqual({ current: 1, longest: 1, lastOn: day(0), dayCount: 1 });
  // Today may still come; a day that was left out ends it.
  expect(streak(-2, -1)).toEqual({ current: 2, longest: 2, lastOn: day(-1), dayCount: 2 });
  expect(streak(-3, -2)).toEqual({ current: 0, longest: 2, lastOn: day(-2), dayCount: 2 });
  expect(streak(-9, -8, -7, -5, -1, 0)).toEqual({ current: 2, longest: 3, lastOn: day(0), dayCount: 6 });
  // Across the end of a month, a leap day and a change of the clocks.
  for (const days of [
    ['2028-02-28', '2028-02-29', '2028-03-01'],
    ['2026-10-24', '2026-10-25', '2026-10-26'],
    ['2025-12-30', '2025-12-31', '2026-01-01'],
  ]) {
    expect(streakOf(days, calendar).longest).toBe(3);
  }
});

test('a streak is the same as counting back day by day', () => {
  fc.assert(
    fc.property(ago, (list) => {
      const days = new Set(list);
      const lengthFrom = (start: number) => {
        let length = 0;
        while (days.has(start + length)) length += 1;
        return length;
      };
      const lengths = list.map(lengthFrom);
      expect(
        streakOf(
          list.map((offset) => day(-offset)),
          calendar,
        ),
      ).toEqual({
        current: lengthFrom(days.has(0) ? 0 : 1),
        longest: Math.max(0, ...lengths),
        lastOn: list.length > 0 ? day(-Math.min(...list)) : null,
        dayCount: list.length,
      });
    }),
    { numRuns: 200 },
  );
});

test('one more day never shortens the longest streak, and today extends the current one by one', () => {
  fc.assert(
    fc.property(ago, fc.nat({ max: 60 }), (list, more) => {
      const of = (offsets: number[]) =>
        streakOf(
          [...new Set(offsets)].sort((a, b) => b - a).map((offset) => day(-offset)),
          calendar,
        );
      const before = of(list);
      expect(of([...list, more]).longest).toBeGreaterThanOrEqual(before.longest);
      expect(of([...list, 0]).current).toBe(before.current + (list.includes(0) ? 0 : 1));
      expect(before.current).toBeLessThanOrEqual(before.longest);
      expect(before.longest).toBeLessThanOrEqual(before.dayCount);
    }),
    { numRuns: 200 },
  );
});

const never: ReviewState = { reviewCount: 0, repetitionCount: 0, reviewedOn: null };
/** The state after a review on each of some days, by the offset of the day from today. */
const after = (...reviews: [offset: number, confidence: number][]) =>
  reviews.reduce<ReviewState>((state, [offset, confidence]) => reviewed(state, confidence, on(day(offset))), never);

test('the next review is in 1, 3, 7, 14 or 30 days, doubled for each repetition from a confidence of 3 on', () => {
  const away = (repetitionCount: number) =>
    [1, 2, 3, 4, 5].map((confidence) =>
      daysAway(reviewed({ ...never, repetitionCount }, confidence, calendar).reviewOn),
    );
  expect(away(0)).toEqual([1, 3, 7, 14, 30]);
  expect(away(1)).toEqual([1, 3, 14, 28, 60]);
  expect(away(3)).toEqual([1, 3, 56, 112, 240]);
  expect(away(10_000)).toEqual([1, 3, 365, 365, 365]);
});

test('the higher the confidence and the more repetitions, the later the next review, within a year', () => {
  const confidence = fc.integer({ min: 1, max: 5 });
  const next = (rated: number, repetitionCount: number) =>
    reviewed({ ...never, repetitionCount }, rated, calendar).reviewOn;
  fc.assert(
    fc.property(confidence, confidence, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (a, b, r, s) => {
      const latest = next(Math.max(a, b), Math.max(r, s));
      expect(latest >= next(Math.min(a, b), Math.max(r, s))).toBe(true);
      expect(latest >= next(Math.max(a, b), Math.min(r, s))).toBe(true);
      expect(latest > calendar.today && latest <= day(365)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('after a lapse, the intervals begin again', () => {
  const known = after([0, 3], [7, 3], [21, 3]);
  expect(known).toMatchObject({ reviewCount: 3, repetitionCount: 3, reviewOn: day(21 + 28) });
  const lapsed = after([0, 3], [7, 3], [21, 3], [49, 2]);
  expect(lapsed).toMatchObject({ reviewCount: 4, repetitionCount: 0, reviewOn: day(49 + 3) });
  expect(after([0, 3], [7, 3], [21, 3], [49, 2], [52, 3])).toMatchObject({ repetitionCount: 1, reviewOn: day(52 + 7) });
});

test('the reviews of a day count as one, of which the last decides, except that a lapse stays one', () => {
  const rating = fc.integer({ min: 1, max: 5 });
  const days = fc.array(fc.array(rating, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(days, (ratings) => {
      const state = after(...ratings.flatMap((ofDay, i) => ofDay.map((one): [number, number] => [i, one])));
      // Recomputed from whole days: how many at the end were known, and on how many of those nothing was forgotten before.
      const lapse = ratings.findLastIndex((ofDay) => ofDay.some((one) => one < 3));
      const sinceLapse = ratings.slice(lapse + 1).length;
      const recovered = lapse >= 0 && (ratings[lapse]?.at(-1) ?? 0) >= 3 ? 1 : 0;
      expect(state).toMatchObject({
        reviewCount: ratings.length,
        repetitionCount: sinceLapse + recovered,
        reviewedOn: day(ratings.length - 1),
      });
    }),
    { numRuns: 300 },
  );
});

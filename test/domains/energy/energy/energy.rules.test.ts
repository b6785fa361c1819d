import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bucket, bucketOf, buckets, ratings, series, summarise } from '../../../../src/domains/energy/energy/energy.rules.ts';
import { createCalendar, type DayOfWeek } from '../../../../src/platform/time/calendar.ts';

const calendarIn = (timeZone: string, dayStartsAt = '04:00', weekStartsOn: DayOfWeek = 'MONDAY') =>
  createCalendar(new Date('2026-11-23T09:00:00Z'), { timeZone, dayStartsAt, weekStartsOn });
const at = (text: string) => new Date(text);
const entry = (text: string, energy: number, mood: number | null = null) => ({
  at: at(text),
  energy,
  mood,
  focus: null,
  stress: null,
  engagement: null,
});

const rating = fc.integer({ min: 1, max: 5 });
/** A year around changes of the clocks everywhere, to the minute. */
const moment = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z') / 60_000, max: Date.parse('2027-01-01T00:00:00Z') / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const sample = fc.record({
  at: moment,
  energy: rating,
  mood: fc.option(rating),
  focus: fc.option(rating),
  stress: fc.option(rating),
  engagement: fc.option(rating),
});
const calendar = fc
  .tuple(
    fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Kiritimati'),
    fc.constantFrom('00:00', '02:30', '04:00', '11:59'),
    fc.constantFrom<DayOfWeek>('MONDAY', 'SUNDAY', 'SATURDAY'),
  )
  .map((settings) => calendarIn(...settings));
const bucketName = fc.constantFrom<Bucket>(...buckets);

test('nothing was noted is null, not nought', () => {
  expect(summarise([])).toBeNull();
  expect(summarise([4])).toEqual({ count: 1, mean: 4, min: 4, max: 4 });
  expect(summarise([1, 2, 2])).toEqual({ count: 3, mean: 5 / 3, min: 1, max: 2 });
});

test('a mean lies within the least and the most, and does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1, maxLength: 50 }), (values) => {
      const summary = summarise(values);
      expect(summary).not.toBeNull();
      if (!summary) return;
      expect(summary.count).toBe(values.length);
      expect(summary.min).toBeLessThanOrEqual(summary.mean);
      expect(summary.mean).toBeLessThanOrEqual(summary.max);
      expect(values).toEqual(expect.arrayContaining([summary.min, summary.max]));
      expect(summarise([...values].reverse())).toEqual(summary);
    }),
    { numRuns: 100 },
  );
});

test('each moment is in its stretch of time, and stretches of a kind never overlap', () => {
  fc.assert(
    fc.property(calendar, bucketName, fc.array(moment, { minLength: 1, maxLength: 15 }), (whose, bucket, moments) => {
      const stretches = moments.map((one) => {
        const stretch = bucketOf(one, bucket, whose);
        expect(stretch.start.getTime()).toBeLessThanOrEqual(one.getTime());
        expect(stretch.end.getTime()).toBeGreaterThan(one.getTime());
        // Every moment of a stretch has that same stretch, its first and its last too.
        expect(bucketOf(stretch.start, bucket, whose)).toEqual(stretch);
        expect(bucketOf(new Date(stretch.end.getTime() - 1), bucket, whose)).toEqual(stretch);
        return stretch;
      });
      stretches.sort((a, b) => a.start.getTime() - b.start.getTime());
      for (const [index, { start }] of stretches.entries()) {
        const previous = stretches[index - 1];
        if (!previous) continue;
        const same = previous.start.getTime() === start.getTime();
        expect(same || previous.end.getTime() <= start.getTime()).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test('a series is in order, its counts add up, and each rating is summed up where it was noted', () => {
  fc.assert(
    fc.property(calendar, bucketName, fc.array(sample, { maxLength: 30 }), (whose, bucket, entries) => {
      const points = series(entries, bucket, whose);
      expect(points.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
      for (const [index, point] of points.entries()) {
        expect(point.count).toBeGreaterThan(0);
        const before = points[index - 1]?.end.getTime() ?? Number.NEGATIVE_INFINITY;
        expect(before).toBeLessThanOrEqual(point.start.getTime());
        const inside = entries.filter((one) => one.at >= point.start && one.at < point.end);
        expect(inside).toHaveLength(point.count);
        for (const name of ratings) {
          expect(point[name]).toEqual(summarise(inside.flatMap((one) => one[name] ?? [])));
        }
      }
    }),
    { numRuns: 80 },
  );
});

test('the hour that clocks go through twice is two hours, and the one they skip is none', () => {
  const berlin = calendarIn('Europe/Berlin');
  const autumn = ['00:30', '01:30', '02:30'].map((time) => entry(`2026-10-25T${time}:00Z`, 3));
  expect(series(autumn, 'HOUR', berlin).map(({ start, end }) => [start.toISOString(), end.toISOString()])).toEqual([
    ['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25T02:00:00.000Z', '2026-10-25T03:00:00.000Z'],
  ]);
  const spring = ['00:30', '01:30'].map((time) => entry(`2026-03-29T${time}:00Z`, 3));
  expect(series(spring, 'HOUR', berlin).map(({ start }) => start.toISOString())).toEqual([
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
  ]);
});

test('hours are those on the wall, also where they start at half past the hour in UTC', () => {
  const kolkata = calendarIn('Asia/Kolkata');
  const points = series([entry('2026-11-23T05:29:00Z', 1), entry('2026-11-23T05:30:00Z', 5)], 'HOUR', kolkata);
  expect(points.map(({ start, energy }) => [start.toISOString(), energy?.mean])).toEqual([
    ['2026-11-23T04:30:00.000Z', 1],
    ['2026-11-23T05:30:00.000Z', 5],
  ]);
});

test('days and weeks with a change of the clocks are an hour shorter or longer', () => {
  const hours = (one: { start: Date; end: Date }) => (one.end.getTime() - one.start.getTime()) / 3_600_000;
  const berlin = calendarIn('Europe/Berlin', '00:00');
  expect(hours(bucketOf(at('2026-03-29T12:00:00Z'), 'DAY', berlin))).toBe(23);
  expect(hours(bucketOf(at('2026-10-25T12:00:00Z'), 'DAY', berlin))).toBe(25);
  expect(hours(bucketOf(at('2026-03-25T12:00:00Z'), 'WEEK', berlin))).toBe(7 * 24 - 1);
  expect(hours(bucketOf(at('2026-10-25T12:00:00Z'), 'WEEK', berlin))).toBe(7 * 24 + 1);
  expect(hours(bucketOf(at('2026-03-29T12:00:00Z'), 'DAY', calendarIn('Asia/Kolkata')))).toBe(24);
  // Started at four, it is the day before whose night has the change.
  expect(hours(bucketOf(at('2026-10-24T12:00:00Z'), 'DAY', calendarIn('Europe/Berlin')))).toBe(25);
});

test('a week starts with the person’s own first day', () => {
  const sunday = at('2026-11-22T12:00:00Z');
  const startOf = (weekStartsOn: DayOfWeek) =>
    bucketOf(sunday, 'WEEK', calendarIn('Europe/Berlin', '00:00', weekStartsOn)).start.toISOString();
  expect(startOf('MONDAY')).toBe('2026-11-15T23:00:00.000Z');
  expect(startOf('SUNDAY')).toBe('2026-11-21T23:00:00.000Z');
});

test('a rating that was not noted counts nowhere', () => {
  const points = series(
    [entry('2026-11-23T09:00:00Z', 5), entry('2026-11-23T10:00:00Z', 2, 4)],
    'DAY',
    calendarIn('Europe/Berlin'),
  );
  expect(points).toMatchObject([
    { count: 2, energy: { count: 2, mean: 3.5, min: 2, max: 5 }, mood: { count: 1, mean: 4 }, stress: null },
  ]);
});

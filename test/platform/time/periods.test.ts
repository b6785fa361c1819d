import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createCalendar, type DayOfWeek } from '../../../src/platform/time/calendar.ts';
import { type Bucket, buckets, type Period, periodOf } from '../../../src/platform/time/periods.ts';

const calendarIn = (timeZone: string, dayStartsAt = '04:00', weekStartsOn: DayOfWeek = 'MONDAY') =>
  createCalendar(new Date('2026-11-23T09:00:00Z'), { timeZone, dayStartsAt, weekStartsOn });
const at = (text: string) => new Date(text);

/** A year with changes of the clocks everywhere, to the minute. */
const moment = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z') / 60_000, max: Date.parse('2027-01-01T00:00:00Z') / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const calendar = fc
  .tuple(
    fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Kiritimati'),
    fc.constantFrom('00:00', '02:30', '04:00', '11:59'),
    fc.constantFrom<DayOfWeek>('MONDAY', 'SUNDAY', 'SATURDAY'),
  )
  .map((settings) => calendarIn(...settings));

test('every moment is in its period, and periods of a kind never overlap', () => {
  fc.assert(
    fc.property(
      calendar,
      fc.constantFrom<Bucket>(...buckets),
      fc.array(moment, { minLength: 1, maxLength: 15 }),
      (whose, bucket, moments) => {
        const bounds = ({ startsAt, endsAt }: Period) => [startsAt.getTime(), endsAt.getTime()] as const;
        const periods = moments.map((one) => {
          const period = periodOf(one, bucket, whose);
          expect(period.startsAt.getTime()).toBeLessThanOrEqual(one.getTime());
          expect(period.endsAt.getTime()).toBeGreaterThan(one.getTime());
          // The first and the last moment of a period have that same period. An hour can have the start of a day in it.
          const ends = [period.startsAt, new Date(period.endsAt.getTime() - 1)];
          for (const end of ends) expect(bounds(periodOf(end, bucket, whose))).toEqual(bounds(period));
          for (const end of bucket === 'HOUR' ? [] : ends) expect(periodOf(end, bucket, whose)).toEqual(period);
          return bounds(period);
        });
        periods.sort(([a], [b]) => a - b);
        for (const [index, [start]] of periods.entries()) {
          const [previousStart, previousEnd] = periods[index - 1] ?? [];
          expect(previousStart === undefined || previousStart === start || (previousEnd ?? 0) <= start).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('the hour that clocks go through twice is two hours, and the one they skip is none', () => {
  const berlin = calendarIn('Europe/Berlin');
  const hoursOf = (...moments: string[]) =>
    moments.map((one) => {
      const { startsAt, endsAt } = periodOf(at(one), 'HOUR', berlin);
      return [startsAt.toISOString(), endsAt.toISOString()];
    });
  expect(hoursOf('2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z')).toEqual([
    ['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25T02:00:00.000Z', '2026-10-25T03:00:00.000Z'],
  ]);
  expect(hoursOf('2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')).toEqual([
    ['2026-03-29T00:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29T02:00:00.000Z'],
  ]);
});

test('hours are those of the wall clock where it is half an hour apart from UTC', () => {
  const kolkata = calendarIn('Asia/Kolkata');
  const starts = ['2026-11-23T05:29:00Z', '2026-11-23T05:30:00Z'].map((one) =>
    periodOf(at(one), 'HOUR', kolkata).startsAt.toISOString(),
  );
  expect(starts).toEqual(['2026-11-23T04:30:00.000Z', '2026-11-23T05:30:00.000Z']);
});

test('days and weeks with a change of the clocks are an hour shorter or longer', () => {
  const hours = (moment: string, bucket: Bucket, whose = calendarIn('Europe/Berlin', '00:00')) => {
    const { startsAt, endsAt } = periodOf(at(moment), bucket, whose);
    return (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  };
  expect(hours('2026-03-29T12:00:00Z', 'DAY')).toBe(23);
  expect(hours('2026-10-25T12:00:00Z', 'DAY')).toBe(25);
  expect(hours('2026-03-25T12:00:00Z', 'WEEK')).toBe(7 * 24 - 1);
  expect(hours('2026-10-25T12:00:00Z', 'WEEK')).toBe(7 * 24 + 1);
  expect(hours('2026-03-29T12:00:00Z', 'DAY', calendarIn('Asia/Kolkata'))).toBe(24);
  // For days that start at four, the change is in the night of the day before.
  expect(hours('2026-10-24T12:00:00Z', 'DAY', calendarIn('Europe/Berlin'))).toBe(25);
});

test('a week starts with the first day of the week of the person', () => {
  const startOf = (weekStartsOn: DayOfWeek) => {
    const berlin = calendarIn('Europe/Berlin', '00:00', weekStartsOn);
    return periodOf(at('2026-11-22T12:00:00Z'), 'WEEK', berlin).startsAt.toISOString();
  };
  expect(startOf('MONDAY')).toBe('2026-11-15T23:00:00.000Z');
  expect(startOf('SUNDAY')).toBe('2026-11-21T23:00:00.000Z');
});

test('months, quarters and years are those of the Gregorian calendar', () => {
  const whose = calendarIn('UTC');
  const date = fc
    .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 365 }))
    .map(([year, day]) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: day }));
  const lengths = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
  fc.assert(
    fc.property(date, fc.constantFrom('MONTH', 'QUARTER', 'YEAR'), (day, bucket) => {
      const months = lengths[bucket];
      const first = day.with({ day: 1, month: day.month - ((day.month - 1) % months) });
      const last = first.add({ months }).subtract({ days: 1 });
      const { startsOn, endsOn } = periodOf(day.toString(), bucket, whose);
      expect([startsOn, endsOn]).toEqual([first.toString(), last.toString()]);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cadencesOf,
  gapsBetween,
  loadByDay,
  merged,
  type Span,
  totalsOf,
  unpreparedRate,
  within,
  workingSpan,
} from '../../../../src/domains/meetings/meeting-load/meeting-load.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';
import '../../../support/properties.ts';

const calendarIn = (timeZone: string, dayStartsAt = '04:00') =>
  createCalendar(new Date('2026-11-23T09:00:00Z'), { timeZone, dayStartsAt, weekStartsOn: 'MONDAY' });
const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([start, length]): Span => ({ start, end: start + length }));
const covers = (spans: readonly Span[], minute: number) =>
  spans.some(({ start, end }) => start <= minute && minute < end);
const minutes = Array.from({ length: 130 }, (_, minute) => minute);

test('merged spans cover the same time, in order and apart', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const found = merged(spans);
      for (const minute of minutes) expect(covers(found, minute)).toBe(covers(spans, minute));
      for (const [i, { start, end }] of found.entries()) {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThan(found[i - 1]?.end ?? -1);
      }
    }),
  );
});

test('meetings and gaps together are the working hours, and never overlap', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), span, (spans, working) => {
      const taken = merged(spans);
      const gaps = gapsBetween(taken, working);
      for (const minute of minutes) {
        const isWithin = covers([working], minute);
        expect(covers(gaps, minute)).toBe(isWithin && !covers(taken, minute));
        expect(covers(within(taken, working), minute)).toBe(isWithin && covers(taken, minute));
      }
    }),
  );
});

const meeting = (startsAt: string, endsAt: string, id = startsAt) => ({
  ...{ id, startsAt: new Date(startsAt), endsAt: new Date(endsAt), seriesId: null },
});
const hours = (startsAt = '09:00', endsAt = '17:00') => [{ weekday: 'MONDAY' as const, startsAt, endsAt }];

test('overlaps count once, and gaps under an hour are fragments', () => {
  const calendar = calendarIn('UTC');
  const days = loadByDay(
    [
      // Before work and into it; then two at once; then one after work.
      meeting('2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z'),
      meeting('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z'),
      meeting('2026-11-23T10:30:00Z', '2026-11-23T12:00:00Z'),
      meeting('2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z'),
      meeting('2026-11-23T19:00:00Z', '2026-11-23T20:00:00Z'),
    ],
    ['2026-11-23', '2026-11-24'],
    hours(),
    calendar,
  );
  // Free: 9:30 to 10, 12 to 13, 14 to 17: 30, 60 and 180 minutes.
  expect(totalsOf(days)).toEqual({
    ...{
      meetingMinutes: 60 + 120 + 60 + 60,
      workingMeetingMinutes: 30 + 120 + 60,
      workingMinutes: 480,
      freeMinutes: 270,
    },
    longestGap: { start: Date.parse('2026-11-23T14:00:00Z'), end: Date.parse('2026-11-23T17:00:00Z') },
    fragmentation: 30 / 270,
  });
  expect(days[1]).toMatchObject({ workingMinutes: 0, gaps: [], meetingIds: [] });
  expect(totalsOf(days.slice(1))).toMatchObject({ longestGap: null, fragmentation: null });
});

test('a meeting across the start of a day counts on both days, and one without length takes no time', () => {
  const days = loadByDay(
    [
      meeting('2026-11-24T02:30:00Z', '2026-11-24T05:00:00Z', 'night'),
      meeting('2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z', 'now'),
    ],
    ['2026-11-23', '2026-11-24'],
    hours(),
    calendarIn('UTC'),
  );
  expect(days.map(({ meetingMinutes, meetingIds }) => [meetingMinutes, meetingIds])).toEqual([
    [90, ['night', 'now']],
    [60, ['night']],
  ]);
  expect(days[0]?.gaps).toHaveLength(1);
});

test('working hours are by the clock, also where clocks change', () => {
  const sunday = [{ weekday: 'SUNDAY' as const, startsAt: '01:00', endsAt: '05:00' }];
  const lengths = ['2026-03-29', '2026-10-25', '2026-11-22'].map((date) => {
    const working = workingSpan(date, sunday, 'Europe/Berlin');
    return working && (working.end - working.start) / 3_600_000;
  });
  expect(lengths).toEqual([3, 5, 4]);
  expect(workingSpan('2026-11-23', sunday, 'Europe/Berlin')).toBeNull();
});

test('the share of unprepared meetings is of those with something to prepare', () => {
  const item = (meetingId: number, isDone: boolean) => ({
    meetingId: `${meetingId}`,
    doneAt: isDone ? new Date(0) : null,
  });
  const items = [item(1, true), item(1, false), item(2, true), item(3, true), item(4, false)];
  expect(unpreparedRate(items)).toMatchObject({ value: null, n: 4, state: 'NOT_ENOUGH_DATA' });
  expect(unpreparedRate([...items, item(5, true)])).toMatchObject({ value: 0.4, n: 5, state: 'OK' });
});

test('a cadence is the median of the days between, and overdue once more days have passed', () => {
  const calendar = calendarIn('UTC');
  const met = (personId: string, ...days: string[]) =>
    days.map((day) => ({ meetingId: `${personId} ${day}`, personId, day: `2026-${day}` }));
  const all = [
    ...met('weekly', '10-26', '11-02', '11-09', '11-16'),
    ...met('late', '10-01', '10-08', '10-15', '10-29'),
    ...met('seldom', '11-01', '11-20'),
  ];
  expect(cadencesOf(all, calendar)).toMatchObject([
    {
      personId: 'late',
      count: 4,
      daysSince: 25,
      cadence: { value: 7, n: 3 },
      isOverdue: true,
      lastMeetingId: 'late 10-29',
    },
    { personId: 'weekly', daysSince: 7, cadence: { value: 7 }, isOverdue: false },
    { personId: 'seldom', daysSince: 3, cadence: { value: null, n: 1, state: 'NOT_ENOUGH_DATA' }, isOverdue: false },
  ]);
});

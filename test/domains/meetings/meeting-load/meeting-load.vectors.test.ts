import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadByDay, totalsOf } from '../../../../src/domains/meetings/meeting-load/meeting-load.rules.ts';
import { createCalendar, daysOfWeek } from '../../../../src/platform/time/calendar.ts';

/*
 * The load of some days against another implementation of its rules, which counts single minutes: overlaps once, gaps of working
 * time between meetings or the edge of the day, the share of them under an hour, and the longest.
 */

const start = Date.parse('2026-11-23T00:00:00Z');
const minute = 60_000;
const days = 3;
const calendar = createCalendar(new Date(start), {
  ...{ timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' as const },
});

interface Given {
  /** The start and the end of each meeting, in minutes from the first midnight. */
  readonly meetings: readonly (readonly [number, number])[];
  /** The hours of work on each day, in minutes from its midnight. Null without. */
  readonly working: readonly (readonly [number, number] | null)[];
}

function counted({ meetings, working }: Given) {
  const isTaken = Array.from({ length: days * 1_440 }, (_, at) => meetings.some(([from, to]) => at >= from && at < to));
  const isWork = isTaken.map((_, at) => {
    const hours = working[Math.floor(at / 1_440)];
    return hours ? at % 1_440 >= hours[0] && at % 1_440 < hours[1] : false;
  });
  const gaps: number[] = [];
  let length = 0;
  for (let at = 0; at <= isTaken.length; at++) {
    // Days are apart, even where work goes on past midnight.
    if (at % 1_440 !== 0 && isWork[at] && !isTaken[at]) length += 1;
    else {
      if (length > 0) gaps.push(length);
      length = at < isTaken.length && isWork[at] && !isTaken[at] ? 1 : 0;
    }
  }
  const total = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0);
  const free = total(gaps);
  return {
    meetingMinutes: isTaken.filter(Boolean).length,
    workingMeetingMinutes: isTaken.filter((taken, at) => taken && isWork[at]).length,
    workingMinutes: isWork.filter(Boolean).length,
    freeMinutes: free,
    longest: Math.max(0, ...gaps),
    fragmentation: free === 0 ? null : total(gaps.filter((gap) => gap < 60)) / free,
  };
}

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const given = fc.record({
  meetings: fc.array(
    fc
      .tuple(fc.nat(days * 1_440 - 1), fc.nat(180))
      .map(([from, length]) => [from, Math.min(from + length, days * 1_440)] as const),
    { maxLength: 14 },
  ),
  working: fc.array(
    fc.option(
      fc.tuple(fc.nat(720), fc.integer({ min: 1, max: 700 })).map(([from, length]) => [from, from + length] as const),
    ),
    { minLength: days, maxLength: days },
  ),
});

test('the load of some days is that of the rules, counted minute by minute', () => {
  fc.assert(
    fc.property(given, (one) => {
      const meetings = one.meetings.map(([from, to], index) => ({
        ...{ id: String(index), seriesId: null },
        ...{ startsAt: new Date(start + from * minute), endsAt: new Date(start + to * minute) },
      }));
      const hours = one.working.flatMap((span, index) =>
        span ? [{ weekday: daysOfWeek[index] ?? 'MONDAY', startsAt: clock(span[0]), endsAt: clock(span[1]) }] : [],
      );
      const dates = Array.from({ length: days }, (_, index) => calendar.addDays('2026-11-23', index));
      const { longestGap, ...totals } = totalsOf(loadByDay(meetings, dates, hours, calendar));
      const { longest, ...wanted } = counted(one);
      expect(totals).toEqual(wanted);
      expect(longestGap ? (longestGap.end - longestGap.start) / minute : 0).toBe(longest);
    }),
    { numRuns: 60 },
  );
});

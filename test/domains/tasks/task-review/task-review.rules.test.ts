import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countByDay } from '../../../../src/domains/tasks/task-review/task-review.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const now = new Date('2026-11-23T09:00:00Z');
const calendarIn = (timeZone: string, dayStartsAt = '04:00') =>
  createCalendar(now, { timeZone, dayStartsAt, weekStartsOn: 'MONDAY' });

test('moments are counted on the days that they are on, and days with none are included', () => {
  // Clocks go back in Berlin on 25 October 2026: the 24th has 25 hours from four to four.
  const berlin = calendarIn('Europe/Berlin');
  const at = (...moments: string[]) => moments.map((moment) => new Date(moment));
  const moments = at('2026-10-24T01:59:59Z', '2026-10-24T02:00:00Z', '2026-10-25T02:59:59Z', '2026-10-25T03:00:00Z');
  expect(countByDay(moments, '2026-10-23', '2026-10-26', berlin)).toEqual([
    { date: '2026-10-23', count: 1 },
    { date: '2026-10-24', count: 2 },
    { date: '2026-10-25', count: 1 },
    { date: '2026-10-26', count: 0 },
  ]);
  expect(countByDay([], '9999-12-31', '9999-12-31', berlin)).toEqual([{ date: '9999-12-31', count: 0 }]);
});

test('counts by day add up to the moments of the period, whatever the zone', () => {
  const zones = ['Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];
  const from = '2026-03-20';
  const to = '2026-04-10';
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom('00:00', '02:30', '04:00', '11:59'),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 30 }),
      (zone, dayStartsAt, parts) => {
        const calendar = calendarIn(zone, dayStartsAt);
        const start = calendar.startOfDay(from).getTime();
        const end = calendar.startOfDay(calendar.addDays(to, 1)).getTime();
        const moments = parts.map((part) => new Date(start + Math.floor(part * (end - start))));
        const days = countByDay(moments, from, to, calendar);
        expect(days).toHaveLength(22);
        expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(moments.length);
        for (const { date, count } of days) {
          const [first, next] = [calendar.startOfDay(date), calendar.startOfDay(calendar.addDays(date, 1))];
          expect(count).toBe(moments.filter((moment) => moment >= first && moment < next).length);
        }
      },
    ),
    { numRuns: 60 },
  );
});

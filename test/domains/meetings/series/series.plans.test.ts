import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, endingBefore, lastDayOf } from '../../../../src/domains/meetings/series/series.plans.ts';
import type { Scheduled } from '../../../../src/domains/meetings/series/series.rules.ts';
import { createCalendar } from '../../../../src/platform/time/calendar.ts';

const calendar = createCalendar(new Date('2026-11-23T09:00:00Z'), {
  ...{ timeZone: 'Europe/Berlin', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' },
});

const rules = fc.constantFrom(
  ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3;COUNT=9', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU'],
  ...['FREQ=MONTHLY', 'FREQ=MONTHLY;COUNT=4', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=WEEKLY;UNTIL=20261201'],
  ...['RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD', 'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=3'],
);
const startsOn = fc.constantFrom('2026-08-31', '2026-09-30', '2026-10-01', '2026-11-02');

test('a series that is split at any of its days has the days that it had, each in one part', () => {
  fc.assert(
    fc.property(rules, startsOn, fc.nat(), (rule, start, pick) => {
      const series: Scheduled = {
        ...{ rule, startsOn: start, splitOn: null, endsOn: lastDayOf(rule, start), exceptions: ['2026-10-05'] },
        ...{ timeOfDay: '10:00', durationMinutes: 30 },
      };
      const all = daysOf(series, start, '2027-03-01');
      const day = all[pick % all.length] as string;
      const ended: Scheduled = { ...series, ...endingBefore(series, day, calendar) };
      const rest = { ...series, splitOn: day };
      const parts = [ended, rest].map((part) => daysOf(part, start, '2027-03-01'));
      expect(parts).toEqual([all.filter((one) => one < day), all.filter((one) => one >= day)]);
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { clockShifts, dayShifts, dayTeller, type Shift } from '../../../src/platform/time/time-shifts.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Monrovia',
  'Europe/Amsterdam',
];
const calendarOf = (timeZone: string, dayStartsAt: string) =>
  createCalendar(new Date('2026-11-23T09:00:00Z'), { timeZone, dayStartsAt, weekStartsOn: 'MONDAY' });
const shifted = (time: number, shifts: readonly Shift[]) =>
  new Date(time + (shifts.findLast(({ from }) => from <= time)?.seconds ?? Number.NaN) * 1_000).toISOString();
const yearOf = (time: number) => new Date(time).getUTCFullYear();

const starts = fc.constantFrom('00:00', '02:30', '04:00', '23:59');
const anyTime = fc.date({ min: new Date('1880-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });

/** Times, and others to the millisecond around the starts of days and the changes of offsets. */
const times = (calendar: ReturnType<typeof calendarOf>, date: Date) => {
  const day = calendar.dayOf(date);
  const change = clockShifts(calendar, [yearOf(date.getTime())]).map(({ from }) => from);
  const edges = [calendar.startOfDay(day).getTime(), calendar.endOfDay(day).getTime(), ...change];
  return [
    date.getTime(),
    ...edges.flatMap((edge) => [-86_400_000, -3_600_000, -1, 0, 1, 3_600_000, 86_400_000].map((ms) => edge + ms)),
  ];
};

test('a time that is shifted has the date of its day, and the time of its clock', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), starts, anyTime, (zone, dayStartsAt, date) => {
      const calendar = calendarOf(zone, dayStartsAt);
      const all = times(calendar, date);
      const years = [...new Set(all.map(yearOf))].sort((a, b) => a - b);
      const dayOf = dayTeller(calendar, new Date(Math.min(...all)), new Date(Math.max(...all)));
      const [days, clock] = [dayShifts(calendar, years), clockShifts(calendar, years)];
      for (const time of all) {
        const at = new Date(time);
        expect([at, shifted(time, days).slice(0, 10)]).toEqual([at, calendar.dayOf(at)]);
        expect(dayOf(at)).toBe(calendar.dayOf(at));
        const { start, end } = calendar.hourOf(at);
        expect([at, shifted(time, clock).slice(0, 13)]).toEqual([at, shifted(start.getTime(), clock).slice(0, 13)]);
        expect(start <= at && at < end).toBe(true);
      }
    }),
  );
});

test('the first and the last date have the times before and after them', () => {
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    const calendar = calendarOf(zone, '04:00');
    for (const text of [
      '0001-01-01T00:00:00Z',
      '0001-01-02T23:00:00Z',
      '9999-12-30T23:00:00Z',
      '9999-12-31T23:59:59.999Z',
    ]) {
      const at = new Date(text);
      expect([zone, text, shifted(at.getTime(), dayShifts(calendar, [yearOf(at.getTime())])).slice(0, 10)]).toEqual([
        zone,
        text,
        calendar.dayOf(at),
      ]);
    }
  }
});

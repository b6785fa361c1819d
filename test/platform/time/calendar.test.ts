import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, createCalendar, daysOfWeek, isTimeZone } from '../../../src/platform/time/calendar.ts';
import { buckets, periodOf } from '../../../src/platform/time/periods.ts';
import { tries } from '../../support/services.ts';

/** Zones whose clocks do everything that clocks have done, with a moment near which they did. */
const zones: Record<string, string[]> = {
  UTC: ['2026-01-01T00:00:00Z'],
  'Europe/Berlin': ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  'America/New_York': ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  // Half an hour at a time.
  'Australia/Lord_Howe': ['2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z'],
  // At midnight: days that began at 01:00, and an hour before midnight that came twice.
  'America/Sao_Paulo': ['2018-11-04T03:00:00Z', '2018-02-18T02:00:00Z'],
  // A minute past midnight: moments that belong to a date after the next one had begun.
  'America/St_Johns': ['2010-03-14T03:31:00Z', '2010-11-07T02:31:00Z'],
  'Asia/Kolkata': ['2026-06-01T18:30:00Z'],
  'Asia/Kathmandu': ['1985-12-31T18:30:00Z'],
  // 30 December 2011 never came.
  'Pacific/Apia': ['2011-12-30T10:00:00Z', '2012-03-31T14:00:00Z'],
  // Skipped 21 August 1993, and lived 30 September 1969 twice over.
  'Pacific/Kwajalein': ['1993-08-21T12:00:00Z', '1969-09-30T13:00:00Z'],
};

const hour = 3_600_000;
const startOfDays = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const settingsIn = (timeZone: string, dayStartsAt = '04:00', weekStartsOn = 'MONDAY' as const) => ({
  timeZone,
  dayStartsAt,
  weekStartsOn,
});
const momentsIn = (changes: string[]) =>
  fc.oneof(
    fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2036, 0) }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -50 * hour, max: 50 * hour }))
      .map(([change, off]) => Date.parse(change) + off),
    // Right on the hours and minutes where clocks change.
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -100, max: 100 }))
      .map(([change, off]) => Date.parse(change) + (off * hour) / 2),
  );

describe('a moment belongs to the one day that it is within', () => {
  for (const [timeZone, changes] of Object.entries(zones)) {
    test(`startOfDay(d) <= t < startOfDay(d + 1) just when d is the day of t: ${timeZone}`, () => {
      fc.assert(
        fc.property(momentsIn(changes), startOfDays, fc.constantFrom('exact', 'midnight'), (time, start, at) => {
          const dayStartsAt = at === 'midnight' ? '00:00' : start;
          const calendar = createCalendar(new Date(time), settingsIn(timeZone, dayStartsAt));
          const day = calendar.dayOf(new Date(time));
          expect(calendar.today).toBe(day);
          for (const off of [-2, -1, 0, 1, 2]) {
            const other = calendar.addDays(day, off);
            const from = calendar.startOfDay(other).getTime();
            const to = calendar.startOfDay(calendar.addDays(other, 1)).getTime();
            expect([timeZone, dayStartsAt, new Date(time), other, from <= time && time < to]).toEqual([
              timeZone,
              dayStartsAt,
              new Date(time),
              other,
              off === 0,
            ]);
          }
        }),
        { numRuns: tries(300) },
      );
    });
  }
});

test('a day that clocks skipped has no moments, and the next begins where it would have', () => {
  const apia = createCalendar(new Date('2011-12-30T10:00:00Z'), settingsIn('Pacific/Apia', '00:00'));
  expect(apia.today).toBe('2011-12-31');
  expect(apia.startOfDay('2011-12-30')).toEqual(new Date('2011-12-30T10:00:00Z'));
  expect(apia.startOfDay('2011-12-31')).toEqual(new Date('2011-12-30T10:00:00Z'));
  const early = createCalendar(new Date('2011-12-30T12:00:00Z'), settingsIn('Pacific/Apia', '04:00'));
  // It is 2 o'clock on the 31st, which is still the day before; the day before that is the 29th.
  expect(early.today).toBe('2011-12-29');
});

test('until the day starts it is still yesterday, on days with 23 and 25 hours too', () => {
  const berlin = (moment: string) => createCalendar(new Date(moment), settingsIn('Europe/Berlin')).today;
  expect(berlin('2026-11-23T02:59:59.999Z')).toBe('2026-11-22');
  expect(berlin('2026-11-23T03:00:00Z')).toBe('2026-11-23');
  expect(berlin('2026-03-29T01:59:59Z')).toBe('2026-03-28');
  expect(berlin('2026-03-29T02:00:00Z')).toBe('2026-03-29');
  expect(berlin('2026-10-25T02:59:59Z')).toBe('2026-10-24');
  const calendar = createCalendar(new Date(), settingsIn('Europe/Berlin', '00:00'));
  const hours = (date: string) =>
    (calendar.startOfDay(calendar.addDays(date, 1)).getTime() - calendar.startOfDay(date).getTime()) / hour;
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-23')]).toEqual([23, 25, 24]);
});

test('an hour of the clock contains its moment and ends at the next one, also across clock changes', () => {
  for (const [timeZone, changes] of Object.entries(zones)) {
    const calendar = createCalendar(new Date(), settingsIn(timeZone));
    fc.assert(
      fc.property(momentsIn(changes), (time) => {
        const { start, end } = calendar.hourOf(new Date(time));
        expect(start.getTime() <= time && time < end.getTime()).toBe(true);
        expect(end.getTime() - start.getTime()).toBeLessThanOrEqual(hour);
        // All of it is the same hour, and the next begins right where it ends.
        expect(calendar.hourOf(start)).toEqual({ start, end });
        expect(calendar.hourOf(new Date(end.getTime() - 1))).toEqual({ start, end });
        expect(calendar.hourOf(end).start).toEqual(end);
      }),
      { numRuns: 100 },
    );
  }
  // Where clocks go back by half an hour, the half that comes twice is a stretch of its own.
  const lordHowe = createCalendar(new Date(), settingsIn('Australia/Lord_Howe'));
  const stretches = ['14:50', '15:10', '15:40'].map((at) => lordHowe.hourOf(new Date(`2026-04-04T${at}:00Z`)));
  const minutes = stretches.map(({ start, end }) => (end.getTime() - start.getTime()) / 60_000);
  expect(minutes).toEqual([60, 30, 60]);
  expect(stretches.map(({ start }) => start.toISOString().slice(11, 16))).toEqual(['14:00', '15:00', '15:30']);
});

test('a week starts on the owner’s first day and has seven days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...daysOfWeek), (off, weekStartsOn) => {
      const calendar = createCalendar(new Date(), { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn });
      const date = calendar.addDays('1990-01-01', off);
      const start = calendar.startOfWeek(date);
      expect(start <= date && date < calendar.addDays(start, 7)).toBe(true);
      expect(new Date(start).getUTCDay()).toBe((daysOfWeek.indexOf(weekStartsOn) + 1) % 7);
      expect(calendar.startOfWeek(start)).toBe(start);
    }),
  );
});

const calendar = createCalendar(new Date('2026-11-23T02:30:00Z'), settingsIn('Europe/Berlin'));

test('dates can be absolute, or relative to today', () => {
  const dates = {
    TODAY: '2026-11-22',
    '2026-02-28': '2026-02-28',
    '2028-02-29': '2028-02-29',
    '-P7D': '2026-11-15',
    P1W: '2026-11-29',
    '+P1D': '2026-11-23',
    P1M: '2026-12-22',
    P1Y2M3D: '2028-01-25',
    '0001-01-01': '0001-01-01',
    '9999-12-31': '9999-12-31',
  };
  const resolved = Object.keys(dates).map((text) => [text, calendar.resolveDate(text)]);
  expect(Object.fromEntries(resolved)).toEqual(dates);
  // A month on from the 31st is the last day of a shorter one.
  const january = createCalendar(new Date('2026-01-31T12:00:00Z'), settingsIn('UTC'));
  expect(january.resolveDate('P1M')).toBe('2026-02-28');
});

test('a text that is no date is not resolved', () => {
  const none = [
    ...['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2100-02-29', '0000-01-01'],
    ...['2026-2-1', '20260201', '2026-02-01T00:00', ' 2026-02-01', '2026-02-01\n', '-002026-01-01', '+012026-01-01'],
    ...['', 'today', 'TOMORROW', 'NOW', 'P', 'PT', '-P', 'P1', '7D', 'P1.5D', 'P1D2', 'P-1D', 'p1d', '--P1D'],
    ...['P9999Y', '-P9999Y', 'P999999999999999999Y', '2026-02-01[u-ca=hebrew]', '２０２６-02-01'],
  ];
  expect(none.filter((text) => calendar.resolveDate(text) !== null)).toEqual([]);
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const date = calendar.resolveDate(text);
      expect(date === null || /^\d{4}-\d{2}-\d{2}$/.test(date)).toBe(true);
    }),
  );
});

test('moments can be absolute with an offset, or relative to now', () => {
  const moments = {
    NOW: '2026-11-23T02:30:00.000Z',
    TODAY: '2026-11-22T03:00:00.000Z',
    '2026-11-23T09:00:00+01:00': '2026-11-23T08:00:00.000Z',
    '2026-11-23T09:00Z': '2026-11-23T09:00:00.000Z',
    '2026-11-23T09:00:00.123456789Z': '2026-11-23T09:00:00.123Z',
    '-PT90M': '2026-11-23T01:00:00.000Z',
    // A day on by the clock, which is what a person means by one.
    P1D: '2026-11-24T02:30:00.000Z',
  };
  const resolved = Object.keys(moments).map((text) => [text, calendar.resolveInstant(text)?.toISOString()]);
  expect(Object.fromEntries(resolved)).toEqual(moments);
  const none = [
    ...['2026-11-23T09:00:00', '2026-11-23', '2026-02-30T09:00:00Z', '2026-11-23T25:00:00Z', '2026-11-23T09:60:00Z'],
    ...['', 'now', 'P', '0000-06-01T00:00:00Z', '2026-11-23T09:00:00+25:00', 'P9999Y', '2026-11-23 09:00:00Z'],
    // Just past the last year and just before the first, in UTC.
    ...['9999-12-31T23:30:00-01:00', '0001-01-01T00:30:00+01:00'],
  ];
  expect(none.filter((text) => calendar.resolveInstant(text) !== null)).toEqual([]);
});

test('a day from now is the same hour tomorrow, also across clock changes', () => {
  const eve = createCalendar(new Date('2026-03-28T11:00:00Z'), settingsIn('Europe/Berlin'));
  expect(eve.resolveInstant('P1D')?.toISOString()).toBe('2026-03-29T10:00:00.000Z');
  expect(eve.resolveInstant('PT24H')?.toISOString()).toBe('2026-03-29T11:00:00.000Z');
});

test('a time zone is a name that the machine knows, and no mere offset', () => {
  const known = ['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'];
  expect(known.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(['', '+01:00', '-05:00', 'Europe/Nowhere', 'Berlin', '../etc/passwd', 'UTC\n'].filter(isTimeZone)).toEqual([]);
});

test('within the first and the last days of the calendar, whatever is worked out stays in it and in order', () => {
  const [first, last] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];
  const nearAnEnd = fc.oneof(
    fc.constantFrom(first, last),
    fc.nat(40 * 24 * hour).map((off) => first + off),
    fc.nat(40 * 24 * hour).map((off) => last - off),
  );
  const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && text >= '0001-01-01';
  const isTime = (at: Date) => at.getTime() >= first && at.getTime() <= last;
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
  const days = fc.integer({ min: -800, max: 800 });
  fc.assert(
    fc.property(
      nearAnEnd,
      zone,
      startOfDays,
      fc.constantFrom(...daysOfWeek),
      days,
      (time, timeZone, dayStartsAt, weekStartsOn, off) => {
        const calendar = createCalendar(new Date(time), { timeZone, dayStartsAt, weekStartsOn });
        const day = calendar.today;
        const other = calendar.addDays(day, off);
        const { start, end } = calendar.hourOf(new Date(time));
        const dates = [day, other, calendar.startOfWeek(day), ...calendar.datesBetween(day, other)];
        const times = [day, other].flatMap((date) => [calendar.startOfDay(date), calendar.endOfDay(date)]);
        expect(dates.filter((date) => !isDate(date))).toEqual([]);
        expect([...times, start, end, calendar.moveTo(new Date(time), other)].filter((at) => !isTime(at))).toEqual([]);
        expect(calendar.startOfDay(day).getTime()).toBeLessThanOrEqual(time);
        // The very last millisecond is the end of the last day, and all there is after it.
        expect(calendar.endOfDay(day).getTime()).toBeGreaterThanOrEqual(Math.min(time + 1, last));
        expect(off < 0 ? other <= day : other >= day).toBe(true);
        expect(calendar.datesBetween(day, other)).toHaveLength(
          other < day ? 0 : (Date.parse(other) - Date.parse(day)) / (24 * hour) + 1,
        );
        for (const bucket of buckets) {
          const { startsOn, endsOn, startsAt, endsAt } = periodOf(new Date(time), bucket, calendar);
          expect([startsOn, endsOn].every(isDate) && startsOn <= day && day <= endsOn).toBe(true);
          expect([startsAt, endsAt].every(isTime) && startsAt <= endsAt).toBe(true);
        }
      },
    ),
    { numRuns: tries(300) },
  );
});

test('a calendar tells for which times what it said of the clock is the same', () => {
  const now = new Date('2026-11-24T02:30:00Z');
  const heard = (use: (calendar: Calendar) => unknown, settings = settingsIn('Europe/Berlin', '04:00')) => {
    const periods: [string, string][] = [];
    const iso = (time: number) => (Number.isFinite(time) ? new Date(time).toISOString().slice(0, -1) : String(time));
    use(createCalendar(now, settings).heard((from, until) => periods.push([iso(from), iso(until)])));
    return periods;
  };
  const moment = [['2026-11-24T02:30:00.000', '2026-11-24T02:30:00.001']];
  // It is half past three, and the day before ends at four.
  const today = [['2026-11-23T03:00:00.000', '2026-11-24T03:00:00.000']];
  expect(heard((calendar) => calendar.now)).toEqual(moment);
  expect(heard((calendar) => calendar.today)).toEqual(today);
  for (const text of ['TODAY', '-P7D'])
    expect(
      heard((calendar) => calendar.resolveDate(text)),
      text,
    ).toEqual(today);
  expect(heard((calendar) => calendar.resolveInstant('TODAY'))).toEqual(today);
  for (const text of ['NOW', '-PT1H'])
    expect(
      heard((calendar) => calendar.resolveInstant(text)),
      text,
    ).toEqual(moment);
  const at = new Date('2026-11-24T02:30:00Z');
  const later = new Date('2026-11-25T00:00:00Z');
  expect(heard((calendar) => expect(calendar.hasCome(at)).toBe(true))).toEqual([
    ['2026-11-24T02:30:00.000', 'Infinity'],
  ]);
  expect(heard((calendar) => expect(calendar.hasCome(later)).toBe(false))).toEqual([
    ['-Infinity', '2026-11-25T00:00:00.000'],
  ]);
  // By other settings it is the same clock.
  expect(heard((calendar) => calendar.by(settingsIn('UTC', '00:00')).today)).toEqual([
    ['2026-11-24T00:00:00.000', '2026-11-25T00:00:00.000'],
  ]);
  // What does not depend on the clock is not told.
  expect(
    heard((calendar) => [
      calendar.resolveDate('2026-11-23'),
      calendar.resolveInstant('2026-11-23T09:00:00Z'),
      calendar.dayOf(later),
      calendar.startOfDay('2026-11-23'),
      calendar.hourOf(later),
      calendar.moveTo(later, '2026-11-23'),
      calendar.startOfWeek('2026-11-23'),
    ]),
  ).toEqual([]);
});

test('every text of the form of a date is resolved if it is a day, and otherwise not', () => {
  const digits = (length: number) =>
    fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));
  const calendar = createCalendar(new Date(), settingsIn('UTC'));
  fc.assert(
    fc.property(digits(4), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const text = [year, ...[month, day].map((number) => String(number).padStart(2, '0'))].join('-');
      const time = new Date(`${text}T00:00:00Z`);
      const isDay = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) && year !== '0000';
      expect([text, calendar.resolveDate(text)]).toEqual([text, isDay ? text : null]);
    }),
    { numRuns: 2_000 },
  );
});

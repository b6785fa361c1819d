import fc from 'fast-check';
import * as rrule from 'rrule';
import { expect, test } from 'vitest';
import { leaveToCI } from '../../support/services.ts';
import { calendar, event, readCalendar, startsOf } from './calendars.ts';

/*
 * Random rules, expanded here and by rrule, another implementation. A failure names its seed and rule. Left out is where rrule differs
 * from RFC 5545:
 * - numbered days of the week beside others in one BYDAY (it wants both at once);
 * - BYSETPOS with FREQ=WEEKLY (it counts from the start of the series in its week, not from the start of the week);
 * - BYSETPOS=-2 and below where fewer occurrences fit (it takes the first);
 * - BYWEEKNO (it forgets the 1st of January, and mixes up the years of the first and the last week);
 * - BYHOUR and BYSETPOS that are not sorted (it keeps the order of the list);
 * - a start that does not fit its rule, which it leaves out: here it is added, and counts;
 * - frequencies above daily, with which it searches for ever if nothing fits.
 */

const weekdays = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const fromEnds = (max: number) => fc.integer({ min: -max, max }).filter((number) => number !== 0);
const list = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { minLength: 1, maxLength: 3 });
const sometimes = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined, freq: 2 });
const numberedDays = (max: number) => list(fc.tuple(fromEnds(max), weekdays).map((parts) => parts.join('')));

/** The parts that each frequency may have besides those of all. */
const days = {
  YEARLY: fc.oneof(
    { arbitrary: fc.record({ BYYEARDAY: list(fromEnds(366)), BYDAY: sometimes(list(weekdays)) }), weight: 1 },
    {
      arbitrary: fc.record({
        INTERVAL: sometimes(fc.integer({ min: 1, max: 4 })),
        BYMONTHDAY: sometimes(list(fromEnds(31))),
        BYDAY: sometimes(fc.oneof(list(weekdays), numberedDays(53))),
      }),
      weight: 3,
    },
  ),
  MONTHLY: fc.record({
    INTERVAL: sometimes(fc.integer({ min: 1, max: 14 })),
    BYMONTHDAY: sometimes(list(fromEnds(31))),
    BYDAY: sometimes(fc.oneof(list(weekdays), numberedDays(5))),
  }),
  WEEKLY: fc.record({ INTERVAL: sometimes(fc.integer({ min: 1, max: 9 })), BYDAY: sometimes(list(weekdays)) }),
  DAILY: fc.record({
    INTERVAL: sometimes(fc.constantFrom(1, 2, 3, 5, 10, 11, 40)),
    BYMONTHDAY: sometimes(list(fromEnds(28))),
    BYDAY: sometimes(list(weekdays)),
  }),
};

const shared = fc.record({
  BYMONTH: sometimes(list(fc.integer({ min: 1, max: 12 }))),
  BYHOUR: sometimes(list(fc.integer({ min: 0, max: 23 })).map((hours) => hours.toSorted((a, b) => a - b))),
  BYSETPOS: sometimes(fc.constantFrom([-1], [1], [2], [3])),
  WKST: sometimes(weekdays),
});
type Frequency = keyof typeof days;
type Parts = Record<string, unknown>;
const rules = fc
  .constantFrom<Frequency>('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY')
  .chain((frequency) => fc.tuple(fc.constant(frequency), days[frequency] as fc.Arbitrary<Parts>, shared))
  .map(([FREQ, own, { BYSETPOS, ...rest }]): Parts => {
    const parts: Parts = { FREQ, ...rest, ...own };
    const hasList = Object.entries(parts).some(([name, value]) => name.startsWith('BY') && value !== undefined);
    return { ...parts, BYSETPOS: hasList && FREQ !== 'WEEKLY' ? BYSETPOS : undefined };
  });

const cases = fc.record({
  rule: rules,
  start: fc.date({ min: new Date('2018-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
  isAllDay: fc.boolean(),
  count: sometimes(fc.integer({ min: 1, max: 30 })),
  /** Where the window begins, in days after the start. */
  offset: fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 800 })),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

const basic = (date: Date) => date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
const textOf = (parts: Parts) =>
  Object.entries(parts)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${(value as unknown[] | string | number).toString()}`],
    )
    .join(';');

/** The occurrences in the window, as rrule and the rest of RFC 5545 have them. */
function expected({ rule, count }: Case, start: Date, from: Date, to: Date): string[] {
  const series = rrule.rrulestr(`DTSTART:${basic(start)}Z\nRRULE:${textOf(rule)};UNTIL=${basic(to)}Z`);
  const all = [...new Set([start.getTime(), ...series.all().map((date) => date.getTime())])];
  return all
    .slice(0, count)
    .filter((time) => time >= from.getTime() && time < to.getTime())
    .map((time) => new Date(time).toISOString());
}

function agrees(one: Case): void {
  const { rule, isAllDay, count, offset } = one;
  const parts = isAllDay ? { ...rule, BYHOUR: undefined } : rule;
  const start = new Date(one.start.setUTCHours(isAllDay ? 0 : one.start.getUTCHours(), isAllDay ? 0 : 30, 0, 0));
  const from = new Date(start.getTime() + offset * 86_400_000);
  const to = new Date(from.getTime() + (parts.FREQ === 'YEARLY' ? 2_500 : 700) * 86_400_000);
  const text = `RRULE:${textOf({ ...parts, COUNT: count })}`;
  const dtstart = isAllDay ? `DTSTART;VALUE=DATE:${basic(start).slice(0, 8)}` : `DTSTART:${basic(start)}Z`;
  const found = startsOf(readCalendar(calendar(event(dtstart, text)), { from, to, timeZone: 'UTC' }));
  // A rule that nothing fits is searched to the year 9999 by rrule.
  if (found.every((time) => time?.slice(0, 10) === start.toISOString().slice(0, 10))) return;
  const starts = found.map((time) => (isAllDay ? `${time}T00:00:00.000Z` : time));
  expect(starts, `${dtstart} ${text}`).toEqual(expected({ ...one, rule: parts }, start, from, to));
}

test('random rules have the occurrences that another implementation gives them', () => {
  fc.assert(fc.property(cases, agrees), { numRuns: 150 });
});

test('thousands of random rules do', { timeout: 300_000 }, (context) => {
  leaveToCI(context);
  fc.assert(fc.property(cases, agrees), { numRuns: 8_000 });
});

test.each([
  // The start is the first occurrence, also where it does not fit the rule.
  ['20221107T150000Z', 'FREQ=YEARLY;BYDAY=1MO;COUNT=3', ['2022-11-07', '2023-01-02', '2024-01-01']],
  // No year before 2028 has a 53rd Saturday but 2022.
  ['20211226T080000Z', 'FREQ=YEARLY;BYDAY=53SA;COUNT=2', ['2021-12-26', '2022-12-31']],
  // The 129th day of a year, if it is a Monday.
  ['20170509T080000Z', 'FREQ=YEARLY;BYYEARDAY=129;BYDAY=MO;COUNT=2', ['2017-05-09', '2022-05-09']],
  ['20200110T080000Z', 'FREQ=YEARLY;BYMONTHDAY=9,10,11;BYDAY=2FR;COUNT=2', ['2020-01-10', '2025-01-10']],
  ['20240101T080000Z', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3', ['2024-01-01', '2024-12-30', '2025-12-29']],
  [
    '20180102T080000Z',
    'FREQ=YEARLY;WKST=WE;BYWEEKNO=52;BYDAY=MO,WE;COUNT=3',
    ['2018-01-02', '2018-12-26', '2018-12-31'],
  ],
  // The day of the week is that of the start.
  ['20180516T080000Z', 'FREQ=YEARLY;BYWEEKNO=20;COUNT=4', ['2018-05-16', '2019-05-15', '2020-05-13', '2021-05-19']],
  ['20180105T080000Z', 'FREQ=YEARLY;BYDAY=FR,2TU;COUNT=3', ['2018-01-05', '2018-01-09', '2018-01-12']],
  ['20200103T080000Z', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR,SU;COUNT=3', ['2020-01-03', '2021-01-01', '2021-01-03']],
])('a rule from %s, %s', (start, rule, days) => {
  const window = { from: new Date('2017-01-01'), to: new Date('2027-01-01'), timeZone: 'UTC' };
  const found = startsOf(readCalendar(calendar(event(`DTSTART:${start}`, `RRULE:${rule}`)), window));
  expect(found.map((time) => time?.slice(0, 10))).toEqual(days);
});

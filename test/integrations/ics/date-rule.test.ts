import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { budgetWithin } from '../../../src/integrations/ics/budget.ts';
import { ruleAfter } from '../../../src/integrations/ics/completion-dates.ts';
import { datesFrom, firstDate, lastDate, parseDateRule } from '../../../src/integrations/ics/date-rule.ts';
import { expandRule } from '../../../src/integrations/ics/expand-rule.ts';
import { dayAt } from '../../../src/integrations/ics/moments.ts';
import { type RecurrenceRule, ruleText } from '../../../src/integrations/ics/recurrence-rule.ts';
import { describeDateRule } from '../../../src/integrations/ics/rule-text.ts';

const parse = (text: string) => parseDateRule(text, (local) => local.toPlainDate().toString());
const dayAfter = (date: string) => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** The first dates of a rule. */
function datesOf(rule: RecurrenceRule, start: string, count: number): string[] {
  const dates: string[] = [];
  for (let from = start; dates.length < count; ) {
    const date = firstDate(rule, start, from);
    if (date === null) break;
    dates.push(date);
    from = dayAfter(date);
  }
  return dates;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The dates of a rule until a day, by trying each day: a second reading of the table in RFC 5545, section 3.3.10. */
function expand(rule: RecurrenceRule, start: string, until: string): string[] {
  const first = Temporal.PlainDate.from(start);
  const weekStart = weekdays.indexOf(rule.wkst ?? 'MO');
  const startOfWeek = (day: Temporal.PlainDate) => day.subtract({ days: (day.dayOfWeek - 1 - weekStart + 7) % 7 });
  const periodOf = (day: Temporal.PlainDate): number => {
    const days = (from: Temporal.PlainDate, to: Temporal.PlainDate) => from.until(to, { largestUnit: 'days' }).days;
    if (rule.freq === 'DAILY') return days(first, day);
    if (rule.freq === 'WEEKLY') return Math.round(days(startOfWeek(first), startOfWeek(day)) / 7);
    if (rule.freq === 'MONTHLY') return (day.year - first.year) * 12 + day.month - first.month;
    return day.year - first.year;
  };
  const fits = (day: Temporal.PlainDate): boolean => {
    const { byDay, byMonth, byMonthDay, freq } = rule;
    if (periodOf(day) % rule.interval !== 0) return false;
    if (byMonth && !byMonth.includes(day.month)) return false;
    if (byMonthDay && !byMonthDay.some((one) => day.day === (one < 0 ? day.daysInMonth + 1 + one : one))) return false;
    const isNamed = (text: string) => {
      if (!text.endsWith(weekdays[day.dayOfWeek - 1] as string)) return false;
      if (text.length === 2) return true;
      const inMonth = freq === 'MONTHLY' || byMonth !== undefined;
      const [place, size] = inMonth ? [day.day, day.daysInMonth] : [day.dayOfYear, day.daysInYear];
      const number = Number(text.slice(0, -2));
      return number > 0 ? Math.ceil(place / 7) === number : Math.ceil((size - place + 1) / 7) === -number;
    };
    if (byDay && !byDay.some(isNamed)) return false;
    if (freq === 'WEEKLY' && !byDay) return day.dayOfWeek === first.dayOfWeek;
    if ((freq === 'MONTHLY' || freq === 'YEARLY') && !byDay && !byMonthDay) {
      return day.day === first.day && (freq === 'MONTHLY' || byMonth !== undefined || day.month === first.month);
    }
    return true;
  };
  const fitting: Temporal.PlainDate[] = [];
  // Positions count from the start of the period.
  const begin = rule.freq === 'YEARLY' ? first.with({ month: 1, day: 1 }) : startOfWeek(first.with({ day: 1 }));
  for (let day = begin; day.toString() <= until; day = day.add({ days: 1 })) if (fits(day)) fitting.push(day);
  const periods = Map.groupBy(fitting, periodOf);
  const chosen = [...periods.values()].flatMap((days) =>
    rule.bySetPos ? days.filter((day) => rule.bySetPos?.some((at) => days.at(at > 0 ? at - 1 : at) === day)) : days,
  );
  return chosen.map(String).filter((date) => date >= start);
}

const someOf = <T>(values: readonly T[], max: number) => fc.subarray([...values], { minLength: 1, maxLength: max });
const rules: fc.Arbitrary<RecurrenceRule> = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY' as const),
    interval: fc.integer({ min: 1, max: 4 }),
    wkst: fc.constantFrom(...weekdays),
    days: fc.option(someOf(weekdays, 3)),
    places: fc.option(someOf(['1MO', '-1FR', '2TU', '4SU', '-2WE'], 2)),
    byMonth: fc.option(someOf([1, 2, 3, 6, 11, 12], 3)),
    byMonthDay: fc.option(someOf([1, 13, 28, 29, 30, 31, -1, -3], 2)),
    bySetPos: fc.option(someOf([1, 2, -1], 1)),
  })
  .map(({ freq, interval, wkst, days, places, byMonth, byMonthDay, bySetPos }) => {
    const isLong = freq === 'MONTHLY' || freq === 'YEARLY';
    const byDay = (isLong && !byMonthDay && places) || days;
    return {
      ...{ freq, interval, wkst },
      ...(byDay && { byDay }),
      ...(byMonth && { byMonth }),
      ...(byMonthDay && freq !== 'WEEKLY' && { byMonthDay }),
      ...(bySetPos && isLong && (byDay || byMonthDay) && { bySetPos }),
    } as RecurrenceRule;
  });
const starts = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => Temporal.PlainDate.from('2023-01-01').add({ days }).toString());

test('the dates of a rule are those that fit it, tried one by one', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(rules, starts, (rule, start) => {
      const until = Temporal.PlainDate.from(start).add({ years: 6 }).toString();
      // A year more, so that positions from the end of the last one are known.
      const all = expand(rule, start, Temporal.PlainDate.from(until).add({ years: 1 }).toString());
      const wanted = all.filter((date) => date <= until).slice(0, 12);
      const found = datesOf(rule, start, 12).filter((date) => date <= until);
      expect(found).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test('the dates of a rule are those of rrule-temporal', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(rules, starts, ({ until: _until, ...rule }, start) => {
      const dtstart = Temporal.PlainDate.from(start).toZonedDateTime('UTC');
      const until = dtstart.add({ years: 3 });
      const series = new RRuleTemporal<Temporal.ZonedDateTime>({ ...rule, temporal: Temporal, tzid: 'UTC', dtstart });
      const between = series.between(new Date(dtstart.epochMilliseconds), new Date(until.epochMilliseconds), true);
      const wanted = between.map((zoned) => zoned.toPlainDate().toString()).slice(0, 12);
      expect(datesOf(rule, start, 12).slice(0, wanted.length)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

/** The days of some years that are in weeks of a yearly rule, by the weeks of ISO 8601 that Temporal knows. */
function daysInWeeks({ byWeekNo = [], byMonth, byMonthDay, byDay }: RecurrenceRule, start: string, until: string) {
  const first = Temporal.PlainDate.from(start);
  const found: string[] = [];
  for (let day = first; day.toString() <= until; day = day.add({ days: 1 })) {
    const last = Temporal.PlainDate.from({ year: day.yearOfWeek ?? 0, month: 12, day: 28 }).weekOfYear ?? 0;
    const isInWeek = byWeekNo.some((week) => day.weekOfYear === (week < 0 ? last + 1 + week : week));
    const days = byDay ?? (byMonthDay ? weekdays : [weekdays[first.dayOfWeek - 1]]);
    if (!isInWeek || !days.includes(weekdays[day.dayOfWeek - 1])) continue;
    if (byMonth && !byMonth.includes(day.month)) continue;
    if (!byMonthDay || byMonthDay.includes(day.day)) found.push(day.toString());
  }
  return found;
}

const weekRules = fc
  .record({
    byWeekNo: someOf([1, 2, 20, 52, 53, -1, -2], 2),
    byDay: fc.option(someOf(weekdays, 2)),
    byMonth: fc.option(someOf([1, 5, 12], 2)),
    byMonthDay: fc.option(someOf([1, 14, 17, 28, 31], 3)),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, list]) => list !== null)))
  .map((parts): RecurrenceRule => ({ freq: 'YEARLY', interval: 1, ...parts }));

test('days in weeks of the year are those of ISO 8601, on the weekday of the start, in tasks and in calendars', () => {
  fc.assert(
    fc.property(weekRules, starts, (rule, start) => {
      const until = Temporal.PlainDate.from(start).add({ years: 7 });
      const wanted = daysInWeeks(rule, start, until.toString());
      const isWithin = (date: string) => date >= start && date <= until.toString();
      expect([...datesFrom(rule, start, start).take(wanted.length + 1)].filter(isWithin)).toEqual(wanted);
      const [from, to] = [start, until.toString()].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number];
      const first = dayAt(Temporal.PlainDate.from(start));
      const expanded = expandRule(rule, first, { from, to }, budgetWithin({ steps: 200_000 }), false);
      expect(expanded.map(({ wall }) => wall.toPlainDate().toString()).filter(isWithin)).toEqual(wanted);
    }),
    { numRuns: 25 },
  );
});

test('a rule that nothing fits is known to have no date, whatever it lacks', () => {
  const rules = [
    ...['FREQ=DAILY;BYMONTHDAY=31;BYMONTH=4', 'FREQ=DAILY;BYDAY=MO,TU;BYSETPOS=2', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO'],
    ...['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=3', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6', 'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=5'],
    'FREQ=DAILY;BYMONTHDAY=31;BYMONTH=4;SKIP=FORWARD',
  ];
  const library = vi.spyOn(RRuleTemporal.prototype, 'between');
  expect(rules.map((text) => firstDate(parse(text), '2026-01-31', '2026-01-31'))).toEqual(rules.map(() => null));
  // Nor is a long count left to the library, which would take seconds for it.
  const far = 'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU,53MO;COUNT=10000';
  expect(lastDate(parse(far), '2026-01-31')).toBe('2053-06-17');
  expect(library).not.toHaveBeenCalled();
});

test.each([
  ['FREQ=MONTHLY', '2026-01-31', '2026-01-31 2026-03-31 2026-05-31 2026-07-31'],
  ['FREQ=MONTHLY;SKIP=BACKWARD', '2026-01-31', '2026-01-31 2026-02-28 2026-03-31 2026-04-30'],
  ['FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD', '2026-01-31', '2026-01-31 2026-03-01 2026-03-31 2026-05-01'],
  ['FREQ=MONTHLY;BYMONTHDAY=30,31;SKIP=BACKWARD', '2026-01-30', '2026-01-30 2026-01-31 2026-02-28 2026-03-30'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-15', '2026-01-31 2026-02-28 2026-03-31 2026-04-30'],
  ['FREQ=YEARLY', '2024-02-29', '2024-02-29 2028-02-29 2032-02-29 2036-02-29'],
  ['RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD', '2024-02-29', '2024-02-29 2025-03-01 2026-03-01 2027-03-01'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD', '2026-01-01', '2026-02-28 2027-02-28 2028-02-29 2029-02-28'],
  ['FREQ=DAILY;INTERVAL=6;BYDAY=MO,TU,WE,TH,FR', '2026-11-27', '2026-11-27 2026-12-03 2026-12-09 2026-12-15'],
  // The week of the start is the first one, whatever its days are.
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-27', '2026-12-07 2026-12-21 2027-01-04 2027-01-18'],
  // RFC 5545's own example of what WKST changes.
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-08-05 1997-08-10 1997-08-19 1997-08-24'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-08-05 1997-08-17 1997-08-19 1997-08-31'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01', ''],
  ['FREQ=YEARLY;BYWEEKNO=20', '2026-05-11', '2026-05-11 2027-05-17 2028-05-15 2029-05-14'],
  // Days with and without a number, each as it is written.
  ['FREQ=YEARLY;BYMONTH=6;BYDAY=FR,2TU', '2026-01-01', '2026-06-05 2026-06-09 2026-06-12 2026-06-19'],
  ['FREQ=YEARLY;BYDAY=1FR,20TU,TH', '2027-01-01', '2027-01-01 2027-01-07 2027-01-14 2027-01-21'],
])('%s from %s', (text, start, dates) => {
  expect(datesOf(parse(text), start, 4).join(' ')).toBe(dates);
});

test('COUNT counts matches, and no start that is none', () => {
  expect(lastDate(parse('FREQ=WEEKLY;BYDAY=MO;COUNT=3'), '2026-11-27')).toBe('2026-12-14');
  expect(lastDate(parse('FREQ=DAILY;COUNT=10000'), '2026-11-27')).toBe('2054-04-13');
  expect(lastDate(parse('FREQ=DAILY;UNTIL=20261231'), '2026-11-27')).toBe('2026-12-31');
  expect(lastDate(parse('FREQ=DAILY'), '2026-11-27')).toBe(null);
});

test.each([
  ['FREQ=HOURLY', 'recurs more often than daily'],
  ['FREQ=DAILY;BYHOUR=9', 'has BYHOUR, but the time of day is not part of the rule'],
  ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'has both COUNT and UNTIL'],
  ['FREQ=WEEKLY;BYDAY=1MO', 'has a number in BYDAY, which WEEKLY does not allow'],
  ['FREQ=WEEKLY;BYMONTHDAY=1', 'has BYMONTHDAY, which WEEKLY does not allow'],
  ['FREQ=DAILY;INTERVAL=0', 'must have an INTERVAL from 1 to 1,000'],
  ['FREQ=DAILY;COUNT=0', 'must have a COUNT from 1 to 10,000'],
  ['FREQ=DAILY;FREQ=WEEKLY', 'has a part twice'],
  ['FREQ=DAILY;COLOR=RED', 'has an unknown part: COLOR'],
  ['FREQ=DAILY;BYSETPOS=1', 'has BYSETPOS without days to choose from'],
  ['FREQ=DAILY;SKIP=SIDEWAYS', 'has no valid SKIP'],
  ['FREQ=DAILY;UNTIL=20261350', 'has an UNTIL that is not a valid date or time'],
  ['RSCALE=HEBREW;FREQ=DAILY', 'uses a calendar other than the Gregorian'],
  ['INTERVAL=2', 'has no FREQ'],
  ['every day', 'must consist of parts such as FREQ=DAILY'],
])('%s is refused', (text, fault) => {
  expect(() => parse(text)).toThrow(`The RRULE ${fault}.`);
});

test('a rule is written in one form, which reads as itself', () => {
  expect(ruleText(parse('rrule:interval=2;freq=weekly;byday=mo;until=20261231T235959Z'))).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261231',
  );
  fc.assert(
    fc.property(rules, (rule) => {
      const text = ruleText(rule);
      expect(ruleText(parse(text))).toBe(text);
    }),
  );
});

test.each([
  ['FREQ=DAILY', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', 'every other day'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'every other Monday'],
  ['FREQ=WEEKLY;BYDAY=MO,TH', 'every Monday and Thursday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR', 'every 3 weeks on weekdays'],
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', 'every month on the 31st, 3 times'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15,-1', 'every month on the 1st, the 15th and the last day'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'every month on the last weekday'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'every month on the 13th if it is a Friday'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20301231', 'every year on 29 February, until 31 December 2030'],
  ['FREQ=YEARLY;BYMONTH=3', 'every year in March'],
  ['FREQ=YEARLY;BYDAY=2SU;BYMONTH=5', 'every year on the second Sunday in May'],
  [
    'FREQ=YEARLY;BYMONTH=10;BYDAY=-1TU,SU;BYMONTHDAY=28',
    'every year on the 28th if it is the last Tuesday or a Sunday in October',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15,30;BYSETPOS=-2', 'every month on the second last of the 15th and the 30th'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'every year on Monday in week 20'],
  ['FREQ=MONTHLY;SKIP=BACKWARD', 'every month, or the day before where a month lacks the day'],
])('%s in words', (text, words) => {
  expect(describeDateRule(parse(text))).toBe(words);
});

test.each([
  // The day it was done counts, not the one it was for.
  ['FREQ=DAILY;INTERVAL=3', '2026-11-25', '2026-11-28'],
  ['FREQ=WEEKLY', '2026-11-25', '2026-12-02'],
  // The matching day of the week that lies one week later.
  ['FREQ=WEEKLY;BYDAY=MO', '2026-11-25', '2026-11-30'],
  ['FREQ=WEEKLY;BYDAY=MO', '2026-11-29', '2026-11-30'],
  ['FREQ=WEEKLY;BYDAY=MO;WKST=SU', '2026-11-29', '2026-12-07'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-11-25', '2026-12-10'],
  ['FREQ=MONTHLY', '2026-01-31', '2026-02-28'],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-03-15', '2026-04-30'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-11-10', '2026-12-15'],
  ['FREQ=MONTHLY;BYDAY=1MO', '2026-11-10', '2026-12-07'],
  ['FREQ=YEARLY', '2028-02-29', '2029-02-28'],
  ['FREQ=YEARLY;BYMONTH=5', '2026-11-30', '2027-05-30'],
  // The first week of 2030 begins in 2029.
  ['FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO', '2029-01-01', '2029-12-31'],
  ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU', '2027-01-03', '2033-01-02'],
  ['FREQ=YEARLY;INTERVAL=2;BYWEEKNO=20', '2027-01-01', '2028-05-19'],
])('%s, done on %s', (text, doneOn, next) => {
  const { rule, start } = ruleAfter(parse(text), doneOn);
  expect(firstDate(rule, start, start)).toBe(next);
});

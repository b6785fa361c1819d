import { listed } from '../../platform/text/english.ts';
import { untilDate } from './date-rule.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

/* A rule on dates as a person would say it, in English. */

const weekdays: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;

function ordinal(number: number): string {
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th' } as const;
  return `${number}${suffix[new Intl.PluralRules('en', { type: 'ordinal' }).select(number) as keyof typeof suffix]}`;
}

const words = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The place in an order, counted from its end if negative: `first`, `second last`, `last`. */
function place(number: number): string {
  const word = words[Math.abs(number) - 1] ?? ordinal(Math.abs(number));
  if (number > 0) return word;
  return number === -1 ? 'last' : `${word} last`;
}

const monthDay = (day: number) => (day > 0 ? `the ${ordinal(day)}` : `the ${place(day)} day`);

const isWorkweek = (days: readonly string[]) => [...days].sort().join() === 'FR,MO,TH,TU,WE';

/** Days of the week as a person names them. A single kind of day, such as `weekday`, where that is shorter. */
function named(days: readonly string[]): string[] {
  if (isWorkweek(days)) return ['weekday'];
  return days.map((day) => {
    const name = weekdays[day.slice(-2)] ?? day;
    return day.length === 2 ? name : `the ${place(Number(day.slice(0, -2)))} ${name}`;
  });
}

/**
 * The rule in English: `every other Monday`, `every month on the 31st`, `every year on 29 February, until 31 December 2030`.
 */
export function describeDateRule(rule: RecurrenceRule): string {
  return [base(rule), skipping(rule), end(rule)].filter(Boolean).join(', ');
}

function base(rule: RecurrenceRule): string {
  const { freq, interval, byDay = [] } = rule;
  const unit = units[freq as keyof typeof units];
  const every =
    interval === 1 ? `every ${unit}` : interval === 2 ? `every other ${unit}` : `every ${interval} ${unit}s`;
  if (freq === 'WEEKLY' && !rule.bySetPos && byDay.length > 0) {
    const single = byDay.length === 1 || isWorkweek(byDay);
    const inMonths = rule.byMonth ? ` in ${monthsOf(rule)}` : '';
    if (interval === 1) return `every ${listed(named(byDay))}${inMonths}`;
    if (interval === 2 && byDay.length === 1) return `every other ${named(byDay)[0]}${inMonths}`;
    return `${every} on ${single && isWorkweek(byDay) ? 'weekdays' : listed(named(byDay))}${inMonths}`;
  }
  const on = days(rule);
  if (freq === 'YEARLY' && rule.byMonth && on === '' && !rule.byMonthDay) return `${every} in ${monthsOf(rule)}`;
  return on === '' ? every : `${every} ${on}`;
}

const monthsOf = ({ byMonth = [] }: RecurrenceRule) => listed(byMonth.map((month) => months[month - 1] as string));

/** The days of a period, such as `on the 1st and the 15th`. Empty if the rule leaves them to its start. */
function days(rule: RecurrenceRule): string {
  const { freq, byDay, byMonth, byMonthDay, byYearDay, byWeekNo, bySetPos } = rule;
  const isOneDate = freq === 'YEARLY' && !byDay && !bySetPos && byMonthDay?.every((day) => day > 0);
  if (isOneDate && byMonth && byMonthDay) {
    const dates = byMonth.flatMap((month) => byMonthDay.map((day) => `${day} ${months[month - 1]}`));
    return `on ${listed(dates)}`;
  }
  const some = [
    byMonthDay?.map(monthDay),
    byYearDay?.map((day) => (day > 0 ? `day ${day} of the year` : `the ${place(day)} day of the year`)),
  ].flatMap((list) => list ?? []);
  const weekly = byDay ? named(byDay) : [];
  const where = [byWeekNo && `in week ${listed(byWeekNo.map(String))}`, byMonth && `in ${monthsOf(rule)}`].filter(
    Boolean,
  );
  const chosen = some.length > 0 ? some : weekly;
  if (chosen.length === 0) return where.join(' ');
  const isNamed = (one: string) => one.startsWith('the ') || one.startsWith('day ');
  const kinds = weekly.map((one) => (isNamed(one) ? one : `a ${one}`));
  const condition = some.length > 0 && weekly.length > 0 ? ` if it is ${listed(kinds, 'or')}` : '';
  const article = weekly.length > 0 && some.length === 0 && isWorkweek(byDay ?? []) ? 'a ' : '';
  const among = chosen.some(isNamed) ? `of ${listed(chosen)}` : listed(chosen, 'or');
  const on = bySetPos
    ? `on the ${listed(bySetPos.map(place))} ${among}${condition}`
    : `on ${article}${listed(chosen)}${condition}`;
  return [on, ...where].join(' ');
}

const skipping = ({ skip }: RecurrenceRule) =>
  skip && `${skip === 'BACKWARD' ? 'or the day before' : 'or the day after'} where a month lacks the day`;

function end(rule: RecurrenceRule): string | undefined {
  if (rule.count !== undefined) return rule.count === 1 ? 'once' : `${rule.count} times`;
  const until = untilDate(rule);
  if (until === null) return undefined;
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return `until ${format.format(new Date(`${until}T00:00:00Z`))}`;
}

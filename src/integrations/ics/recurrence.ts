import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type Budget, spend } from './budget.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { sentence } from './components.ts';
import { dayAt, type Moment } from './moments.ts';
import type { Rule } from './rules.ts';

/** Instants in milliseconds since 1970; the last is not part of it. */
export interface Span {
  from: number;
  to: number;
}

const day = 86_400_000;

/** The shortest and the longest that a period of each frequency lasts, in milliseconds. */
const periods = {
  SECONDLY: [1_000, 1_000],
  MINUTELY: [60_000, 60_000],
  HOURLY: [3_600_000, 3_600_000],
  DAILY: [day, day],
  WEEKLY: [7 * day, 7 * day],
  MONTHLY: [28 * day, 31 * day],
  YEARLY: [365 * day, 366 * day],
} as const;

/**
 * The starts that a rule gives within a span, the series' own start among them. A time that the clocks jump over is left
 * out, as RFC 5545, 3.3.10 says.
 *
 * @throws CalendarSyntaxError when the rule contradicts itself, or takes more steps than are left
 */
export function startsOf(rule: Rule, start: Moment, span: Span, budget: Budget, where: string): Moment[] {
  const { zone } = start;
  const { until, ...parts } = rule;
  const last = until === undefined ? undefined : untilOf(until, start);
  // A day more on both sides: the zone that the rule is worked out in may stand for another one.
  const from = span.from - day;
  const to = Math.min(span.to, last?.epochMilliseconds ?? span.to) + day;
  const steps = stepsOf(rule, start, { from, to });
  if (steps === 0) return [];
  spend(budget, steps, where);
  try {
    const series = new RRuleTemporal<Temporal.ZonedDateTime>({
      ...parts,
      temporal: Temporal,
      tzid: zone.ruleZone,
      dtstart: start.wall.toZonedDateTime(zone.ruleZone),
      until: last,
      includeDtstart: true,
      // The steps were counted; this only makes sure.
      maxIterations: steps + 1_000,
      cache: false,
    });
    const found = series.between(new Date(from), new Date(to), true);
    if (start.isAllDay) return found.map((zoned) => dayAt(zoned.toPlainDate()));
    const starts = found.map((zoned) => ({
      isAllDay: false,
      zone,
      wall: zoned.toPlainDateTime(),
      at: zone.fromRuleZone(zoned),
    }));
    // Only in a zone without a name are there still times that its clocks skip.
    return starts.filter(({ wall, at }) => zone.wallAt(at).equals(wall) || wall.equals(start.wall));
  } catch (error) {
    throw new CalendarSyntaxError(sentence(error).replace('Cannot be read', 'The RRULE cannot be followed'), where);
  }
}

/** How many times the rule has to look at to find what lies in the span: none when it has ended, or not begun. */
function stepsOf(rule: Rule, start: Moment, { from, to }: Span): number {
  const { freq, interval, count } = rule;
  const [min, max] = periods[freq].map((length) => length * interval) as [number, number];
  const isCounted = count !== undefined && occursAlways(rule, start.wall.day);
  const ends = isCounted ? start.at + (count + 1) * max : to;
  if (start.at > to || ends < from || to < from) return 0;
  // What is counted has to be counted from its beginning.
  const begins = count === undefined ? Math.max(start.at, from) : start.at;
  return (Math.ceil((Math.min(to, ends) - begins) / min) + 1) * candidatesOf(rule);
}

/** Whether each period has an occurrence, so that COUNT says when the series ends. */
function occursAlways({ freq, byDay, ...rule }: Rule, dayOfMonth: number): boolean {
  const limits = [rule.byMonth, rule.byMonthDay, rule.byYearDay, rule.byWeekNo, rule.bySetPos];
  const times = [rule.byHour, rule.byMinute, rule.bySecond];
  if ([...limits, ...times].some(Boolean) || (byDay && freq !== 'WEEKLY')) return false;
  return !['MONTHLY', 'YEARLY'].includes(freq) || dayOfMonth <= 28;
}

/** How many times one period can have. */
function candidatesOf({ freq, byDay = [], byMonthDay = [], byYearDay = [], byWeekNo = [], ...rule }: Rule): number {
  const size = (list: unknown[] | undefined) => Math.max(1, list?.length ?? 0);
  const yearly = size(rule.byMonth) * size(byMonthDay) + byYearDay.length + 7 * byWeekNo.length + 53 * byDay.length;
  const dates = { YEARLY: yearly, MONTHLY: size(byMonthDay) + 5 * byDay.length, WEEKLY: size(byDay) };
  const seconds = freq === 'SECONDLY' ? 1 : size(rule.bySecond);
  const minutes = ['SECONDLY', 'MINUTELY'].includes(freq) ? 1 : size(rule.byMinute);
  const hours = ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq) ? 1 : size(rule.byHour);
  return (freq in dates ? dates[freq as keyof typeof dates] : 1) * hours * minutes * seconds;
}

/**
 * The last moment a series may start at, in the zone that its rule is worked out in. A date includes that day; a time in
 * UTC that ends a series of days stands for its date.
 */
function untilOf(until: string, { isAllDay, zone }: Moment): Temporal.ZonedDateTime {
  const date = Temporal.PlainDate.from(until.slice(0, 10));
  const endOfDay = date.toPlainDateTime('23:59:59');
  if (isAllDay || until.length === 10) return endOfDay.toZonedDateTime(zone.ruleZone);
  const wall = Temporal.PlainDateTime.from(until.replace(/Z$/, ''));
  const isUtc = until.endsWith('Z');
  return (isUtc ? zone.wallAt(wall.toZonedDateTime('UTC').epochMilliseconds) : wall).toZonedDateTime(zone.ruleZone);
}

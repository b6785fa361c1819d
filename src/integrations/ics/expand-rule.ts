import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type Budget, spend } from './budget.ts';
import { UnreadableEventError } from './calendar-syntax-error.ts';
import { parseDateTime } from './date-times.ts';
import { hasOwnLimits, limit, startOfYear, withDayOfWeek, withoutLimits } from './limited-rule.ts';
import { dayAt, type Moment } from './moments.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

/** A range of instants, in milliseconds since 1970. The end is excluded. */
export interface Span {
  from: number;
  to: number;
}

const day = 86_400_000;

/** The shortest and the longest period of each frequency, in milliseconds. */
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
 * Expands a rule to the starts of its occurrences within a span. Local times that clocks skip are left out (RFC 5545, section
 * 3.3.10).
 *
 * @param hasStart whether the start of the series is an occurrence even if it does not fit the rule. Not for exclusions
 * @throws UnreadableEventError if the rule contradicts itself, or takes more steps than the budget has
 */
export function expandRule(
  given: RecurrenceRule,
  start: Moment,
  span: Span,
  budget: Budget,
  hasStart = true,
): Moment[] {
  const rule = withDayOfWeek(given, start);
  if (!hasOwnLimits(rule)) return expandWithLibrary(rule, start, span, budget, hasStart);
  // Positions and COUNT count what the limits leave: from the start of the first year to the end of the last.
  const first = startOfYear(start);
  const years = { from: Math.min(first.at, span.from), to: span.to + (rule.bySetPos ? 366 * day : 0) };
  const all = expandWithLibrary(withoutLimits(rule), first, years, budget, false);
  return limit(all, rule, start, hasStart).filter(({ at }) => at >= span.from - day && at <= span.to + day);
}

function expandWithLibrary(
  rule: RecurrenceRule,
  start: Moment,
  span: Span,
  budget: Budget,
  hasStart: boolean,
): Moment[] {
  const { zone } = start;
  const { until, count, ...parts } = rule;
  const last = until === undefined ? undefined : untilOf(until, start);
  // One day more on both sides: the rule may be expanded in UTC in place of its own zone.
  const from = span.from - day;
  const to = Math.min(span.to, last?.epochMilliseconds ?? span.to) + day;
  const steps = stepsOf(rule, start, { from, to });
  if (steps === 0) return [];
  spend(budget, steps);
  try {
    const dtstart = start.wall.toZonedDateTime(zone.ruleZone);
    const first = new Date(dtstart.epochMilliseconds);
    const seriesOf = (limits: Pick<RecurrenceRule, 'count'>) =>
      new RRuleTemporal<Temporal.ZonedDateTime>({
        ...parts,
        ...limits,
        temporal: Temporal,
        tzid: zone.ruleZone,
        dtstart,
        until: last,
        // The steps have been counted; this is a safeguard.
        maxIterations: steps + 1_000,
        cache: false,
      });
    // A start that does not fit the rule is an occurrence all the same, and counts. The library forgets some of them.
    const isFitting = !hasStart || seriesOf({ count: undefined }).between(first, first, true).length > 0;
    const others = count === undefined ? undefined : count - (isFitting ? 0 : 1);
    const fitting = others === 0 ? [] : seriesOf({ count: others }).between(new Date(from), new Date(to), true);
    const isExtra = !isFitting && first.getTime() >= from && first.getTime() <= to;
    const expanded = isExtra ? [dtstart, ...fitting] : fitting;
    if (start.isAllDay) return expanded.map((zoned) => dayAt(zoned.toPlainDate()));
    const starts = expanded.map((zoned) => ({
      isAllDay: false,
      zone,
      wall: zoned.toPlainDateTime(),
      at: zone.fromRuleZone(zoned),
    }));
    // In zones without an IANA name, times that clocks skip have not been left out yet.
    return starts.filter(({ wall, at }) => zone.wallAt(at).equals(wall) || wall.equals(start.wall));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UnreadableEventError(`The RRULE cannot be expanded: ${message.slice(0, 200).replace(/\.$/, '')}.`);
  }
}

/** The number of times that the rule has to examine to cover the span. 0 if it ends before the span or starts after it. */
function stepsOf(rule: RecurrenceRule, start: Moment, { from, to }: Span): number {
  const { freq, interval, count } = rule;
  const [min, max] = periods[freq].map((length) => length * interval) as [number, number];
  const isCounted = count !== undefined && occursAlways(rule, start.wall.day);
  const ends = isCounted ? start.at + (count + 1) * max : to;
  if (start.at > to || ends < from || to < from) return 0;
  // A rule with COUNT has to be counted from its start.
  const begins = count === undefined ? Math.max(start.at, from) : start.at;
  return (Math.ceil((Math.min(to, ends) - begins) / min) + 1) * candidatesOf(rule);
}

/** Whether every period has an occurrence, so that COUNT limits how long the series lasts. */
function occursAlways({ freq, byDay, ...rule }: RecurrenceRule, dayOfMonth: number): boolean {
  const limits = [rule.byMonth, rule.byMonthDay, rule.byYearDay, rule.byWeekNo, rule.bySetPos];
  const times = [rule.byHour, rule.byMinute, rule.bySecond];
  if ([...limits, ...times].some(Boolean) || (byDay && freq !== 'WEEKLY')) return false;
  return !['MONTHLY', 'YEARLY'].includes(freq) || dayOfMonth <= 28;
}

/** The maximum number of occurrences in one period. */
function candidatesOf({
  freq,
  byDay = [],
  byMonthDay = [],
  byYearDay = [],
  byWeekNo = [],
  ...rule
}: RecurrenceRule): number {
  const size = (list: unknown[] | undefined) => Math.max(1, list?.length ?? 0);
  const yearly = size(rule.byMonth) * size(byMonthDay) + byYearDay.length + 7 * byWeekNo.length + 53 * byDay.length;
  const dates = { YEARLY: yearly, MONTHLY: size(byMonthDay) + 5 * byDay.length, WEEKLY: size(byDay) };
  const seconds = freq === 'SECONDLY' ? 1 : size(rule.bySecond);
  const minutes = ['SECONDLY', 'MINUTELY'].includes(freq) ? 1 : size(rule.byMinute);
  const hours = ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq) ? 1 : size(rule.byHour);
  return (freq in dates ? dates[freq as keyof typeof dates] : 1) * hours * minutes * seconds;
}

/**
 * The UNTIL of a rule, in the zone that the rule is expanded in. A date includes the whole day. In an all-day series, a time
 * stands for its date.
 */
function untilOf(text: string, { isAllDay, zone }: Moment): Temporal.ZonedDateTime | undefined {
  const until = parseDateTime(text);
  if (!until) return undefined;
  const { date, time, offset } = until;
  if (isAllDay || time === null) return date.toPlainDateTime('23:59:59').toZonedDateTime(zone.ruleZone);
  const wall = date.toPlainDateTime(time);
  const instant = offset === null ? null : wall.toZonedDateTime('UTC').epochMilliseconds - offset * 60_000;
  return (instant === null ? wall : zone.wallAt(instant)).toZonedDateTime(zone.ruleZone);
}

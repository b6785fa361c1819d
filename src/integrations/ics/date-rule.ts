import { Temporal } from 'temporal-polyfill';
import { grouped } from '../../platform/text/english.ts';
import { parseDateTime } from './date-times.ts';
import { datesBetween } from './date-walk.ts';
import { expandRule } from './expand-rule.ts';
import { dayAt, type Moment } from './moments.ts';
import { parseRule, type RecurrenceRule, reject } from './recurrence-rule.ts';
import { hasOwnSkip, movedDates } from './skipped-days.ts';

/*
 * Rules on dates: RFC 5545, section 3.3.10, and RFC 7529, without times. What a calendar file may get wrong is refused here: it is
 * read from a person who can mend it.
 */

/** The frequencies of a rule on dates. */
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** The frequencies that a part can be used with. Parts that are not named here go with all. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  BYMONTHDAY: ['DAILY', 'MONTHLY', 'YEARLY'],
  BYYEARDAY: ['YEARLY'],
  BYWEEKNO: ['YEARLY'],
};

const parts = new Set([
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'RSCALE', 'SKIP'],
  ...['BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYSETPOS'],
]);

/** The maximum of INTERVAL and of COUNT. */
const maxNumber = { INTERVAL: 1_000, COUNT: 10_000 } as const;

/** The years after a date in which its next occurrence is looked for: more than the longest pause of any rule with INTERVAL=1. */
const horizon = 100;

/**
 * Parses a rule on dates.
 * @param untilOf the last date of a rule whose UNTIL is a time; `at` is its instant, null for a local time
 * @throws UnreadableEventError if it is not valid, not on dates, or has both COUNT and UNTIL
 */
export function parseDateRule(
  text: string,
  untilOf: (local: Temporal.PlainDateTime, at: Date | null) => string,
): RecurrenceRule {
  const pairs = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => /^([A-Z]+)=([A-Z\d+,:T-]+)$/.exec(part) ?? reject('must consist of parts such as FREQ=DAILY'))
    .map(([, name = '', value = '']) => [name, value] as const);
  const given = new Map(pairs);
  if (given.size < pairs.length) reject('has a part twice');
  const freq = given.get('FREQ') ?? reject('has no FREQ');
  if (/^(SECOND|MINUTE|HOUR)LY$/.test(freq)) reject('recurs more often than daily');
  if (!frequencies.some((known) => known === freq)) reject('has no valid FREQ');
  for (const name of given.keys()) {
    if (/^BY(HOUR|MINUTE|SECOND)$/.test(name)) reject(`has ${name}, but the time of day is not part of the rule`);
    if (!parts.has(name)) reject(`has an unknown part: ${name}`);
    if (allowed[name] && !allowed[name].includes(freq)) reject(`has ${name}, which ${freq} does not allow`);
  }
  const by = [...given.keys()].filter((name) => name.startsWith('BY') && name !== 'BYSETPOS');
  if (given.has('BYSETPOS') && by.length === 0) reject('has BYSETPOS without days to choose from');
  const days = given.get('BYDAY') ?? '';
  if (/\d/.test(days)) {
    if (freq !== 'MONTHLY' && freq !== 'YEARLY') reject(`has a number in BYDAY, which ${freq} does not allow`);
    if (given.has('BYWEEKNO')) reject('has a number in BYDAY beside BYWEEKNO');
  }
  for (const [name, max] of Object.entries(maxNumber)) {
    const value = given.get(name);
    if (value !== undefined && !(/^\d{1,5}$/.test(value) && +value >= 1 && +value <= max)) {
      reject(`must have ${name === 'INTERVAL' ? 'an' : 'a'} ${name} from 1 to ${grouped(max)}`);
    }
  }
  if (given.has('COUNT') && given.has('UNTIL')) reject('has both COUNT and UNTIL');
  const skip = given.get('SKIP');
  if (skip !== undefined && !['OMIT', 'BACKWARD', 'FORWARD'].includes(skip)) reject('has no valid SKIP');
  const rule = parseRule(text.trim());
  const until = rule.until === undefined ? undefined : parseDateTime(rule.until);
  if (!until) return rule;
  const { date, time, offset } = until;
  if (time === null) return { ...rule, until: date.toString().replaceAll('-', '') };
  const local = date.toPlainDateTime(time);
  const at = offset === null ? null : new Date(local.toZonedDateTime('UTC').epochMilliseconds - offset * 60_000);
  return { ...rule, until: untilOf(local, at).replaceAll('-', '') };
}

/** The last date that a rule allows by its UNTIL. Null if it has none. */
export const untilDate = ({ until }: RecurrenceRule): string | null =>
  until === undefined ? null : `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;

const lastYear = 9_999;
const toDate = (text: string) => Temporal.PlainDate.from(text);

/**
 * The dates of a rule within a hundred years, in order, without regard to COUNT and UNTIL. They are found as they are asked for.
 * @param start the first date that can be one, from which intervals and what the rule leaves open are counted; only a match is one
 * @param from the first date to return, no earlier than the start
 */
export function* datesFrom(rule: RecurrenceRule, start: string, from: string): Generator<string> {
  const endless = { ...rule, count: undefined, until: undefined };
  const isMoved = hasOwnSkip(rule);
  const isPlain = isMoved || !canLackDays(rule);
  const first = dayAt(toDate(start));
  const begin = from > start ? from : start;
  const end = Math.min(toDate(begin).year + horizon, lastYear);
  // Spans that grow: most rules have a date soon, and few pause for decades.
  for (let [at, months] = [toDate(begin), 2]; at.year <= end; months *= 4) {
    const next = at.year + months / 12 > end - 1 ? toDate(`${end}-12-31`) : at.add({ months });
    const [low, high] = [at.toString(), next.toString()];
    const found = isPlain ? datesBetween(rule, start, low, high) : expanded(endless, first, at, next);
    const moved = isMoved ? movedDates(rule, toDate(start), at, next) : [];
    const dates = new Set([...found, ...moved].sort());
    for (const date of dates) if (date >= low && date < high) yield date;
    if (next.year >= end) return;
    at = next;
  }
}

/** Whether a rule has a SKIP that means something: days of the week are in every month and year. */
const canLackDays = ({ freq, skip, byDay, byMonthDay, byYearDay }: RecurrenceRule) =>
  skip !== undefined && ['MONTHLY', 'YEARLY'].includes(freq) && !(byDay && !byMonthDay && !byYearDay);

/** The dates of a rule by the library, which knows SKIP beside every part. */
function expanded(rule: RecurrenceRule, first: Moment, at: Temporal.PlainDate, next: Temporal.PlainDate): string[] {
  const budget = { steps: Infinity, inAll: { steps: Infinity } };
  const found = expandRule(rule, first, { from: msOf(at), to: msOf(next) }, budget, false);
  return found.map(({ wall }) => wall.toPlainDate().toString());
}

const msOf = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC').epochMilliseconds;

/** The first date of a rule on or after a date. Null if there is none within a hundred years. */
export function firstDate(rule: RecurrenceRule, start: string, from: string): string | null {
  for (const date of datesFrom(rule, start, from)) return date;
  return null;
}

/** The last date of a rule by its COUNT or UNTIL. Null if it has no end, or none within a hundred years. */
export function lastDate(rule: RecurrenceRule, start: string): string | null {
  const { count, freq, interval, byDay, byMonth, byMonthDay } = rule;
  if (count === undefined) return untilDate(rule);
  if (freq === 'DAILY' && !byDay && !byMonth && !byMonthDay) {
    return toDate(start)
      .add({ days: (count - 1) * interval })
      .toString();
  }
  let left = count;
  for (const date of datesFrom(rule, start, start)) {
    left -= 1;
    if (left === 0) return date;
  }
  return null;
}

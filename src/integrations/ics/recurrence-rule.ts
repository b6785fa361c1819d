import type { Freq } from 'rrule-temporal';
import { UnreadableEventError } from './calendar-syntax-error.ts';
import { parseDateTime } from './date-times.ts';
import { modernRule } from './vcalendar-rule.ts';

/** The parts of an RRULE, named as in rrule-temporal. */
export interface RecurrenceRule {
  freq: Freq;
  interval: number;
  count?: number | undefined;
  /** As written: a date, or a date and time with or without a Z. */
  until?: string | undefined;
  byDay?: string[] | undefined;
  byMonth?: number[] | undefined;
  byMonthDay?: number[] | undefined;
  byYearDay?: number[] | undefined;
  byWeekNo?: number[] | undefined;
  byHour?: number[] | undefined;
  byMinute?: number[] | undefined;
  bySecond?: number[] | undefined;
  bySetPos?: number[] | undefined;
  wkst?: string | undefined;
  /** What happens to days that a month does not have (RFC 7529). */
  skip?: 'BACKWARD' | 'FORWARD' | undefined;
  rscale?: string | undefined;
}

/** A rule that lists all 366 days of a year and all 24 hours of a day is shorter. */
const maxLength = 2_000;

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/** The lists of numbers, each with its least and its greatest number. Those that count from an end have negative ones, too. */
const lists = {
  BYMONTH: ['byMonth', 1, 12],
  BYMONTHDAY: ['byMonthDay', -31, 31],
  BYYEARDAY: ['byYearDay', -366, 366],
  BYWEEKNO: ['byWeekNo', -53, 53],
  BYHOUR: ['byHour', 0, 23],
  BYMINUTE: ['byMinute', 0, 59],
  BYSECOND: ['bySecond', 0, 60],
  BYSETPOS: ['bySetPos', -366, 366],
} as const;

/** Refuses a rule. @throws UnreadableEventError that says what the rule does wrong */
export const reject = (fault: string): never => {
  throw new UnreadableEventError(`The RRULE ${fault}.`);
};

/**
 * Parses an RRULE, regardless of case and spaces, also in the form of vCalendar 1.0. Parts that are empty or unknown are ignored.
 *
 * @throws UnreadableEventError if it is not valid
 */
export function parseRule(text: string): RecurrenceRule {
  if (text.length > maxLength) reject(`has more than ${maxLength} characters`);
  const parts = partsOf(modernRule(text));
  const freq = frequencies.find((known) => known === parts.get('FREQ')) ?? reject('has no valid FREQ');
  const calendar = parts.get('RSCALE') ?? 'GREGORIAN';
  if (!/^GREGOR(?:IAN|Y)$/.test(calendar)) reject('uses a calendar other than the Gregorian');
  const until = parts.get('UNTIL');
  if (until !== undefined && !parseDateTime(until)) reject('has an UNTIL that is not a valid date or time');
  const numbers = Object.entries(lists).map(([name, [key, min, max]]) => [key, numbersIn(parts, name, min, max)]);
  const skip = parts.get('SKIP');
  const rule: RecurrenceRule = {
    ...Object.fromEntries(numbers.filter(([, list]) => list !== undefined)),
    freq,
    interval: Math.max(1, numberIn(parts, 'INTERVAL') ?? 1),
    ...(parts.has('COUNT') && { count: numberIn(parts, 'COUNT') }),
    ...(until !== undefined && { until }),
    ...(parts.has('BYDAY') && { byDay: daysIn(parts.get('BYDAY') ?? '', freq) }),
    ...(parts.has('WKST') && { wkst: weekdayIn(parts.get('WKST') ?? '') ?? reject('has no valid WKST') }),
    ...((skip === 'BACKWARD' || skip === 'FORWARD') && { skip, rscale: 'GREGORIAN' }),
  };
  if (rule.count !== undefined && rule.count < 1) reject('has a COUNT below 1');
  return rule;
}

/** The parts of a rule by name, in capitals, without those that are empty. Of two with one name, the first counts. */
function partsOf(text: string): Map<string, string> {
  const pairs = text
    .toUpperCase()
    .replace(/^\s*RRULE\s*:/, '')
    .split(';')
    .map((part) => part.split('=').map((piece) => piece.replaceAll(/\s/g, '')) as [string, string | undefined])
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return new Map(pairs.reverse());
}

function numberIn(parts: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = parts.get(name);
  if (text === undefined) return undefined;
  if (!/^[+-]?\d{1,15}$/.test(text)) reject(`has an invalid ${name}`);
  return Number(text);
}

function numbersIn(parts: ReadonlyMap<string, string>, name: string, min: number, max: number): number[] | undefined {
  const numbers = parts
    .get(name)
    ?.split(',')
    .filter((text) => text !== '')
    .map((text) => (/^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN));
  const isInvalid = (number: number) => !(number >= min && number <= max) || (min < 0 && number === 0);
  if (numbers?.some(isInvalid)) reject(`has an invalid ${name}`);
  return numbers?.length === 0 ? undefined : numbers;
}

/** Days of the week as `MO`, or as `-1FR` in a month or a year. */
function daysIn(text: string, freq: Freq): string[] {
  return text.split(',').flatMap((part) => {
    const [, position = '', name = ''] = /^([+-]?\d{0,2})([A-Z]*)$/.exec(part) ?? [];
    const weekday = weekdayIn(name);
    const number = Number(position);
    if (part === '') return [];
    if (weekday === null || Math.abs(number) > 53 || (position !== '' && number === 0)) reject('has an invalid BYDAY');
    // Only months and years have a first or a last day of the week (RFC 5545, section 3.3.10).
    return freq === 'MONTHLY' || freq === 'YEARLY' ? `${position === '' ? '' : number}${weekday}` : `${weekday}`;
  });
}

/** The days of the week, from Monday on. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdayNames = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

function weekdayIn(name: string): string | null {
  return name.length < 2 ? null : (weekdays[weekdayNames.findIndex((full) => full.startsWith(name))] ?? null);
}

/** A rule as RFC 5545 writes it, with its parts in a fixed order and without what is the default. */
export function ruleText(rule: RecurrenceRule): string {
  const { freq, interval, count, until, byDay, wkst, skip } = rule;
  const numbers = Object.entries(lists).map(([name, [key]]) => [name, rule[key]?.join(',')] as const);
  const parts: (readonly [string, string | number | undefined])[] = [
    ['RSCALE', skip && 'GREGORIAN'],
    ['FREQ', freq],
    ['COUNT', count],
    ['INTERVAL', interval > 1 ? interval : undefined],
    ['BYDAY', byDay?.join(',')],
    ...numbers,
    ['UNTIL', until],
    ['WKST', wkst === 'MO' ? undefined : wkst],
    ['SKIP', skip],
  ];
  return parts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : `${name}=${value}`)).join(';');
}

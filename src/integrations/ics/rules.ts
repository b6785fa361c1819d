import type ICAL from 'ical.js';
import type { Freq } from 'rrule-temporal';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { valuesOf } from './properties.ts';

/** How something repeats: the parts of an RRULE, named as rrule-temporal names them. */
export interface Rule {
  freq: Freq;
  interval: number;
  count?: number;
  /** As jCal writes it: a date, or a date and time with or without a Z. */
  until?: string;
  byDay?: string[];
  byMonth?: number[];
  byMonthDay?: number[];
  byYearDay?: number[];
  byWeekNo?: number[];
  byHour?: number[];
  byMinute?: number[];
  bySecond?: number[];
  bySetPos?: number[];
  wkst?: string;
}

/** A rule that names each of a year's 366 days and 24 hours is shorter. */
const maxCharacters = 2_000;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** @throws CalendarSyntaxError when RRULE says nothing that could be followed */
export function parseRule(property: ICAL.Property, where: string): Rule {
  const parts = valuesOf(property)[0] as Record<string, unknown>;
  const { freq, interval = 1, count, until, wkst, rscale = 'GREGORIAN' } = parts;
  const isWhole = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0;
  const faults = [
    ...(ruleText(property, where).length > maxCharacters ? [`has over ${maxCharacters} characters`] : []),
    ...(typeof freq === 'string' ? [] : ['has no FREQ']),
    ...(count === undefined || isWhole(count) ? [] : ['has a COUNT below 1']),
    ...(String(rscale).toUpperCase() === 'GREGORIAN' ? [] : ['counts in another calendar than the Gregorian']),
  ];
  if (faults.length > 0) throw new CalendarSyntaxError(`The RRULE ${faults.join(', ')}.`, where);
  return {
    freq: freq as Freq,
    interval: interval as number,
    count: count as number | undefined,
    until: until as string | undefined,
    byDay: list<string>(parts.byday),
    byMonth: list(parts.bymonth),
    byMonthDay: list(parts.bymonthday),
    byYearDay: list(parts.byyearday),
    byWeekNo: list(parts.byweekno),
    byHour: list(parts.byhour),
    byMinute: list(parts.byminute),
    bySecond: list(parts.bysecond),
    bySetPos: list(parts.bysetpos),
    // ical.js counts the days of the week from 1, Sunday.
    wkst: typeof wkst === 'number' ? weekdays[wkst - 1] : undefined,
  };
}

/** The rule in RFC 5545's notation, its parts always in the same order. @throws CalendarSyntaxError when UNTIL is no date */
export function ruleText(property: ICAL.Property, where: string): string {
  try {
    return String(property.getFirstValue());
  } catch {
    throw new CalendarSyntaxError('The RRULE has an UNTIL that is no date or time.', where);
  }
}

/** ical.js gives a list of one as that one. */
function list<T = number>(value: unknown): T[] | undefined {
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]) as T[];
}

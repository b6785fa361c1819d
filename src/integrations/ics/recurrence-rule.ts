import type ICAL from 'ical.js';
import type { Freq } from 'rrule-temporal';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { valuesOf } from './properties.ts';

/** The parts of an RRULE, named as in rrule-temporal. */
export interface RecurrenceRule {
  freq: Freq;
  interval: number;
  count?: number;
  /** As in jCal: a date, or a date and time with or without a Z. */
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

/** A rule that lists all 366 days of a year and all 24 hours of a day is shorter. */
const maxLength = 2_000;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Parses an RRULE. @throws CalendarSyntaxError if it is not valid */
export function parseRule(property: ICAL.Property, where: string): RecurrenceRule {
  const parts = valuesOf(property)[0] as Record<string, unknown>;
  const { freq, interval = 1, count, until, wkst, rscale = 'GREGORIAN' } = parts;
  const isPositive = (value: unknown) => Number.isSafeInteger(value) && Number(value) > 0;
  const faults = [
    ...(ruleText(property, where).length > maxLength ? [`has more than ${maxLength} characters`] : []),
    ...(typeof freq === 'string' ? [] : ['has no FREQ']),
    ...(count === undefined || isPositive(count) ? [] : ['has a COUNT below 1']),
    ...(String(rscale).toUpperCase() === 'GREGORIAN' ? [] : ['uses a calendar other than the Gregorian']),
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
    // ical.js numbers the days of the week from 1, Sunday.
    wkst: typeof wkst === 'number' ? weekdays[wkst - 1] : undefined,
  };
}

/** An RRULE as RFC 5545 writes it, with its parts in a fixed order. @throws CalendarSyntaxError if UNTIL is not valid */
export function ruleText(property: ICAL.Property, where: string): string {
  try {
    return String(property.getFirstValue());
  } catch {
    throw new CalendarSyntaxError('The UNTIL of the RRULE is not a valid date or time.', where);
  }
}

/** ical.js returns a list of one as its item. */
function list<T = number>(value: unknown): T[] | undefined {
  if (value === undefined) return undefined;
  return (Array.isArray(value) ? value : [value]) as T[];
}

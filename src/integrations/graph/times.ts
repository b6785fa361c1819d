import type { DayOfWeek, RecurrencePatternType, WeekIndex } from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { jsonObject, jsonText } from '../json-values.ts';

/* Times and recurrences that Graph tells, as values that are known. */

/** A local time and the zone that it is in, by its IANA or its Windows name. */
export interface GraphTime {
  dateTime: string;
  timeZone: string;
}

/** A recurrence as Graph writes it (the resource `patternedRecurrence`). */
export interface GraphRecurrence {
  pattern: {
    type?: string;
    interval?: number;
    month?: number;
    dayOfMonth?: number;
    daysOfWeek?: string[];
    index?: string;
    firstDayOfWeek?: string;
  };
  range: { type?: string; endDate?: string; numberOfOccurrences?: number };
}

/** The years whose times are in the years 1 to 9999 in every zone. */
const years = { first: 2, last: 9_998 };

/** A local time and its zone. Null if it is none, or outside the years 2 to 9998, as those that stand for no time are. */
export function readTime(value: unknown): GraphTime | null {
  const { dateTime, timeZone } = jsonObject(value);
  if (typeof dateTime !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d*)?$/.test(dateTime)) return null;
  const day = dateIn(dateTime.slice(0, 10));
  if (!day || day.year < years.first || day.year > years.last) return null;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(dateTime.slice(11, 19))) return null;
  // Graph tells seven digits of a second, and nothing here more than nine.
  return { dateTime: dateTime.slice(0, 29).replace(/\.$/, ''), timeZone: jsonText(timeZone, 100) || 'UTC' };
}

function dateIn(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const patternTypes = [
  ...(['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly'] as const),
] satisfies RecurrencePatternType[];
const weekdays = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const),
] satisfies DayOfWeek[];
const indexes = ['first', 'second', 'third', 'fourth', 'last'] as const satisfies WeekIndex[];

/** The form of a recurrence of which a rule can be made. Null and 0 stand for what is not given. */
const optionalOf = <T extends z.ZodType>(rule: T) =>
  z.preprocess((value) => (value === null || value === 0 ? undefined : value), rule.optional());
const whole = (max: number) => optionalOf(z.int().min(1).max(max));
const endDate = z.string().refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && dateIn(text) !== null);
const recurrenceForm = z.object({
  pattern: z.object({
    type: z.enum(patternTypes),
    interval: whole(1_000),
    month: whole(12),
    dayOfMonth: whole(31),
    daysOfWeek: optionalOf(z.array(z.enum(weekdays)).max(7)),
    index: optionalOf(z.enum(indexes)),
    firstDayOfWeek: optionalOf(z.enum(weekdays)),
  }),
  range: z.discriminatedUnion('type', [
    z.object({ type: z.literal('noEnd') }),
    z.object({ type: z.literal('endDate'), endDate }),
    z.object({ type: z.literal('numbered'), numberOfOccurrences: z.int().min(1).max(1_000_000) }),
  ]),
});

/** A recurrence. Null if there is none. Of an invalid one, or one in another form, it is known that there is one, and no more. */
export function readRecurrence(value: unknown): GraphRecurrence | null {
  if (value === undefined || value === null) return null;
  const { data } = recurrenceForm.safeParse(value);
  return (data as GraphRecurrence | undefined) ?? { pattern: {}, range: {} };
}

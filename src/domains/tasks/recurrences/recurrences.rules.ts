import { z } from 'zod';
import { UnreadableEventError } from '../../../integrations/ics/calendar-syntax-error.ts';
import { ruleAfter } from '../../../integrations/ics/completion-dates.ts';
import { datesFrom, lastDate, parseDateRule, untilDate } from '../../../integrations/ics/date-rule.ts';
import { type RecurrenceRule, ruleText } from '../../../integrations/ics/recurrence-rule.ts';
import { describeDateRule } from '../../../integrations/ics/rule-text.ts';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar, DayOfWeek } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { date, idOf, integer, optional, target } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { taskContent } from '../occurrences/occurrences.rules.ts';

/** The maximum length of a rule, and the maximum number of its exceptions. */
const max = { length: 1_000, exceptions: 500 };

/** The maximum number of occurrences of a preview. */
export const maxPreview = 100;

/** A rule as it is stored: in a fixed order, with a date as UNTIL. An UNTIL with a time is the person's day of it. */
export const dateRule = describeRule(
  z
    .string({ error: 'must be a text' })
    .max(max.length, `must have at most ${max.length} characters`)
    .transform((text, issues) => {
      const calendar = currentCalendar();
      try {
        const parsed = parseDateRule(text, (local, at) => (at ? calendar.dayOf(at) : local.toPlainDate().toString()));
        return ruleText(parsed);
      } catch (error) {
        if (!(error instanceof UnreadableEventError)) throw error;
        issues.addIssue(`must be a rule of RFC 5545 on dates: ${lowerFirst(error.message)}`);
        return z.NEVER;
      }
    }),
  { limits: 'At most 1,000 characters.' },
);

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;

/** A time of day, by the clock of the person. */
export const timeOfDay = describeRule(
  z.string({ error: 'must be a time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM'),
  { limits: '`HH:MM`.' },
);

/** Days that are left out, each once and in order. */
export const exceptionDays = describeRule(
  z
    .array(date, { error: 'must be a list of dates' })
    .max(max.exceptions, `must be at most ${max.exceptions}`)
    .transform((days) => [...new Set(days)].sort()),
  { limits: 'At most 500.' },
);

const fields = {
  rule: dateRule,
  anchor: enumOf('RecurrenceAnchor'),
  missed: enumOf('MissedOccurrences'),
  exceptions: exceptionDays,
};

/** How a task is to repeat. */
export const recurrenceInput = z.object({
  rule: dateRule,
  anchor: fields.anchor.nullish().transform((anchor) => anchor ?? ('SCHEDULE' as const)),
  missed: fields.missed.nullish().transform((missed) => missed ?? ('SKIP' as const)),
  exceptions: exceptionDays.nullish().transform((days) => days ?? []),
});

export type NewRecurrence = z.output<typeof recurrenceInput>;

export const repeatTaskInput = z.object({ ...target('Task'), ...recurrenceInput.shape });

export const updateRecurrenceInput = z.object({
  ...target('Recurrence'),
  ...optional(fields),
  timeOfDay: timeOfDay.nullable().optional(),
});

export const previewInput = z.object({
  ...recurrenceInput.shape,
  startsOn: date,
  timeOfDay: timeOfDay.nullish().transform((time) => time ?? null),
});

export const firstInput = z.object({ first: integer(1, maxPreview) });

/** The rules of a recurrence as it is stored. */
export const recurrenceRecord = z.object({
  ...fields,
  id: idOf('Recurrence'),
  startsOn: date,
  endsOn: date.nullable(),
  timeOfDay: timeOfDay.nullable(),
  template: taskContent.partial(),
});

/** The part of a recurrence that its days follow from. */
export type Series = Pick<Row<'recurrence'>, 'rule' | 'anchor' | 'missed' | 'startsOn' | 'endsOn' | 'exceptions'>;

/** An occurrence by its place in the recurrence. */
export interface Place {
  readonly occursOn: string;
  readonly occurrenceNumber: number;
}

const parsed = (text: string) => parseDateRule(text, (local) => local.toPlainDate().toString());

/** The rule in English, such as `every other Monday`. */
export const ruleInWords = (text: string) => describeDateRule(parsed(text));

/** The days that are left out. */
export const exceptionsOf = ({ exceptions: days }: Pick<Series, 'exceptions'>) => days as string[];

/** The last day that the rule allows: by UNTIL, and by COUNT of a schedule, which counts matches of the rule. */
export function endOf({ rule: text, anchor }: Pick<Series, 'rule' | 'anchor'>, startsOn: string): string | null {
  const known = parsed(text);
  return anchor === 'SCHEDULE' ? lastDate(known, startsOn) : untilDate(known);
}

/** The rule with another end: the last day before one. */
export const ruleBefore = (text: string, day: string, calendar: Calendar) =>
  ruleText({ ...parsed(text), count: undefined, until: calendar.addDays(day, -1).replaceAll('-', '') });

/** The days of a rule on or after another one, until the end, but the exceptions. They are found as they are asked for. */
function* daysFrom(known: RecurrenceRule, start: string, from: string, series: Series): Generator<string> {
  const left = new Set(exceptionsOf(series));
  for (const day of datesFrom(known, start, from)) {
    if (series.endsOn !== null && day > series.endsOn) return;
    if (!left.has(day)) yield day;
  }
}

const firstOf = (days: Iterable<string>): string | null => Iterator.from(days).next().value ?? null;

/** The days of a recurrence on or after a day, in order: those that its rule matches. They are found as they are asked for. */
export const matchesFrom = (series: Series, from: string): Generator<string> =>
  daysFrom(parsed(series.rule), series.startsOn, from, series);

/** The first day of a recurrence on or after a day: the first that its rule matches. Null if there is none. */
export const matchFrom = (series: Series, from: string): string | null => firstOf(matchesFrom(series, from));

/**
 * The day of the occurrence after one that was done or given up. Null if it was the last.
 *
 * - SCHEDULE: the next day of the rule; with SKIP, the next that is not before today.
 * - COMPLETION: counted from the day it was done, and always after the day it was for.
 * @param doneOn the day on which it was done or given up
 */
export function nextDay(series: Series, { occursOn, occurrenceNumber }: Place, doneOn: string, calendar: Calendar) {
  const after = calendar.addDays(occursOn, 1);
  if (series.anchor === 'SCHEDULE') {
    const { today } = calendar;
    return matchFrom(series, series.missed === 'SKIP' && today > after ? today : after);
  }
  const known = parsed(series.rule);
  if (known.count !== undefined && occurrenceNumber >= known.count) return null;
  const counted = ruleAfter({ ...known, wkst: known.wkst ?? weekdayCode(calendar.weekStartsOn) }, doneOn);
  const from = after > counted.start ? after : counted.start;
  return firstOf(daysFrom(counted.rule, counted.start, from, series));
}

const weekdayCode = (day: DayOfWeek) => day.slice(0, 2);

/** The schedule of an occurrence: for its day, or for the time of day of the recurrence on it. */
export const scheduleOn = (day: string, time: string | null, calendar: Calendar) =>
  time === null
    ? { scheduledOn: day, scheduledAt: null }
    : { scheduledOn: null, scheduledAt: calendar.timeOn(day, time) };

/**
 * The days of some occurrences in a row, each of them done on its day, or today if that is past. Those of a schedule are found in one
 * go, and begin with its first day if there is no occurrence yet, be it past or not.
 */
export function previewDays(series: Series, current: Place | null, count: number, calendar: Calendar): string[] {
  const { today } = calendar;
  const doneOn = current && current.occursOn > today ? current.occursOn : today;
  const first = current ? nextDay(series, current, doneOn, calendar) : series.startsOn;
  if (first === null) return [];
  if (series.anchor === 'SCHEDULE') return [...matchesFrom(series, first).take(count)];
  const days: string[] = [];
  let day = current ? first : matchFrom(series, first);
  for (let number = (current?.occurrenceNumber ?? 0) + 1; day !== null && days.length < count; number++) {
    days.push(day);
    day = nextDay(series, { occursOn: day, occurrenceNumber: number }, day, calendar);
  }
  return days;
}

export const recurrenceFilter = defineFilter('Recurrence', {
  id: { kind: 'id', type: 'Recurrence', description: 'The id.' },
  anchor: { kind: 'enum', name: 'RecurrenceAnchor', description: 'What the days are counted from.' },
  missed: { kind: 'enum', name: 'MissedOccurrences', description: 'What becomes of missed days.' },
  startsOn: { kind: 'date', description: 'The first day.' },
  endsOn: { kind: 'date', nullable: true, description: 'The last day that a task can be on.' },
  createdAt: { kind: 'instant', description: 'When the recurrence was created.' },
  updatedAt: { kind: 'instant', description: 'When the recurrence was last changed.' },
});

export const recurrenceOrder: OrderSpec = {
  name: 'Recurrence',
  fields: {
    STARTS_ON: { column: 'startsOn', description: 'The first day.' },
    CREATED_AT: { column: 'createdAt', description: 'When the recurrence was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the recurrence was last changed.' },
  },
};

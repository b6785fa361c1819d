import type { Prisma } from '../../generated/sqlite/client.ts';
import { type Calendar, type CalendarSettings, createCalendar } from '../time/calendar.ts';
import { parsedBy } from './current-calendar.ts';
import type { InputRules } from './rule-notes.ts';

/** The rules that records meet, by model. Each is a rule of an object; it says nothing of columns that it does not have. */
export type RecordRules = { readonly [M in Prisma.ModelName]?: InputRules };

/** The last moment that there is: as of then, nothing is in the future. */
const lastMoment = '9999-12-31T23:59:59.999Z';

/** A calendar for the rules of records that were written at any time by the calendar of one person. */
export const timelessCalendar = (settings: CalendarSettings): Calendar =>
  createCalendar(new Date(lastMoment), settings);

/**
 * What is wrong with a record, as JSON, by the rules of its model. Null if nothing is. A value that a mutation would store in
 * another form, such as `TODAY` for a date, is not one that a record has.
 */
export function brokenRuleOf(
  rule: InputRules,
  record: Readonly<Record<string, unknown>>,
  calendar: Calendar,
): string | null {
  const { data, error } = parsedBy(calendar, () => rule.safeParse(record));
  const [issue] = error?.issues ?? [];
  if (issue) return `${issue.path.join('.')} ${issue.message}`;
  for (const [name, value] of Object.entries(data as object)) {
    if (value === undefined || !Object.hasOwn(record, name)) continue;
    const stored = JSON.stringify(value);
    if (stored !== JSON.stringify(record[name])) return `${name} must be written as ${stored}`;
  }
  return null;
}

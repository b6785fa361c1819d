import type { DayOfWeek, RecurrencePatternType, WeekIndex } from '@microsoft/microsoft-graph-types';
import type { GraphRecurrence } from './times.ts';

const days: Readonly<Record<DayOfWeek, string>> = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};
const positions: Readonly<Record<WeekIndex, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

/** The RRULE (RFC 5545) of a recurrence of Microsoft Graph. Empty if it cannot be said. */
export function ruleOf({ pattern, range }: GraphRecurrence): string {
  const { interval = 1, month = 0, dayOfMonth = 0, index = 'first', firstDayOfWeek = 'sunday' } = pattern;
  const on = (pattern.daysOfWeek ?? []).flatMap((day) => days[day as DayOfWeek] ?? []).join();
  const parts: Record<RecurrencePatternType, string[]> = {
    daily: ['FREQ=DAILY'],
    weekly: ['FREQ=WEEKLY', `BYDAY=${on}`, `WKST=${days[firstDayOfWeek as DayOfWeek] ?? 'SU'}`],
    absoluteMonthly: ['FREQ=MONTHLY', `BYMONTHDAY=${dayOfMonth}`],
    relativeMonthly: ['FREQ=MONTHLY', `BYDAY=${on}`, `BYSETPOS=${positions[index as WeekIndex] ?? 1}`],
    absoluteYearly: ['FREQ=YEARLY', `BYMONTH=${month}`, `BYMONTHDAY=${dayOfMonth}`],
    relativeYearly: [
      'FREQ=YEARLY',
      `BYMONTH=${month}`,
      `BYDAY=${on}`,
      `BYSETPOS=${positions[index as WeekIndex] ?? 1}`,
    ],
  };
  const rule = parts[pattern.type as RecurrencePatternType];
  if (!rule || rule.some((part) => /=(?:0)?$/.test(part))) return '';
  const [freq = '', ...rest] = rule;
  const every = Number.isInteger(interval) && interval > 1 ? [`INTERVAL=${interval}`] : [];
  return [freq, ...every, ...rest, ...endOf(range)].join(';');
}

function endOf({ type, endDate = '', numberOfOccurrences = 0 }: GraphRecurrence['range']): string[] {
  if (type === 'numbered' && numberOfOccurrences > 0) return [`COUNT=${numberOfOccurrences}`];
  // The last day, in the zone of the series; the end of the day in UTC is a bound for it.
  if (type === 'endDate' && /^\d{4}-\d\d-\d\d$/.test(endDate)) return [`UNTIL=${endDate.replaceAll('-', '')}T235959Z`];
  return [];
}

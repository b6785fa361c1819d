import type { Temporal } from 'temporal-polyfill';
import { type RecurrenceRule, weekdays } from './recurrence-rule.ts';

/*
 * SKIP of RFC 7529, section 4.1, for days that a month does not have: BACKWARD takes the last day of the month, FORWARD the first of
 * the next one. The library forgets some of those that go forward.
 */

/** Whether the days that a rule skips are moved here. */
export function hasOwnSkip(rule: RecurrenceRule): boolean {
  const { freq, skip, byDay, byMonthDay, byYearDay, byWeekNo, bySetPos } = rule;
  if (skip === undefined || (freq !== 'MONTHLY' && freq !== 'YEARLY')) return false;
  if (bySetPos || byYearDay || byWeekNo || byDay?.some((day) => day.length > 2)) return false;
  return byMonthDay !== undefined || byDay === undefined;
}

/** The days in place of those that months do not have, for the months of a span and the one before it. */
export function movedDates(
  { freq, interval, skip, byDay, byMonth, byMonthDay }: RecurrenceRule,
  start: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): string[] {
  const days = byMonthDay ?? [start.day];
  const months = byMonth ?? (freq === 'MONTHLY' || byMonthDay ? null : [start.month]);
  const first = start.toPlainYearMonth();
  const moved: string[] = [];
  for (let month = from.toPlainYearMonth().subtract({ months: 1 }); ; month = month.add({ months: 1 })) {
    if (month.year > to.year || (month.year === to.year && month.month > to.month)) return moved;
    const distance = month.year - first.year;
    const periods = freq === 'YEARLY' ? distance : distance * 12 + month.month - first.month;
    if (periods < 0 || periods % interval !== 0 || (months && !months.includes(month.month))) continue;
    if (!days.some((day) => day > month.daysInMonth)) continue;
    const last = month.toPlainDate({ day: month.daysInMonth });
    const date = skip === 'BACKWARD' ? last : last.add({ days: 1 });
    if (!byDay || byDay.includes(weekdays[date.dayOfWeek - 1] as string)) moved.push(date.toString());
  }
}

import { Temporal } from 'temporal-polyfill';
import { type RecurrenceRule, weekdays } from './recurrence-rule.ts';

/**
 * A rule counted from a day of completion: its periods are those that lie one INTERVAL, two, three … after the period of that day.
 * What the rule leaves open is as on that day, and months that lack a day have their last one instead.
 * @returns the rule with nothing left open, and the first day of the first period
 */
export function ruleAfter(
  { until: _until, count: _count, ...rule }: RecurrenceRule,
  completedOn: string,
): { rule: RecurrenceRule; start: string } {
  const day = Temporal.PlainDate.from(completedOn);
  const { freq, interval, byDay, byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  // Days of the week are in every month.
  const clamped = byDay && !byMonthDay ? {} : ({ skip: rule.skip ?? 'BACKWARD', rscale: 'GREGORIAN' } as const);
  const weekday = weekdays[day.dayOfWeek - 1] as string;
  if (freq === 'WEEKLY') {
    const first = weekdays.indexOf(rule.wkst ?? 'MO');
    const start = day.subtract({ days: (day.dayOfWeek - 1 - first + 7) % 7 }).add({ weeks: interval });
    return { rule: { ...rule, byDay: byDay ?? [weekday] }, start: start.toString() };
  }
  if (freq === 'MONTHLY') {
    const start = day.with({ day: 1 }).add({ months: interval }).toString();
    return { rule: { ...rule, ...clamped, ...(!byDay && !byMonthDay && { byMonthDay: [day.day] }) }, start };
  }
  if (freq === 'YEARLY') {
    const isOpen = !byDay && !byMonthDay && !byYearDay;
    if (byWeekNo) return { rule: { ...rule, ...(isOpen && { byDay: [weekday] }) }, start: weeksAfter(day, rule) };
    const start = day.with({ day: 1, month: 1 }).add({ years: interval }).toString();
    const open = isOpen ? { byMonth: byMonth ?? [day.month], byMonthDay: [day.day] } : {};
    return { rule: { ...rule, ...clamped, ...open }, start };
  }
  return { rule, start: day.add({ days: interval }).toString() };
}

/**
 * The start of the year of whole weeks that lies one INTERVAL after that of a day. Its first days may lie in the calendar year before
 * it; they are left out where INTERVAL counts years, which it does from the calendar year of the start.
 */
function weeksAfter(day: Temporal.PlainDate, { interval, wkst = 'MO' }: RecurrenceRule): string {
  const startOfWeek = (one: Temporal.PlainDate) =>
    one.subtract({ days: (one.dayOfWeek + 6 - weekdays.indexOf(wkst)) % 7 });
  const year = startOfWeek(day).add({ days: 3 }).year + interval;
  const first = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return (interval === 1 ? startOfWeek(first) : first.with({ day: 1 })).toString();
}

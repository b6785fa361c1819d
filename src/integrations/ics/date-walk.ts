import { type RecurrenceRule, weekdays } from './recurrence-rule.ts';

/*
 * The days of a rule on dates, tried one by one in whole numbers: days since 1970. A hundred years take some milliseconds, also for a
 * rule that nothing fits, where the library that expands times takes seconds.
 */

const dayLength = 86_400_000;
const numberOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayLength;
const firstOfYear = (year: number) => Date.UTC(year, 0, 1) / dayLength;
const textOf = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10);
const mod = (number: number, by: number) => ((number % by) + by) % by;
/** The day of the week, from Monday on. 1970-01-01 was a Thursday. */
const weekdayOf = (day: number) => mod(day + 3, 7);

/** The first day of the first week of a year: the first that has four days of it or more. */
function firstWeek(year: number, weekStart: number): number {
  const fourth = firstOfYear(year) + 3;
  return fourth - mod(weekdayOf(fourth) - weekStart, 7);
}

/** The days from one to another that is not among them. */
type Period = readonly [from: number, to: number];

/** The period that lies some periods after that of the start. Of a rule with weeks, a year consists of whole ones. */
function periodAt({ freq, byWeekNo, wkst = 'MO' }: RecurrenceRule, start: string, index: number): Period {
  const first = numberOf(start);
  const weekStart = weekdays.indexOf(wkst);
  if (freq === 'DAILY') return [first + index, first + index + 1];
  if (freq === 'WEEKLY') {
    const week = first - mod(weekdayOf(first) - weekStart, 7) + 7 * index;
    return [week, week + 7];
  }
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1];
  if (freq === 'MONTHLY') {
    const [from, to] = [index, index + 1].map((months) => Date.UTC(year, month + months, 1) / dayLength);
    return [from as number, to as number];
  }
  const begin = (of: number) => (byWeekNo ? firstWeek(of, weekStart) : firstOfYear(of));
  return [begin(year + index), begin(year + index + 1)];
}

/** The number of days that the longest period of each frequency has. */
const longest: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 371 };

/** The rule with what it leaves open, as it is on its start (RFC 5545, section 3.3.10). */
function closed(rule: RecurrenceRule, start: string): RecurrenceRule {
  const { freq, byDay, byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  if (freq === 'DAILY' || byDay || byMonthDay || byYearDay) return rule;
  if (freq === 'WEEKLY' || byWeekNo) return { ...rule, byDay: [weekdays[weekdayOf(numberOf(start))] as string] };
  const byMonthOfStart = byMonth ?? (freq === 'YEARLY' ? [Number(start.slice(5, 7))] : undefined);
  return { ...rule, byMonth: byMonthOfStart, byMonthDay: [Number(start.slice(8))] };
}

/** Whether a number is in a list, in which negative ones count from the end. */
const isIn = (list: readonly number[], number: number, size: number) =>
  list.includes(number) || list.includes(number - size - 1);

/** Whether a day fits the parts of a rule that has nothing open. */
function fitting(rule: RecurrenceRule): (day: number, period: Period) => boolean {
  const { freq, byDay, byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  const isInMonth = freq === 'MONTHLY' || byMonth !== undefined;
  const named = byDay?.map((text) => [weekdays.indexOf(text.slice(-2)), Number(text.slice(0, -2))] as const);
  return (day, [from, to]) => {
    const date = new Date(day * dayLength);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    if (byMonth && !byMonth.includes(month + 1)) return false;
    const weekday = weekdayOf(day);
    const places = named?.filter(([name]) => name === weekday);
    if (places?.length === 0) return false;
    const dayOfMonth = date.getUTCDate();
    const daysInMonth = () => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    if (byMonthDay && !isIn(byMonthDay, dayOfMonth, daysInMonth())) return false;
    const dayOfYear = day - firstOfYear(year) + 1;
    const daysInYear = () => firstOfYear(year + 1) - firstOfYear(year);
    if (byYearDay && !isIn(byYearDay, dayOfYear, daysInYear())) return false;
    if (byWeekNo && !isIn(byWeekNo, Math.floor((day - from) / 7) + 1, (to - from) / 7)) return false;
    if (!places || places.some(([, number]) => number === 0)) return true;
    // A number counts within the month if the rule is monthly or names months, else within the year.
    const [place, size] = isInMonth ? [dayOfMonth, daysInMonth()] : [dayOfYear, daysInYear()];
    const [fromStart, fromEnd] = [Math.ceil(place / 7), -Math.ceil((size - place + 1) / 7)];
    return places.some(([, number]) => number === fromStart || number === fromEnd);
  };
}

/**
 * The dates of a rule from one date to another, in order, without regard to COUNT, UNTIL and SKIP.
 * @param start the date from which intervals and what the rule leaves open are counted; only a match is a date of the rule
 * @param from the first date to return, no earlier than the start
 * @param to the first date to leave out
 */
export function datesBetween(given: RecurrenceRule, start: string, from: string, to: string): string[] {
  const rule = closed(given, start);
  const { freq, interval, bySetPos } = rule;
  const [first, end] = [numberOf(from), numberOf(to)];
  const fits = fitting(rule);
  const found: number[] = [];
  // Days of the first week of a year may lie in the year before it.
  const passed = Math.floor((first - numberOf(start)) / (longest[freq] as number)) - 1;
  for (let index = Math.max(0, passed - mod(passed, interval)); ; index += interval) {
    const period = periodAt(rule, start, index);
    if (period[0] >= end) break;
    if (period[1] <= first) continue;
    const days: number[] = [];
    for (let day = period[0]; day < period[1]; day++) if (fits(day, period)) days.push(day);
    const chosen = bySetPos ? days.filter((_, at) => isIn(bySetPos, at + 1, days.length)) : days;
    found.push(...chosen);
  }
  return found.filter((day) => day >= first && day < end).map(textOf);
}

import { dayAt, type Moment, momentAt } from './moments.ts';
import { type RecurrenceRule, weekdays } from './recurrence-rule.ts';

/*
 * Parts of a yearly rule that limit the days of other parts (RFC 5545, section 3.3.10). The library does not apply all of them:
 * BYMONTHDAY and BYDAY beside BYYEARDAY, BYMONTHDAY and BYYEARDAY beside BYWEEKNO, numbered days of the week beside BYMONTHDAY or
 * beside days without a number, and the 53rd one of years that have 52. Nor does it take the day of a week from the start.
 */

const numbered = /^-?\d/;

/** The rule with the day of the week of its start, if it names weeks of the year and no days. */
export function withDayOfWeek(rule: RecurrenceRule, { wall }: Moment): RecurrenceRule {
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo } = rule;
  if (freq !== 'YEARLY' || !byWeekNo || byDay || byMonthDay || byYearDay) return rule;
  return { ...rule, byDay: [weekdays[wall.dayOfWeek - 1] as string] };
}

/** Whether a rule has limits that have to be applied here. */
export function hasOwnLimits({ freq, byDay = [], byMonthDay, byYearDay, byWeekNo }: RecurrenceRule): boolean {
  if (freq !== 'YEARLY') return false;
  if (byWeekNo) return byMonthDay !== undefined || byYearDay !== undefined;
  if (byYearDay) return byDay.length > 0 || byMonthDay !== undefined;
  const numbers = byDay.filter((day) => numbered.test(day));
  const isMixed = numbers.length > 0 && (byMonthDay !== undefined || numbers.length < byDay.length);
  return isMixed || byDay.some((day) => day.includes('53'));
}

/** The rule without its limits, and without what is counted after they are applied. */
export function withoutLimits(rule: RecurrenceRule): RecurrenceRule {
  const { byDay, byWeekNo, byYearDay } = rule;
  const wide = { ...rule, count: undefined, bySetPos: undefined };
  if (byWeekNo)
    return { ...wide, byMonth: undefined, byMonthDay: undefined, byYearDay: undefined, byDay: byDay ?? weekdays };
  if (byYearDay) return { ...wide, byDay: undefined, byMonthDay: undefined };
  return { ...wide, byDay: byDay && [...new Set(byDay.map((day) => day.slice(-2)))] };
}

/** The first day of the year of a start, at its time of day: positions in a year count from there. */
export function startOfYear({ wall, zone, isAllDay }: Moment): Moment {
  const first = wall.with({ month: 1, day: 1 });
  return isAllDay ? dayAt(first.toPlainDate()) : momentAt(first, zone);
}

/**
 * The occurrences of a rule among those of the rule without its limits.
 * @param all those from the start of the year on in which the series starts
 * @param hasStart whether the start is one of them even if it does not fit
 */
export function limit(all: readonly Moment[], rule: RecurrenceRule, start: Moment, hasStart: boolean): Moment[] {
  const { bySetPos, count } = rule;
  const years = Map.groupBy(
    all.filter((moment) => fits(moment, rule)),
    (moment) => yearOf(moment, rule),
  );
  const chosen = [...years.values()].flatMap((year) => {
    const positions = new Set(bySetPos?.map((position) => year.at(position > 0 ? position - 1 : position)));
    return bySetPos ? year.filter((moment) => positions.has(moment)) : year;
  });
  const first = hasStart ? [start] : [];
  return [...first, ...chosen.filter(({ at }) => at > start.at || (at === start.at && !hasStart))].slice(0, count);
}

/** The year that a day counts in: with weeks, the one that has most of its week. */
function yearOf({ wall }: Moment, { byWeekNo, wkst = 'MO' }: RecurrenceRule): number {
  if (!byWeekNo) return wall.year;
  return wall.add({ days: 3 - ((wall.dayOfWeek + 6 - weekdays.indexOf(wkst)) % 7) }).year;
}

function fits({ wall }: Moment, { byDay, byMonth, byMonthDay, byYearDay, byHour, byMinute }: RecurrenceRule): boolean {
  const { day, daysInMonth, dayOfYear, daysInYear } = wall;
  const isIn = (list: number[] | undefined, number: number, size = 0) =>
    !list || list.some((one) => number === (one < 0 ? size + 1 + one : one));
  if (!isIn(byMonthDay, day, daysInMonth) || !isIn(byYearDay, dayOfYear, daysInYear)) return false;
  if (!isIn(byMonth, wall.month) || !isIn(byHour, wall.hour) || !isIn(byMinute, wall.minute)) return false;
  // A number counts within the month if the rule names months, else within the year.
  const [place, size] = byMonth ? [day, daysInMonth] : [dayOfYear, daysInYear];
  const numbers = [Math.ceil(place / 7), -Math.ceil((size - place + 1) / 7)];
  return (
    byDay === undefined ||
    byDay.some((text) => {
      const isThatDay = text.endsWith(weekdays[wall.dayOfWeek - 1] as string);
      return isThatDay && (!numbered.test(text) || numbers.includes(Number(text.slice(0, -2))));
    })
  );
}

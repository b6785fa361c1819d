import type {
  DayOfWeek,
  RecurrencePattern,
  RecurrencePatternType,
  RecurrenceRange,
  WeekIndex,
} from '@microsoft/microsoft-graph-types';
import { Temporal } from 'temporal-polyfill';
import { UnreadableEventError } from '../ics/calendar-syntax-error.ts';
import { parseRule, type RecurrenceRule } from '../ics/recurrence-rule.ts';

const dayNames: Readonly<Record<string, DayOfWeek>> = {
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
  SU: 'sunday',
};
const indexes: Readonly<Record<string, WeekIndex>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
};

/** A recurrence, and the day that it starts on. */
export interface StartedRecurrence {
  pattern: Pattern;
  range: Told<RecurrenceRange> & { startDate: string };
}

/** A type of Graph without the null that stands for what was not given. */
type Told<T> = { [P in keyof T]: NonNullable<T[P]> };
type Pattern = Told<RecurrencePattern>;

/**
 * The recurrence of Microsoft Graph that an RRULE (RFC 5545) says. Null if Graph cannot say it, or it is no rule.
 * @param start the first day, `YYYY-MM-DD`. The rule leaves to it what it does not say itself
 */
export function patternOf(text: string, start: string): StartedRecurrence | null {
  const rule = ruleIn(text);
  if (!rule || saysMore(rule)) return null;
  const pattern = patternsOf[rule.freq]?.(rule, Temporal.PlainDate.from(start));
  return pattern ? { pattern: { ...pattern, interval: rule.interval }, range: rangeOf(rule, start) } : null;
}

function ruleIn(text: string): RecurrenceRule | null {
  try {
    return parseRule(text);
  } catch (error) {
    if (error instanceof UnreadableEventError) return null;
    throw error;
  }
}

/** Whether a rule has parts that no recurrence of Graph has. */
const saysMore = (rule: RecurrenceRule) =>
  [rule.byYearDay, rule.byWeekNo, rule.byHour, rule.byMinute, rule.bySecond, rule.skip].some(Boolean) ||
  (rule.count !== undefined && rule.until !== undefined) ||
  [rule.byMonth, rule.byMonthDay, rule.bySetPos].some((list) => list !== undefined && list.length > 1) ||
  (rule.byMonthDay?.[0] ?? 1) < 1 ||
  // Without days to choose from, a position has nothing to count.
  (rule.bySetPos !== undefined && rule.byDay === undefined) ||
  (rule.byDay !== undefined && rule.byMonthDay !== undefined);

const weekdayOf = (date: Temporal.PlainDate) => Object.values(dayNames)[date.dayOfWeek - 1] as DayOfWeek;
const daysOf = (byDay: readonly string[]) => [...new Set(byDay)].map((day) => dayNames[day] as DayOfWeek);

const patternsOf: Partial<
  Record<RecurrenceRule['freq'], (rule: RecurrenceRule, start: Temporal.PlainDate) => Pattern | null>
> = {
  DAILY: ({ byDay, byMonth, byMonthDay }) => (byDay || byMonth || byMonthDay ? null : { type: 'daily' }),
  WEEKLY({ byDay, byMonth, byMonthDay, bySetPos, wkst = 'MO' }, start) {
    if (byMonth || byMonthDay || bySetPos) return null;
    const daysOfWeek = byDay ? daysOf(byDay) : [weekdayOf(start)];
    return { type: 'weekly', daysOfWeek, firstDayOfWeek: dayNames[wkst] as DayOfWeek };
  },
  MONTHLY(rule, start) {
    if (rule.byMonth) return null;
    if (rule.byDay) return relative(rule, 'relativeMonthly');
    return { type: 'absoluteMonthly', dayOfMonth: rule.byMonthDay?.[0] ?? start.day };
  },
  YEARLY(rule, start) {
    const [month] = rule.byMonth ?? [];
    if (rule.byDay) {
      const pattern = month === undefined ? null : relative(rule, 'relativeYearly');
      return pattern && { ...pattern, month: month as number };
    }
    // A day of the month alone is one of every month.
    if (rule.byMonthDay && month === undefined) return null;
    return {
      type: 'absoluteYearly',
      month: month ?? start.month,
      dayOfMonth: rule.byMonthDay?.[0] ?? start.day,
    };
  },
};

/** The first, second, third, fourth or last of some days of the week within a month. */
function relative({ byDay = [], bySetPos }: RecurrenceRule, type: RecurrencePatternType): Pattern | null {
  const [position] = bySetPos ?? [];
  const [only = '', ...others] = byDay;
  const [, number = '', name = ''] = /^(-?\d+)?(\w\w)$/.exec(only) ?? [];
  if (number !== '') {
    const index = indexes[number];
    return others.length === 0 && position === undefined && index !== undefined
      ? { type, daysOfWeek: daysOf([name]), index }
      : null;
  }
  const index = indexes[String(position)];
  const isNumbered = byDay.some((day) => /\d/.test(day));
  return index === undefined || isNumbered ? null : { type, daysOfWeek: daysOf(byDay), index };
}

function rangeOf({ count, until }: RecurrenceRule, startDate: string): StartedRecurrence['range'] {
  if (count !== undefined) return { type: 'numbered', startDate, numberOfOccurrences: count };
  if (until === undefined) return { type: 'noEnd', startDate };
  const endDate = `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;
  return { type: 'endDate', startDate, endDate };
}

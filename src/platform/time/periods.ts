import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';

export const buckets = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Bucket = (typeof buckets)[number];

/** A stretch of days: the first and the last of them, and the moments at which it starts and the next one does. */
export interface Period {
  from: string;
  to: string;
  start: Date;
  end: Date;
}

/** The day, week, month, quarter or year that a date is in. Weeks start with the person's own first day. */
export function periodOf(date: string, bucket: Bucket, calendar: Calendar): Period {
  const [from, to] = daysOf(date, bucket, calendar);
  return { from, to, start: calendar.startOfDay(from), end: calendar.startOfDay(calendar.addDays(to, 1)) };
}

function daysOf(date: string, bucket: Bucket, calendar: Calendar): [string, string] {
  if (bucket === 'DAY') return [date, date];
  if (bucket === 'WEEK') {
    const first = calendar.startOfWeek(date);
    return [first, calendar.addDays(first, 6)];
  }
  const day = Temporal.PlainDate.from(date);
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[bucket];
  const first = day.with({ day: 1, month: day.month - ((day.month - 1) % months) });
  return [first.toString(), first.add({ months }).subtract({ days: 1 }).toString()];
}

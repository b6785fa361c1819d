import type { Calendar } from './calendar.ts';

export const buckets = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Bucket = (typeof buckets)[number];

/** A period: its first and last day, when it starts, and when the next one starts. */
export interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The period of a time or a date, by a person's calendar. Weeks start on the person's first day of the week.
 * @throws RangeError for the hour of a date, which has none
 */
export function periodOf(at: Date | string, bucket: Bucket, calendar: Calendar): Period {
  if (bucket === 'HOUR') {
    if (typeof at === 'string') throw new RangeError(`${at} is a date and in no hour.`);
    return hourOf(at, calendar);
  }
  const [startsOn, endsOn] = daysOf(at instanceof Date ? calendar.dayOf(at) : at, bucket, calendar);
  return new DaysPeriod(startsOn, endsOn, calendar);
}

/** A period of days. Most charts show the days alone, so when it starts and ends is found out when it is read. */
class DaysPeriod implements Period {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly #calendar: Calendar;

  constructor(startsOn: string, endsOn: string, calendar: Calendar) {
    this.startsOn = startsOn;
    this.endsOn = endsOn;
    this.#calendar = calendar;
  }

  get startsAt(): Date {
    return this.#calendar.startOfDay(this.startsOn);
  }

  get endsAt(): Date {
    return this.#calendar.endOfDay(this.endsOn);
  }
}

/** An hour of the clock. If a day starts within it, it belongs to the day of `at`. */
function hourOf(at: Date, calendar: Calendar): Period {
  const { start, end } = calendar.hourOf(at);
  const day = calendar.dayOf(at);
  return { startsOn: day, endsOn: day, startsAt: start, endsAt: end };
}

function daysOf(date: string, bucket: Exclude<Bucket, 'HOUR'>, calendar: Calendar): [string, string] {
  if (bucket === 'DAY') return [date, date];
  if (bucket === 'WEEK') {
    const first = calendar.startOfWeek(date);
    return [first, calendar.addDays(first, 6)];
  }
  // By the digits of the date: a chart has a period for each of dozens of entries.
  const [year, month] = [date.slice(0, -6), Number(date.slice(-5, -3))];
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[bucket];
  const first = month - ((month - 1) % months);
  const last = first + months - 1;
  return [`${year}-${twoDigits(first)}-01`, `${year}-${twoDigits(last)}-${lastDayOf(Number(year), last)}`];
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The last day of a month, 1 to 12. */
function lastDayOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

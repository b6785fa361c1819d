import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';

/*
 * A calendar as arithmetic that a database can do. Between two changes of a zone's offset, a person's clock and days are those
 * of UTC, moved by a constant. These functions return the constants, for the years that times are in.
 */

/** From a time on, in milliseconds since 1970, until the next shift: the seconds to add to a time. */
export interface Shift {
  readonly from: number;
  readonly seconds: number;
}

const day = 86_400_000;

/** Some years in a row, with a margin: offsets are less than a day, and a day starts at most a day after midnight. */
interface Span {
  readonly from: number;
  readonly until: number;
}

const startOfYear = (year: number) => new Date(0).setUTCFullYear(year, 0, 1);

/** @param years in ascending order */
function spansOf(years: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const year of years) {
    const [from, until] = [startOfYear(year) - 3 * day, startOfYear(year + 1) + 3 * day];
    const last = spans.at(-1);
    if (last && from <= last.until) spans[spans.length - 1] = { from: last.from, until };
    else spans.push({ from, until });
  }
  return spans;
}

/** The offsets of a zone within a span, in seconds. */
function offsetsOf(timeZone: string, { from, until }: Span): Shift[] {
  const offsets: Shift[] = [];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  while (at && at.epochMilliseconds < until) {
    offsets.push({ from: at.epochMilliseconds, seconds: at.offsetNanoseconds / 1_000_000_000 });
    at = at.getTimeZoneTransition('next');
  }
  return offsets;
}

/** The shifts of a clock: UTC's clock at a time, shifted, is the person's at that time. */
export const clockShifts = ({ timeZone }: Calendar, years: readonly number[]): Shift[] =>
  merged(spansOf(years).flatMap((span) => offsetsOf(timeZone, span)));

/** The shifts of days: the date in UTC of a time, shifted, is the person's day of that time. */
export function dayShifts(calendar: Calendar, years: readonly number[]): Shift[] {
  const seconds = calendar.dayStartsAt.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 60;
  return merged(spansOf(years).flatMap((span) => daysWithin(calendar, span, seconds)));
}

/**
 * Tells the days of many times, each in a fraction of the time that a calendar takes for one.
 * @param from the earliest time that is asked for
 * @param to the latest time that is asked for
 */
export function dayTeller(calendar: Calendar, from: Date, to: Date): (instant: Date) => string {
  const [first, last] = [from.getUTCFullYear(), to.getUTCFullYear()];
  const shifts = dayShifts(
    calendar,
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return (instant) => {
    const time = instant.getTime();
    const { seconds } = shifts.findLast((shift) => shift.from <= time) as Shift;
    return new Date(time + seconds * 1_000).toISOString().slice(0, 10);
  };
}

/**
 * Around a change of the offset, a day may start at another time of the clock than it is to, or be longer than 24 hours. So
 * these days are listed; on the days between, the clock says which day it is.
 * @param startsAfter the seconds from midnight to the start of a day
 */
function daysWithin(calendar: Calendar, span: Span, startsAfter: number): Shift[] {
  const offsets = offsetsOf(calendar.timeZone, span);
  const changes = offsets.slice(1).map(({ from }) => calendar.dayOf(new Date(from)));
  const around = changes.flatMap((date) => [-1, 0, 1].map((days) => calendar.addDays(date, days)));
  // Before the first date and after the last one there are none.
  const ends = ['0001-01-01', '9999-12-31'].filter((date) => isWithin(calendar.startOfDay(date).getTime(), span));
  const listed = new Set([...around, ...ends]);
  const shiftAt = (from: number) => {
    const { seconds = 0 } = offsets.findLast((offset) => offset.from <= from) ?? {};
    return { from, seconds: seconds - startsAfter };
  };
  const days = [...listed].sort().flatMap((date) => {
    const end = calendar.endOfDay(date).getTime();
    const next = calendar.addDays(date, 1);
    return [...partsOfDay(calendar, date), ...(listed.has(next) || next === date ? [] : [shiftAt(end)])];
  });
  return [shiftAt(span.from), ...days].sort((a, b) => a.from - b.from);
}

const isWithin = (time: number, { from, until }: Span) => time >= from && time < until;

/** A day in parts of at most 24 hours, none of which is moved to the next date. */
function partsOfDay(calendar: Calendar, date: string): Shift[] {
  const [start, end] = [calendar.startOfDay(date).getTime(), calendar.endOfDay(date).getTime()];
  const toMidnight = Date.parse(`${date}T00:00:00Z`) - start;
  const count = Math.ceil((end - start) / day);
  return Array.from({ length: count }, (_, part) => ({
    from: start + part * day,
    seconds: Math.round((toMidnight - part * day) / 1_000),
  }));
}

/** Shifts without those that change nothing. */
const merged = (shifts: readonly Shift[]): Shift[] =>
  shifts.filter(({ seconds }, i) => i === 0 || seconds !== shifts[i - 1]?.seconds);

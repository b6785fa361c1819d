import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { parameterOf } from './properties.ts';
import type { Zone } from './zone.ts';
import { type FindZone, namedZone } from './zones.ts';

/** A local time in a time zone, or a whole day. */
export interface Moment {
  isAllDay: boolean;
  /** The time zone. UTC for a whole day. */
  zone: Zone;
  /** The local time. Midnight for a whole day. */
  wall: Temporal.PlainDateTime;
  /** The instant, in milliseconds since 1970. Midnight in UTC for a whole day. */
  at: number;
}

/** What a time depends on besides its property. */
export interface MomentContext {
  findZone: FindZone;
  /** The zone of times without one. */
  zone: Zone;
  where: string;
}

/** A duration: calendar days, plus milliseconds. */
export interface Duration {
  days: number;
  milliseconds: number;
}

const utc = namedZone('UTC');

/** The moment of a local time in a time zone. */
export function momentAt(wall: Temporal.PlainDateTime, zone: Zone): Moment {
  return { isAllDay: false, zone, wall, at: zone.at(wall) };
}

/** The moment of a whole day. */
export function dayAt(date: Temporal.PlainDate): Moment {
  return { ...momentAt(date.toPlainDateTime(), utc), isAllDay: true };
}

/**
 * Reads a value of DTSTART, DTEND, RECURRENCE-ID, RDATE or EXDATE. A date without VALUE=DATE is accepted, as some programs
 * write it.
 *
 * @throws CalendarSyntaxError if the value is not a date or time, or its time zone is unknown
 */
export function readMoment(value: unknown, property: ICAL.Property, { findZone, zone, where }: MomentContext): Moment {
  const [, date, time, z] = /^(\d{4}-\d\d-\d\d)(?:T(?:::|(\d\d:\d\d:\d\d)(Z?)))?$/.exec(String(value)) ?? [];
  try {
    if (date === undefined) throw new RangeError();
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
    if (time === undefined) return dayAt(day);
    const wall = day.toPlainDateTime(Temporal.PlainTime.from(time));
    const tzid = parameterOf(property, 'tzid');
    if (z === 'Z') return momentAt(wall, utc);
    return momentAt(wall, tzid === '' ? zone : findZone(tzid, where));
  } catch (error) {
    if (error instanceof CalendarSyntaxError) throw error;
    throw new CalendarSyntaxError(`${property.name.toUpperCase()} is not a valid date or time.`, where);
  }
}

/** Reads a DURATION such as `PT1H30M` or `P1W`. @throws CalendarSyntaxError if it is not valid, or negative */
export function readDuration(value: string, where: string): Duration {
  try {
    const { weeks, days, hours, minutes, seconds, sign } = Temporal.Duration.from(value);
    if (sign < 0) throw new RangeError();
    return { days: weeks * 7 + days, milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
  } catch {
    throw new CalendarSyntaxError('DURATION is not a valid duration, or is negative.', where);
  }
}

/** Identifies an occurrence by its start, in any notation: an instant in UTC, or a date. */
export function occurrenceKey({ isAllDay, wall, at }: Moment): string {
  return isAllDay ? wall.toPlainDate().toString() : new Date(at).toISOString();
}

/**
 * Converts a RECURRENCE-ID or EXDATE to the kind of time that a series has. In a series with times, a date stands for the
 * occurrence on that day; in an all-day series, a time stands for its day.
 *
 * @param start the start of the series
 */
export function alignTo(start: Moment, moment: Moment): Moment {
  if (moment.isAllDay === start.isAllDay) return moment;
  const date = moment.wall.toPlainDate();
  return start.isAllDay ? dayAt(date) : momentAt(date.toPlainDateTime(start.wall.toPlainTime()), start.zone);
}

import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { parameterOf } from './properties.ts';
import type { Zone } from './zone.ts';
import { type FindZone, namedZone } from './zones.ts';

/** A time of some place, or a whole day. */
export interface Moment {
  isAllDay: boolean;
  /** Of a whole day: UTC. */
  zone: Zone;
  /** What the clocks show there; of a whole day: midnight. */
  wall: Temporal.PlainDateTime;
  /** The instant in milliseconds since 1970; of a whole day: of its midnight in UTC. */
  at: number;
}

/** Where a time stands whose property does not say it itself. */
export interface Place {
  findZone: FindZone;
  /** The zone of times that name none. */
  zone: Zone;
  where: string;
}

/** How long something takes: days by the calendar, and milliseconds on top. */
export interface Length {
  days: number;
  milliseconds: number;
}

const utc = namedZone('UTC');

/** The moment when the clocks of a zone show this. */
export function momentAt(wall: Temporal.PlainDateTime, zone: Zone): Moment {
  return { isAllDay: false, zone, wall, at: zone.at(wall) };
}

/** A whole day. */
export function dayAt(date: Temporal.PlainDate): Moment {
  return { ...momentAt(date.toPlainDateTime(), utc), isAllDay: true };
}

/**
 * Reads one value of DTSTART, DTEND, RECURRENCE-ID, RDATE or EXDATE. A date needs no VALUE=DATE, as some leave it out.
 *
 * @throws CalendarSyntaxError when it is no date or time, or in an unknown zone
 */
export function readMoment(value: unknown, property: ICAL.Property, { findZone, zone, where }: Place): Moment {
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
    throw new CalendarSyntaxError(`${property.name.toUpperCase()} is no valid date or time.`, where);
  }
}

/** A DURATION such as `PT1H30M` or `P1W`. @throws CalendarSyntaxError when it is none, or negative */
export function readLength(value: string, where: string): Length {
  try {
    const { weeks, days, hours, minutes, seconds, sign } = Temporal.Duration.from(value);
    if (sign < 0) throw new RangeError();
    return { days: weeks * 7 + days, milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
  } catch {
    throw new CalendarSyntaxError('DURATION is no valid duration, or a negative one.', where);
  }
}

/** What tells an occurrence from others, however its time is written: an instant in UTC, or a date. */
export function modelKeyOf({ isAllDay, wall, at }: Moment): string {
  return isAllDay ? wall.toPlainDate().toString() : new Date(at).toISOString();
}

/**
 * What a RECURRENCE-ID or EXDATE means for a series that starts so: a date stands for that day's time in a series of
 * times, and a time for its day in a series of days.
 */
export function alignTo(start: Moment, moment: Moment): Moment {
  if (moment.isAllDay === start.isAllDay) return moment;
  const date = moment.wall.toPlainDate();
  return start.isAllDay ? dayAt(date) : momentAt(date.toPlainDateTime(start.wall.toPlainTime()), start.zone);
}

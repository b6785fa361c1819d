import { Temporal } from 'temporal-polyfill';
import { UnreadableEventError } from './calendar-syntax-error.ts';
import type { Property } from './content-line.ts';
import { parseDateTime } from './date-times.ts';
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
  /** Called with the TZID of a time whose zone cannot be found, which then is read in `unknownZone`. */
  noteUnknownZone: (tzid: string) => void;
  unknownZone: Zone;
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
 * Reads a value of DTSTART, DTEND, RECURRENCE-ID, RDATE or EXDATE. The form of the value decides whether it is a date or a time,
 * whatever the VALUE parameter says; only a midnight that is declared a date is one.
 *
 * @throws UnreadableEventError if the value is not a date or time
 */
export function readMoment(value: string, { name, parameters }: Property, context: MomentContext): Moment {
  const parsed = parseDateTime(value.replaceAll('"', ''));
  if (!parsed) throw new UnreadableEventError(`${name} is not a valid date or time.`);
  const { date, time, offset } = parsed;
  const isMidnight = time?.equals(new Temporal.PlainTime()) ?? false;
  if (time === null || (isMidnight && parameters.get('VALUE')?.toUpperCase() === 'DATE')) return dayAt(date);
  const wall = date.toPlainDateTime(time);
  if (offset === 0) return momentAt(wall, utc);
  const tzid = parameters.get('TZID') ?? '';
  const zone = tzid === '' ? context.zone : zoneOf(tzid, context);
  if (offset === null) return momentAt(wall, zone);
  const at = utc.at(wall) - offset * 60_000;
  return { isAllDay: false, zone, wall: zone.wallAt(at), at };
}

function zoneOf(tzid: string, { findZone, noteUnknownZone, unknownZone }: MomentContext): Zone {
  const zone = findZone(tzid);
  if (zone) return zone;
  noteUnknownZone(tzid);
  return unknownZone;
}

/** Reads a DURATION such as `PT1H30M` or `P1W`; some programs write `PT1W`. @throws UnreadableEventError if it is not valid, or negative */
export function readDuration(value: string): Duration {
  const [, dates, times] = /^\+?P((?:\d{1,9}[WD])*)(?:T((?:\d{1,9}[WDHMS])*))?$/i.exec(value.trim()) ?? [];
  if (dates === undefined || !(dates || times)) {
    throw new UnreadableEventError('DURATION is not a valid duration, or is negative.');
  }
  const units = { W: 0, D: 0, H: 0, M: 0, S: 0 };
  for (const [, count, unit = ''] of `${dates}${times ?? ''}`.toUpperCase().matchAll(/(\d+)([WDHMS])/g)) {
    units[unit as keyof typeof units] += Number(count);
  }
  return { days: units.W * 7 + units.D, milliseconds: ((units.H * 60 + units.M) * 60 + units.S) * 1000 };
}

/** Identifies an occurrence by its start, in any notation: an instant in UTC, or a date. */
export function occurrenceKey({ isAllDay, wall, at }: Moment): string {
  return isAllDay ? wall.toPlainDate().toString() : new Date(at).toISOString();
}

/** The moment that a key identifies, in a zone. */
export function momentOfKey(key: string, zone: Zone): Moment {
  if (key.length === 10) return dayAt(Temporal.PlainDate.from(key));
  const at = Date.parse(key);
  return { isAllDay: false, zone, wall: zone.wallAt(at), at };
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

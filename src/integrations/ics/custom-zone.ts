import type ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { parseRule } from './recurrence-rule.ts';
import type { Zone } from './zone.ts';

/** A STANDARD or DAYLIGHT part of a zone: an offset, and when clocks change to it. */
interface Observance {
  /** The offsets before and after the change, in milliseconds. */
  from: number;
  to: number;
  /** The last change at or before a local time, in local time before the change. Null if there is none. */
  lastChange(wall: Temporal.PlainDateTime): Temporal.PlainDateTime | null;
}

/** The maximum number of STANDARD and DAYLIGHT parts of a zone. Outlook writes two. */
const maxObservances = 20;

const utc = 'UTC';

/**
 * The zone that a VTIMEZONE component defines.
 *
 * @param name the name to give to the zone
 * @throws CalendarSyntaxError if the definition is not valid
 */
export function customZone(component: ICAL.Component, name: string, where: string): Zone {
  const parts = component.getAllSubcomponents().filter((part) => ['standard', 'daylight'].includes(part.name));
  if (parts.length === 0 || parts.length > maxObservances) {
    throw new CalendarSyntaxError(`A time zone must have 1 to ${maxObservances} STANDARD and DAYLIGHT parts.`, where);
  }
  const observances = parts.map((part) => observanceOf(part, where));
  const offsets = [...new Set(observances.flatMap(({ from, to }) => [to, from]))];

  function at(wall: Temporal.PlainDateTime): number {
    return utcOf(wall) - offsetAt(observances, wall);
  }

  function wallAt(instant: number): Temporal.PlainDateTime {
    const walls = offsets.map((offset) => wallOf(instant + offset));
    return walls.find((wall) => at(wall) === instant) ?? (walls[0] as Temporal.PlainDateTime);
  }

  return { name, at, wallAt, ruleZone: utc, fromRuleZone: (zoned) => at(zoned.toPlainDateTime()) };
}

function offsetAt(observances: Observance[], wall: Temporal.PlainDateTime): number {
  let latest: { observance: Observance; change: Temporal.PlainDateTime } | null = null;
  for (const observance of observances) {
    const change = observance.lastChange(wall);
    if (change && (!latest || Temporal.PlainDateTime.compare(change, latest.change) > 0))
      latest = { observance, change };
  }
  if (!latest) return (observances[0] as Observance).from;
  const { from, to } = latest.observance;
  // A time that clocks skip has the offset before the change (RFC 5545, section 3.3.5).
  const isSkipped =
    Temporal.PlainDateTime.compare(wall, latest.change.add({ milliseconds: Math.max(0, to - from) })) < 0;
  return isSkipped ? from : to;
}

function observanceOf(part: ICAL.Component, where: string): Observance {
  const from = offsetOf(part, 'tzoffsetfrom', where);
  const start = wallIn(part.getFirstProperty('dtstart')?.jCal[3], where);
  const listed = part
    .getAllProperties('rdate')
    .flatMap((dates) => dates.jCal.slice(3).map((date) => wallIn(date, where)));
  const rule = ruleOf(part, start, from, where);

  function lastChange(wall: Temporal.PlainDateTime): Temporal.PlainDateTime | null {
    const repeated = rule?.previous(wall.toZonedDateTime(utc), true)?.toPlainDateTime();
    const changes = [start, ...listed, ...(repeated ? [repeated] : [])].filter(
      (change) => Temporal.PlainDateTime.compare(change, wall) <= 0,
    );
    return changes.reduce<Temporal.PlainDateTime | null>(
      (last, change) => (last && Temporal.PlainDateTime.compare(last, change) > 0 ? last : change),
      null,
    );
  }

  return { from, to: offsetOf(part, 'tzoffsetto', where), lastChange };
}

/** Clocks change at most once a year by each part, so only yearly rules are supported. */
function ruleOf(part: ICAL.Component, start: Temporal.PlainDateTime, from: number, where: string) {
  const property = part.getFirstProperty('rrule');
  if (!property) return null;
  const { until, ...rule } = parseRule(property, where);
  if (rule.freq !== 'YEARLY' || rule.count !== undefined || rule.byHour || rule.byMinute || rule.bySecond) {
    throw new CalendarSyntaxError('The RRULE of a time zone must be yearly, without COUNT and times of day.', where);
  }
  const last =
    until === undefined ? undefined : wallIn(until, where).add({ milliseconds: until.endsWith('Z') ? from : 0 });
  return new RRuleTemporal<Temporal.ZonedDateTime>({
    ...rule,
    temporal: Temporal,
    tzid: utc,
    dtstart: start.toZonedDateTime(utc),
    until: last?.toZonedDateTime(utc),
  });
}

/** @param value a date and time as ical.js writes it, with or without a Z */
function wallIn(value: unknown, where: string): Temporal.PlainDateTime {
  try {
    return Temporal.PlainDateTime.from(String(value).replace(/Z$/, ''), { overflow: 'reject' });
  } catch {
    throw new CalendarSyntaxError('The time zone has a clock change without a valid date and time.', where);
  }
}

function offsetOf(part: ICAL.Component, name: string, where: string): number {
  const [, sign, hours, minutes, seconds] =
    /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(String(part.getFirstProperty(name)?.jCal[3])) ?? [];
  if (sign === undefined) throw new CalendarSyntaxError(`The time zone has no valid ${name.toUpperCase()}.`, where);
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return total * (sign === '-' ? -1000 : 1000);
}

function utcOf(wall: Temporal.PlainDateTime): number {
  return wall.toZonedDateTime(utc).epochMilliseconds;
}

function wallOf(utcInstant: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(utcInstant).toZonedDateTimeISO(utc).toPlainDateTime();
}

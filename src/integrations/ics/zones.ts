import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '../../platform/time/calendar.ts';
import { CalendarSyntaxError } from './calendar-syntax-error.ts';
import { type ComponentText, parseComponent } from './components.ts';
import { customZone } from './custom-zone.ts';
import { windowsZones } from './windows-zones.ts';
import type { Zone } from './zone.ts';

/** The zone with an IANA name. */
export function namedZone(name: string): Zone {
  return {
    name,
    at: (wall) => wall.toZonedDateTime(name).epochMilliseconds,
    wallAt: (instant) => zonedAt(instant, name).toPlainDateTime(),
    ruleZone: name,
    fromRuleZone: (zoned) => zoned.epochMilliseconds,
  };
}

/** Finds the zone that a TZID names. @throws CalendarSyntaxError when it is neither known nor defined */
export type FindZone = (tzid: string, where: string) => Zone;

/**
 * @param definitions the calendar's VTIMEZONEs
 * @param fallback whose name a zone takes that has none
 */
export function zoneFinder(definitions: ComponentText[], fallback: string): FindZone {
  const byTzid = new Map(definitions.map((zone) => [tzidOf(zone), zone] as const).reverse());
  const found = new Map<string, Zone>();

  function find(tzid: string, where: string): Zone {
    const name = nameOf(tzid);
    if (name !== null) return namedZone(name);
    const definition = byTzid.get(tzid);
    if (!definition) {
      throw new CalendarSyntaxError(`The time zone ${tzid.slice(0, 100)} is neither known nor defined.`, where);
    }
    const place = `time zone ${tzid.slice(0, 100)}, line ${definition.line}`;
    const component = parseComponent('VTIMEZONE', definition, place);
    const location = nameOf(String(component.getFirstPropertyValue('x-lic-location') ?? ''));
    return location === null ? customZone(component, fallback, place) : namedZone(location);
  }

  return (tzid, where) => {
    const zone = found.get(tzid) ?? find(tzid, where);
    found.set(tzid, zone);
    return zone;
  };
}

function tzidOf(zone: ComponentText): string {
  const line = zone.lines.find((text) => /^TZID[;:]/i.test(text)) ?? '';
  return line.slice(line.indexOf(':') + 1);
}

/**
 * The IANA name that a TZID stands for, or null: the name itself, Windows' name, or a path that ends in the name, as in
 * `/freeassociation.sourceforge.net/Europe/Berlin`.
 */
function nameOf(tzid: string): string | null {
  if (Object.hasOwn(windowsZones, tzid)) return windowsZones[tzid] ?? null;
  const parts = tzid.split('/').slice(-3);
  const candidates = [tzid, parts.join('/'), parts.slice(-2).join('/')];
  const name = candidates.find((candidate) => /^[A-Z]/i.test(candidate) && isTimeZone(candidate));
  return name === undefined ? null : zonedAt(0, name).timeZoneId;
}

function zonedAt(instant: number, name: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
}

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

/** Finds the zone of a TZID. @throws CalendarSyntaxError if it is neither known nor defined in the file */
export type FindZone = (tzid: string, where: string) => Zone;

/**
 * Finds zones by name, or by the definitions of a calendar. Each definition is parsed once, when it is first used.
 *
 * @param definitions the VTIMEZONE components of the calendar
 * @param fallback the name to give to zones without an IANA name
 */
export function zoneFinder(definitions: ComponentText[], fallback: string): FindZone {
  const byTzid = new Map(definitions.map((zone) => [tzidOf(zone), zone] as const).reverse());
  const zones = new Map<string, Zone>();

  function find(tzid: string, where: string): Zone {
    const name = nameOf(tzid);
    if (name !== null) return namedZone(name);
    const definition = byTzid.get(tzid);
    if (!definition) {
      throw new CalendarSyntaxError(
        `The time zone ${tzid.slice(0, 100)} is unknown, and the file has no definition.`,
        where,
      );
    }
    const place = `time zone ${tzid.slice(0, 100)}, line ${definition.line}`;
    const component = parseComponent('VTIMEZONE', definition, place);
    const location = nameOf(String(component.getFirstPropertyValue('x-lic-location') ?? ''));
    return location === null ? customZone(component, fallback, place) : namedZone(location);
  }

  return (tzid, where) => {
    const zone = zones.get(tzid) ?? find(tzid, where);
    zones.set(tzid, zone);
    return zone;
  };
}

function tzidOf(zone: ComponentText): string {
  const line = zone.lines.find((text) => /^TZID[;:]/i.test(text)) ?? '';
  return line.slice(line.indexOf(':') + 1);
}

/**
 * The IANA name of a TZID. A TZID may be the name itself, the name that Windows uses, or a path that ends in the name, such
 * as `/freeassociation.sourceforge.net/Europe/Berlin`. Null if it is none of these.
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

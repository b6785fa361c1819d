import { Temporal } from 'temporal-polyfill';
import { type CalendarText, type Component, propertyOf, textOf } from './components.ts';
import { type CustomZone, customZone } from './custom-zone.ts';
import type { Years, Zone } from './zone.ts';
import { comparable, zoneNameOf } from './zone-names.ts';

/** The zone with an IANA name, or with an offset such as `+01:00`. */
export function namedZone(name: string): Zone {
  return {
    name,
    at: (wall) => wall.toZonedDateTime(name).epochMilliseconds,
    wallAt: (instant) => zonedAt(instant, name).toPlainDateTime(),
    ruleZone: name,
    fromRuleZone: (zoned) => zoned.epochMilliseconds,
  };
}

/** Finds the zone of a TZID. Null if it is neither known nor defined in the file. */
export type FindZone = (tzid: string) => Zone | null;

/** Finds the zones of one of the calendars in a file. */
type ZonesOfCalendar = (calendar: CalendarText) => FindZone;

/**
 * Finds the zones of the calendars in a file. The definition in the file counts, whatever well-known name it has (RFC 5545, section
 * 3.6.5): that of the calendar itself, or else the first one of another calendar. A definition that agrees with the zone of its name
 * is replaced by that zone, which also knows the years that the definition does not cover; so is one that is incomplete. Each
 * definition is parsed once, when it is first used, however many calendars use it.
 *
 * @param fallback the name to give to zones without an IANA name
 */
export function zoneFinder(calendars: readonly CalendarText[], fallback: string, years: Years): ZonesOfCalendar {
  const anywhere = definitionsIn(calendars);
  const undefinedZones = new Map<string, Zone | null>();
  const definedZones = new Map<Component, Map<string, Zone | null>>();

  function find(tzid: string, definition: Component | undefined): Zone | null {
    const name = zoneNameOf(tzid);
    const names = [name, definition ? zoneNameOf(textOf(definition, 'X-LIC-LOCATION')) : null].filter(
      (one) => one !== null,
    );
    const custom = definition && customZone(definition, fallback, years);
    const isUsable = custom && !custom.isIncomplete;
    const known = isUsable ? names.find((one) => agrees(custom, namedZone(one), years)) : names[0];
    return known ? withName(namedZone(known), fallback) : (custom ?? null);
  }

  return (calendar) => {
    const own = definitionsIn([calendar]);
    return (tzid) => {
      const key = comparable(tzid);
      const definition = own.get(key) ?? anywhere.get(key);
      const found = definition ? (definedZones.get(definition) ?? new Map<string, Zone | null>()) : undefinedZones;
      if (definition) definedZones.set(definition, found);
      const zone = found.has(key) ? (found.get(key) ?? null) : find(tzid, definition);
      found.set(key, zone);
      return zone;
    };
  };
}

/** The definitions of zones in some calendars, by their comparable names. Of several with the same name, the first. */
function definitionsIn(calendars: readonly CalendarText[]): Map<string, Component> {
  const definitions = new Map<string, Component>();
  for (const zone of calendars.flatMap(({ zones }) => zones)) {
    for (const name of [propertyOf(zone, 'TZID')?.value ?? '', textOf(zone, 'TZID')].map(comparable)) {
      if (name !== '' && !definitions.has(name)) definitions.set(name, zone);
    }
  }
  return definitions;
}

/** An offset is no name of a zone that a meeting could have. */
const withName = (zone: Zone, fallback: string): Zone => (/^[+-]/.test(zone.name) ? { ...zone, name: fallback } : zone);

/** Whether a definition gives the offsets of a zone, in those of the years that it covers and that matter most: the latest ones. */
function agrees(custom: CustomZone, zone: Zone, { to }: Years): boolean {
  const start = Math.max(Date.UTC(to - 8, 0), custom.coversFrom);
  const end = Math.min(Date.UTC(to, 0), custom.coversTo);
  const week = 7 * 86_400_000;
  for (let instant = start; instant <= end; instant += week) {
    if (!custom.wallAt(instant).equals(zone.wallAt(instant))) return false;
  }
  return true;
}

function zonedAt(instant: number, name: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
}

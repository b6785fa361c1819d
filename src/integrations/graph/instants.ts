import { Temporal } from 'temporal-polyfill';
import { zoneNameOf } from '../ics/zone-names.ts';
import { namedZone } from '../ics/zones.ts';
import type { GraphTime } from './times.ts';

/** The instant of a local time. A zone that is not known counts as UTC. */
export function instantOf({ dateTime, timeZone }: GraphTime): Date {
  return new Date(namedZone(zoneNameOf(timeZone) ?? 'UTC').at(Temporal.PlainDateTime.from(dateTime)));
}

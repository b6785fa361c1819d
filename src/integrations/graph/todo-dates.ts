import { Temporal } from 'temporal-polyfill';
import { zoneNameOf } from '../ics/zone-names.ts';
import type { GraphTime } from './times.ts';

/*
 * The dates of To Do. It has dates, and tells each as midnight of the zone of the program that set it, in UTC: of 27 November in
 * Berlin, as 23:00 of the 26th. Which zone that was is not given.
 */

/** The time of UTC up to which a midnight is one west of Greenwich: that of Hawaii. */
const westernmost = 10 * 60;

/**
 * The date of a midnight in an unknown zone.
 * @param timeZone the IANA zone of the person. If the time is a midnight there, it is that date.
 */
export function dateOfMidnight({ dateTime, timeZone: zoneName }: GraphTime, timeZone: string): string {
  const wall = Temporal.PlainDateTime.from(dateTime);
  const zone = zoneNameOf(zoneName) ?? 'UTC';
  // Told in a zone of its own, it is the date there.
  if (!isUtc(zone)) return wall.toPlainDate().toString();
  const minutes = wall.hour * 60 + wall.minute;
  if (minutes === 0) return wall.toPlainDate().toString();
  const local = wall.toZonedDateTime('UTC').withTimeZone(timeZone);
  if (local.hour === 0 && local.minute === 0) return local.toPlainDate().toString();
  return wall
    .toPlainDate()
    .add({ days: minutes > westernmost ? 1 : 0 })
    .toString();
}

const isUtc = (zone: string) => /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu)$/i.test(zone);

/** A date as To Do takes it. */
export const midnightOf = (date: string): GraphTime => ({ dateTime: `${date}T00:00:00.0000000`, timeZone: 'UTC' });

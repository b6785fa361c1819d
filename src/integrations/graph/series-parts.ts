import { zoneNameOf } from '../ics/zone-names.ts';
import { jsonTime } from '../json-values.ts';
import type { GraphEvent } from './events.ts';
import { instantOf } from './instants.ts';
import { dateOfMidnight } from './todo-dates.ts';

/* Which events are which occurrences of a series. */

/** The events of a calendar with one UID. */
export interface SeriesParts {
  /** The series. Null for a single event. */
  series: GraphEvent | null;
  /** The single event, or the occurrences and exceptions of the series, each with the key by which its meeting is known. */
  parts: { event: GraphEvent; key: string }[];
  /** Events that are the same as others by their UID, or by it and their original start. */
  leftOut: GraphEvent[];
}

/**
 * Finds which events with one UID are what. Of several with one key, one counts: one whose original start is known before one that is only
 * where another one is; then an exception before an occurrence; then the one that was changed last; then the one with the smaller id.
 * @param timeZone the IANA zone of a series whose own is not known
 */
export function seriesParts(events: readonly GraphEvent[], timeZone: string): SeriesParts {
  const [series = null] = events.filter(({ type }) => type === 'seriesMaster').sort(byPrecedence);
  const own = events.filter(({ type, seriesMasterId }) =>
    series === null ? type === 'singleInstance' : seriesMasterId === series.id,
  );
  const byKey = Map.groupBy(own, (event) => (series === null ? '' : keyOf(event, series, timeZone)));
  const parts = [...byKey].map(([key, some]) => ({ event: some.toSorted(byPrecedence)[0] as GraphEvent, key }));
  const counted = new Set([series, ...parts.map(({ event }) => event)]);
  const leftOut = events.filter((event) => event.type !== 'seriesMaster' && !counted.has(event));
  return { series, parts, leftOut };
}

const isGuessed = ({ type, originalStart }: GraphEvent) => type === 'exception' && originalStart === null;

function byPrecedence(a: GraphEvent, b: GraphEvent): number {
  return (
    Number(isGuessed(a)) - Number(isGuessed(b)) ||
    Number(a.type !== 'exception') - Number(b.type !== 'exception') ||
    (b.details?.lastModified ?? '').localeCompare(a.details?.lastModified ?? '') ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The original start of an occurrence, by which its meeting is known: that of an exception is given, all others are there still. */
function keyOf({ type, start, originalStart }: GraphEvent, { details }: GraphEvent, timeZone: string): string {
  const original = type === 'exception' ? (jsonTime(originalStart)?.toISOString() ?? null) : null;
  if (!details?.isAllDay) return original ?? instantOf(start).toISOString();
  if (original === null) return start.dateTime.slice(0, 10);
  // The day is given as its midnight in the zone of the series, in UTC: of 8 December in Berlin, as 23:00 of the 7th.
  return dateOfMidnight({ dateTime: original.slice(0, 19), timeZone: 'UTC' }, zoneNameOf(details.timeZone) ?? timeZone);
}

/** An exception with where it was before it was moved, by what was known of it, if it is not given. */
export function withKnownStart(event: GraphEvent, known: GraphEvent | undefined): GraphEvent {
  if (!isGuessed(event) || !known) return event;
  const { type, start, originalStart } = known;
  return { ...event, originalStart: type === 'occurrence' ? instantOf(start).toISOString() : originalStart };
}

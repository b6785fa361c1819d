import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../ics/calendar-event.ts';
import type { StoredEvent } from './stored-event.ts';

/*
 * A series that is moved, or gets another rule, has occurrences with other original starts. They are the same events all the
 * same: each known one that the series no longer has is matched with a new one.
 */

/** A stored event and the event that it now is. */
export interface Match {
  stored: StoredEvent;
  event: CalendarEvent;
}

/**
 * Matches stored events whose series no longer has them with new occurrences: on the same day first; then in their order, if the whole
 * series has moved and has as many; else with the nearest that is less than the period of the series away.
 * @param isWhole whether no occurrence is where it was
 */
export function matchMoved(
  missing: readonly StoredEvent[],
  added: readonly CalendarEvent[],
  isWhole: boolean,
): Match[] {
  if (missing.length === 0 || added.length === 0) return [];
  const known = missing.toSorted((a, b) => Number(a.isCancelled) - Number(b.isCancelled) || timeOf(a) - timeOf(b));
  const events = added.toSorted((a, b) => startOf(a) - startOf(b));
  const matches: Match[] = [];

  const byDay = Map.groupBy(events, (event) => event.startsOn ?? dayIn(event.timeZone, startOf(event)));
  const zone = events[0]?.timeZone ?? 'UTC';
  for (const stored of known) {
    const event = byDay.get(originalDay(stored, zone))?.shift();
    if (event) matches.push({ stored, event });
  }
  const [paired, taken] = [new Set(matches.map(({ stored }) => stored)), new Set(matches.map(({ event }) => event))];
  const rest = known.filter((stored) => !paired.has(stored) && !stored.isCancelled);
  const free = events.filter((event) => !taken.has(event));
  if (isWhole && rest.length === free.length) {
    matches.push(...rest.map((stored, index) => ({ stored, event: free[index] as CalendarEvent })));
  } else {
    matches.push(...nearest(rest, free, periodOf(events)));
  }
  return matches;
}

/** Matches in order, each with the nearest that is left and less than `limit` milliseconds away. */
function nearest(known: readonly StoredEvent[], events: readonly CalendarEvent[], limit: number): Match[] {
  const matches: Match[] = [];
  let next = 0;
  for (const stored of known) {
    const distance = (index: number) => Math.abs(startOf(events[index] as CalendarEvent) - timeOf(stored));
    while (next + 1 < events.length && distance(next + 1) <= distance(next)) next += 1;
    if (next >= events.length || distance(next) >= limit) continue;
    matches.push({ stored, event: events[next] as CalendarEvent });
    next += 1;
  }
  return matches;
}

/** The shortest time between two occurrences, in milliseconds. For a single event, any time. */
function periodOf(events: readonly CalendarEvent[]): number {
  if (!events.some(({ isRecurring }) => isRecurring)) return Number.POSITIVE_INFINITY;
  const gaps = events.slice(1).map((event, index) => startOf(event) - startOf(events[index] as CalendarEvent));
  return Math.min(7 * 86_400_000, ...gaps.filter((gap) => gap > 0).slice(0, 1_000));
}

/** The original start of a stored event. */
const timeOf = ({ recurrenceId, startsAt }: StoredEvent) =>
  recurrenceId ? Date.parse(recurrenceId) : startsAt.getTime();

const startOf = ({ startsAt, startsOn }: CalendarEvent) => startsAt?.getTime() ?? Date.parse(startsOn ?? '');

function originalDay(stored: StoredEvent, zone: string): string {
  return stored.recurrenceId.length === 10 ? stored.recurrenceId : dayIn(zone, timeOf(stored));
}

const dayIn = (zone: string, time: number) =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDate().toString();

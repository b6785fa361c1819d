import { unlessGone } from '../provider-error.ts';
import { type CollectedEvents, collectEvents, type Room } from './collected-events.ts';
import { type GraphEvent, readGraphEvent } from './events.ts';
import { type GetFromGraph, pagesFrom, valuesOf, withoutEnd } from './pages.ts';

/** Ids that stay the same when an event moves between folders. */
const immutableIds = 'IdType="ImmutableId"';
const prefer = ['odata.maxpagesize=50', immutableIds];

/** What a round of pages has. */
export interface DeltaRound {
  /** The events that were created or changed, each as it was last received. */
  collected: CollectedEvents;
  /** The ids of known events that were removed, or left the window. */
  removed: Set<string>;
  /** Where the next round starts. */
  deltaLink: string;
  /** The number of values that are no events. */
  unreadable: number;
}

interface Window {
  from: Date;
  to: Date;
}

const withWindow = (path: string, { from, to }: Window) =>
  `${path}?startDateTime=${from.toISOString()}&endDateTime=${to.toISOString()}`;

/** Where the first round for a window of a calendar starts. A delta takes no other parameters. @param calendar its path */
export const firstDeltaLink = (calendar: string, window: Window) =>
  withWindow(`${calendar}/calendarView/delta`, window);

/**
 * Reads the pages of a round, to the link at which the next one starts. A page may be empty, tell the same event again, or an
 * older version of it: the last one counts.
 * @param isKnown whether an event is known by its id. The removals of others are ignored
 * @throws GraphError if a page cannot be read, if there is no room, or if the pages do not come to an end
 */
export async function readDelta(
  get: GetFromGraph,
  start: string,
  room: Room,
  isKnown: (id: string) => boolean,
): Promise<DeltaRound> {
  const round: DeltaRound = { collected: collectEvents(room), removed: new Set(), deltaLink: '', unreadable: 0 };
  const { collected, removed } = round;
  for await (const page of pagesFrom(get, start, prefer)) {
    for (const value of valuesOf(page)) {
      const { id, '@removed': removal } = value;
      if (removal !== undefined && typeof id === 'string') {
        collected.delete(id);
        if (isKnown(id)) removed.add(id);
        continue;
      }
      const event = readGraphEvent(value);
      if (!event) round.unreadable += 1;
      else {
        removed.delete(event.id);
        collected.set(event);
      }
    }
    const link = page['@odata.deltaLink'];
    if (typeof link === 'string') round.deltaLink = link;
  }
  if (round.deltaLink === '') throw withoutEnd();
  return round;
}

/**
 * Reads all events of a window of a calendar as they are now, into a round.
 * @returns the number of values that are no events
 * @throws GraphError likewise
 */
export async function readCalendarView(
  get: GetFromGraph,
  calendar: string,
  window: Window,
  { collected, removed }: Pick<DeltaRound, 'collected' | 'removed'>,
): Promise<number> {
  let unreadable = 0;
  for await (const page of pagesFrom(get, withWindow(`${calendar}/calendarView`, window), prefer))
    for (const value of valuesOf(page)) {
      const event = readGraphEvent(value);
      if (!event) unreadable += 1;
      else {
        collected.set(event);
        removed.delete(event.id);
      }
    }
  return unreadable;
}

/**
 * Reads one event or series. Null if it is gone.
 * @param calendar the path of the calendar that it has to be in, or of the mailbox
 * @throws GraphError likewise
 */
export async function readOneEvent(get: GetFromGraph, id: string, calendar = '/v1.0/me'): Promise<GraphEvent | null> {
  const found = await unlessGone(get(`${calendar}/events/${encodeURIComponent(id)}`, [immutableIds]));
  return found && readGraphEvent(found);
}

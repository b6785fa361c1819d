import { unlessGone } from '../provider-error.ts';
import { GraphError } from './errors.ts';
import { type GraphEvent, readGraphEvent } from './events.ts';
import { type GetFromGraph, pagesFrom, valuesOf } from './pages.ts';

/** Ids that stay the same when an event moves between folders. */
const immutableIds = 'IdType="ImmutableId"';
const prefer = ['odata.maxpagesize=50', immutableIds];

/** What a round of pages has told. */
export interface DeltaRound {
  /** The events that were created or changed, each as it was told last. */
  events: Map<string, GraphEvent>;
  /** The ids of events that were removed, or left the window. */
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
 * @param maxEvents the maximum number of events
 * @throws GraphError if a page cannot be read, or the pages do not come to an end
 */
export async function readDelta(get: GetFromGraph, start: string, maxEvents: number): Promise<DeltaRound> {
  const round: DeltaRound = { events: new Map(), removed: new Set(), deltaLink: '', unreadable: 0 };
  for await (const page of pagesFrom(get, start, prefer)) {
    for (const value of valuesOf(page)) {
      const { id, '@removed': removal } = value;
      if (removal !== undefined && typeof id === 'string') {
        round.events.delete(id);
        round.removed.add(id);
        continue;
      }
      const event = readGraphEvent(value);
      if (!event) round.unreadable += 1;
      else {
        round.removed.delete(event.id);
        round.events.set(event.id, event);
      }
    }
    requireFew(round.events, maxEvents);
    const link = page['@odata.deltaLink'];
    if (typeof link === 'string') round.deltaLink = link;
  }
  if (round.deltaLink === '') throw new GraphError('Microsoft Graph ended without a link for the next sync.');
  return round;
}

/** Reads all events of a window of a calendar as they are now. @throws GraphError likewise */
export async function readCalendarView(
  get: GetFromGraph,
  calendar: string,
  window: Window,
  maxEvents: number,
): Promise<Map<string, GraphEvent>> {
  const events = new Map<string, GraphEvent>();
  for await (const page of pagesFrom(get, withWindow(`${calendar}/calendarView`, window), prefer)) {
    for (const value of valuesOf(page)) {
      const event = readGraphEvent(value);
      if (event) events.set(event.id, event);
    }
    requireFew(events, maxEvents);
  }
  return events;
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

/** The code of the error for a calendar that has more events than are taken. */
export const tooManyEvents = 'tooManyEvents';

function requireFew(events: ReadonlyMap<string, unknown>, max: number): void {
  if (events.size > max)
    throw new GraphError(`There are more than ${max.toLocaleString('en')} events in the range that is read.`, {
      code: tooManyEvents,
    });
}

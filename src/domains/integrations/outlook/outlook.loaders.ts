import {
  firstDeltaLink,
  readCalendarView,
  readDelta,
  readOneEvent,
} from '../../../integrations/graph/calendar-view.ts';
import type { CollectedEvents, Room } from '../../../integrations/graph/collected-events.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import type { GetFromGraph } from '../../../integrations/graph/pages.ts';
import { readSince } from '../../../integrations/graph/restarts.ts';
import type { Row } from '../../../platform/database/models.ts';
import { isReconcileDue, isWithin, linkFor, type Window } from './outlook.rules.ts';

type Cursor = Pick<Row<'outlookCalendar'>, 'windowFrom' | 'windowTo' | 'deltaLink' | 'reconciledAt'>;
type Stored = Pick<Row<'outlookEvent'>, 'eventId' | 'seriesMasterId' | 'startsAt' | 'endsAt'>;

/** What a sync has read of a calendar. */
export interface Round {
  deltaLink: string;
  reconciledAt: Date;
  /** The events that were read, and the series that they are of. */
  events: ReadonlyMap<string, GraphEvent>;
  /** The size of all that was read, in characters. */
  size: number;
  /** The stored events that are gone. */
  gone: Set<string>;
  /** The stored events that are not in the range any more. */
  outside: string[];
  /** The number of events that could not be read. */
  skippedCount: number;
}

/** A calendar to read. */
interface Reading {
  /** The path of the calendar. */
  calendar: string;
  /** How far it was read. Null if it never was. */
  cursor: Cursor | null;
  /** Its events as they are stored. */
  stored: readonly Stored[];
  window: Window;
  now: Date;
  room: Room;
}

/**
 * Reads what has changed in a calendar since its cursor, or all of the range if there is none for it, or if its state is gone.
 * Nothing counts as gone until Graph says so of itself: a delta also tells of events that have left the range, and leaves
 * others out.
 * @throws GraphError if it cannot be read
 */
export async function readRound(
  get: GetFromGraph,
  { calendar, cursor, stored, window, now, room }: Reading,
): Promise<Round> {
  const link = cursor && linkFor(cursor, window);
  const known = new Set(stored.flatMap(({ eventId, seriesMasterId }) => [eventId, seriesMasterId]));
  const { collected, removed, deltaLink, isWhole, ...round } = await readSince(
    link,
    firstDeltaLink(calendar, window),
    (start) => readDelta(get, start, room, (id) => known.has(id)),
  );
  const { events } = collected;
  const readAt = isWhole ? now : (cursor?.reconciledAt ?? null);
  const isReconciled = readAt === null || isReconcileDue(readAt, now);
  const unreadable = isReconciled
    ? await readCalendarView(get, calendar, window, { collected, removed })
    : round.unreadable;
  const isAll = isWhole || isReconciled;
  const readOne = (id: string) => readOneEvent(get, id, calendar);
  const { doubtful, outside } = doubtsOf(stored, { events, removed, isAll, window });
  const gone = await verify(readOne, doubtful, collected);
  for (const { eventId, seriesMasterId } of stored)
    if (seriesMasterId !== null && gone.has(seriesMasterId) && !events.has(eventId)) gone.add(eventId);
  const missing = await addSeries(readOne, collected, gone);
  return {
    deltaLink,
    reconciledAt: isAll ? now : (readAt as Date),
    events,
    size: collected.size(),
    gone: new Set([...gone, ...stored.map(({ eventId }) => eventId).filter((id) => missing.has(id))]),
    outside,
    skippedCount: unreadable + missing.size,
  };
}

interface Read {
  events: ReadonlyMap<string, GraphEvent>;
  removed: ReadonlySet<string>;
  /** Whether all of the range was read, so that what was not told of may be gone. */
  isAll: boolean;
  window: Window;
}

/** The stored events that may be gone, and those that the range has left behind. Series are known by their occurrences. */
function doubtsOf(stored: readonly Stored[], { events, removed, isAll, window }: Read) {
  const [doubtful, outside]: [Stored[], string[]] = [[], []];
  for (const one of stored) {
    if (events.has(one.eventId)) continue;
    const isOfGoneSeries = one.seriesMasterId !== null && removed.has(one.seriesMasterId);
    if (removed.has(one.eventId) || isOfGoneSeries) doubtful.push(one);
    else if (!isAll) continue;
    else if (isWithin(one, window)) doubtful.push(one);
    else outside.push(one.eventId);
  }
  return { doubtful, outside };
}

/** Reads an event of the calendar. Null if it is not in it. */
type ReadOne = (id: string) => Promise<GraphEvent | null>;

/** Asks for each event that may be gone. Those that are there still are added to the events. @returns those that are gone */
async function verify(readOne: ReadOne, doubtful: readonly Stored[], collected: CollectedEvents) {
  const { events } = collected;
  const gone = new Set<string>();
  const isGone = async (id: string) => {
    if (gone.has(id)) return true;
    if (events.has(id)) return false;
    const event = await readOne(id);
    if (event) collected.set(event);
    else gone.add(id);
    return event === null;
  };
  for (const { eventId, seriesMasterId } of doubtful) {
    // The occurrences of a series that is gone need not be asked for.
    if (seriesMasterId !== null && gone.has(seriesMasterId)) continue;
    if ((await isGone(eventId)) && seriesMasterId !== null) await isGone(seriesMasterId);
  }
  return gone;
}

/** Reads the series of the occurrences that were read. @returns the ids of occurrences whose series is gone, which are dropped */
async function addSeries(readOne: ReadOne, collected: CollectedEvents, gone: ReadonlySet<string>) {
  const { events } = collected;
  const missing = new Set<string>();
  const bySeries = Map.groupBy(events.values(), ({ seriesMasterId }) => seriesMasterId ?? '');
  for (const [id, parts] of bySeries) {
    if (id === '' || events.get(id)?.type === 'seriesMaster') continue;
    const series = gone.has(id) || events.has(id) ? null : await readOne(id);
    if (series?.type === 'seriesMaster' && series.id === id) collected.set(series);
    else for (const part of parts) missing.add(part.id);
  }
  for (const id of missing) collected.delete(id);
  return missing;
}

import { type Room, tooManyEvents, tooMuchText } from '../../../integrations/graph/collected-events.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import { instantOf } from '../../../integrations/graph/instants.ts';
import type { Row } from '../../../platform/database/models.ts';
import { boundedUid } from '../../meetings/import/import.rules.ts';
import { isRecent } from '../sync-tasks/sync-tasks.rules.ts';

type Cursor = Pick<Row<'outlookCalendar'>, 'windowFrom' | 'windowTo' | 'deltaLink'>;

/** The range that is read: from the first of a month before this one to the first of a month after it. A new month has a new range. */
const months = { before: 2, after: 13 };
/** How often all of the range is read, in milliseconds: a delta may not tell that an occurrence was deleted. */
const reconcileEvery = 6 * 60 * 60 * 1000;
/** The maximum number of events in the range, of all calendars that are followed: as many as of a calendar file. */
export const maxEvents = 20_000;
/** What one sync reads, of all calendars that are followed. An event with ten attendees has some 3,000 characters. */
export const room: Room = { count: maxEvents, size: 100_000_000 };

/** A range of time. */
export interface Window {
  from: Date;
  to: Date;
}

/** The range that is read at a time. The first days of months are those of UTC. */
export function windowAt(now: Date): Window {
  const first = (offset: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
  return { from: first(-months.before), to: first(months.after) };
}

/** Where the next round of a range starts. Null if it has to be read as a whole: a delta link works for no other range. */
export const linkFor = ({ windowFrom, windowTo, deltaLink }: Cursor, { from, to }: Window): string | null =>
  windowFrom?.getTime() === from.getTime() && windowTo?.getTime() === to.getTime() ? deltaLink : null;

/** Whether all of the range is to be read again. @param readAt when it was read last */
export const isReconcileDue = (readAt: Date, now: Date): boolean => !isRecent(readAt, now, reconcileEvery);

/** Whether an event is in a range in part. */
export const isWithin = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, { from, to }: Window): boolean =>
  startsAt < to && (endsAt > from || startsAt >= from);

/** The UID of an event: that of its series. One without any is known by its id. */
const uidOf = (event: GraphEvent, series: GraphEvent | null): string =>
  boundedUid((series ?? event).details?.iCalUId || `graph:${(series ?? event).id}`);

/** The columns of an event as it was read. */
export const eventColumns = (event: GraphEvent, series: GraphEvent | null) => ({
  eventId: event.id,
  seriesMasterId: event.seriesMasterId,
  uid: uidOf(event, series),
  startsAt: instantOf(event.start),
  endsAt: instantOf(event.end),
  data: JSON.stringify(event),
});

/** Whether an error is about one calendar. Others may be readable where one is not. */
export const isAboutTheCalendar = (error: unknown): error is GraphError =>
  error instanceof GraphError && (isTooMuch(error) || [400, 403, 404].includes(error.status));

/** Whether an error says that there is more than is taken. */
export const isTooMuch = ({ code }: GraphError): boolean => code === tooManyEvents || code === tooMuchText;

/** What is left of the room after a calendar was read. */
export const roomAfter = (left: Room, read: Room): Room => ({
  count: left.count - read.count,
  size: left.size - read.size,
});

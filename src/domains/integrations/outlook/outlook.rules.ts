import type { GraphEvent } from '../../../integrations/graph/events.ts';
import { instantOf } from '../../../integrations/graph/messages.ts';
import type { Row } from '../../../platform/database/models.ts';
import { boundedUid } from '../../meetings/import/import.rules.ts';

type Cursor = Row<'outlookCursor'>;

/** The range that is read: from the first of a month before this one to the first of a month after it. A new month has a new range. */
const months = { before: 2, after: 13 };
/** How often all of the range is read, in milliseconds: a delta may not tell that an occurrence was deleted. */
const reconcileEvery = 6 * 60 * 60 * 1000;
/** The maximum number of events in the range, as of a calendar file. */
export const maxEvents = 20_000;

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

/** Whether a cursor is about a range: a delta link works for no other. */
export const isAbout = ({ windowFrom, windowTo }: Cursor, { from, to }: Window): boolean =>
  windowFrom.getTime() === from.getTime() && windowTo.getTime() === to.getTime();

/** Whether all of the range is to be read again. */
export const isReconcileDue = ({ reconciledAt }: Pick<Cursor, 'reconciledAt'>, now: Date): boolean =>
  now.getTime() - reconciledAt.getTime() >= reconcileEvery;

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

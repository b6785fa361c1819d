import type { CalendarEvent } from '../../../integrations/ics/calendar-event.ts';
import { CalendarSyntaxError } from '../../../integrations/ics/calendar-syntax-error.ts';
import { readCalendar } from '../../../integrations/ics/read-calendar.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { findOrCreatePeople } from '../../people/people/people.service.ts';
import { boundedUid, hasChanged, importedFields, importMeetingsInput, participants } from './import.rules.ts';

type Meeting = Row<'meeting'>;
type Tx = Transaction<ViewerContext>;

/** The result of an import, in numbers of meetings. */
interface ImportCounts {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  cancelledCount: number;
}

/** What a meeting is recognized by in repeated imports. */
const importKey = (uid: string | null, recurrenceId: string | null) => `${uid}\n${recurrenceId}`;

/**
 * Imports the meetings of an iCalendar text within a range of days. A repeated import of the same text changes nothing.
 * Notes, items, labels and links of the owner stay as they are, and so do meetings in the trash. Occurrences that
 * their series no longer has are cancelled.
 * @throws InvalidInputError at `ics` with the place in the text that cannot be read
 */
export async function importMeetings(
  ctx: ViewerContext,
  input: InputOf<typeof importMeetingsInput>,
): Promise<ImportCounts> {
  const { ics, from, to } = parseInput(ctx, importMeetingsInput, input);
  const { calendar } = ctx;
  const window = { from: calendar.startOfDay(from), to: calendar.endOfDay(to) };
  const events = read(ics, { ...window, timeZone: calendar.timeZone });
  return transaction(ctx, 'importMeetings', async (tx) => {
    const people = await peopleOf(tx, events);
    const series = await seriesOf(tx, events);
    const known = await meetingsOf(tx, [...new Set(events.map(({ uid }) => uid))]);
    const missing = new Map(known);
    const changed: { meetingId: string; event: CalendarEvent }[] = [];
    const added: { event: CalendarEvent; data: ReturnType<typeof dataOf> }[] = [];
    let unchangedCount = 0;

    function dataOf(event: CalendarEvent) {
      const organizerId = event.organizer ? (people.get(event)?.at(-1)?.personId ?? null) : null;
      return { ...importedFields(event), seriesId: series.get(event.uid) ?? null, organizerId };
    }

    for (const event of events) {
      const data = dataOf(event);
      const key = importKey(event.uid, event.recurrenceId);
      const meeting = known.get(key);
      missing.delete(key);
      if (!meeting) {
        added.push({ event, data });
      } else if (meeting.trashedAt === null && hasChanged(meeting, data)) {
        await tx.write.meeting.update({ id: meeting.id }, data);
        changed.push({ meetingId: meeting.id, event });
      } else {
        unchangedCount += 1;
      }
    }
    const created = await tx.write.meeting.createMany(added.map(({ data }) => data));
    const attended = added.map(({ event }, index) => ({ meetingId: (created[index] as Meeting).id, event }));
    await setAttendees(tx, [...changed, ...attended], people);
    const cancelledCount = await cancelMissing(tx, [...missing.values()], window);
    return { createdCount: created.length, updatedCount: changed.length, unchangedCount, cancelledCount };
  });
}

function read(ics: string, options: Parameters<typeof readCalendar>[1]): CalendarEvent[] {
  try {
    return readCalendar(ics, options).map((event) => ({ ...event, uid: boundedUid(event.uid) }));
  } catch (error) {
    if (!(error instanceof CalendarSyntaxError)) throw error;
    throw new InvalidInputError([
      { path: ['input', 'ics'], message: `cannot be read at ${error.where}: ${error.message}` },
    ]);
  }
}

interface Attendance {
  personId: string;
  response: Row<'meetingAttendee'>['response'];
}

/** The participants of each event, the organizer last. Unknown people are created. */
async function peopleOf(tx: Tx, events: CalendarEvent[]): Promise<Map<CalendarEvent, Attendance[]>> {
  const mentions = events.map((event) => ({ event, all: participants(event) }));
  const people = (
    await findOrCreatePeople(
      tx,
      mentions.flatMap(({ all }) => all),
      ['input', 'ics'],
    )
  ).values();
  return new Map(
    mentions.map(({ event, all }) => [
      event,
      all.map(({ response }) => ({ personId: (people.next().value as Row<'person'>).id, response })),
    ]),
  );
}

/** The ids of the series of recurring events, by UID. New series are created. */
async function seriesOf(tx: Tx, events: CalendarEvent[]): Promise<Map<string, string>> {
  const recurring = new Map(events.filter(({ isRecurring }) => isRecurring).map((event) => [event.uid, event]));
  if (recurring.size === 0) return new Map();
  const existing = await inChunks([...recurring.keys()], (some) =>
    tx.db.meetingSeries.findMany({ where: { ...ownedBy(tx.viewer), icsUid: { in: some } } }),
  );
  for (const { icsUid } of existing) recurring.delete(icsUid ?? '');
  const created = await tx.write.meetingSeries.createMany(
    [...recurring].map(([icsUid, event]) => ({ title: importedFields(event).title, rule: event.rule || null, icsUid })),
  );
  return new Map([...existing, ...created].map(({ id, icsUid }) => [icsUid ?? '', id]));
}

/** The viewer's meetings that were imported with these UIDs, including those in the trash. */
async function meetingsOf(tx: Tx, uids: string[]): Promise<Map<string, Meeting>> {
  const meetings = await inChunks(uids, (some) =>
    tx.db.meeting.findMany({ where: { ...ownedBy(tx.viewer), icsUid: { in: some } } }),
  );
  return new Map(meetings.map((meeting) => [importKey(meeting.icsUid, meeting.icsRecurrenceId), meeting]));
}

/** Replaces the attendees of meetings by those of their events. */
async function setAttendees(
  tx: Tx,
  meetings: { meetingId: string; event: CalendarEvent }[],
  people: Map<CalendarEvent, Attendance[]>,
): Promise<void> {
  const ids = meetings.map(({ meetingId }) => meetingId);
  await inChunks(ids, (some) => tx.write.meetingAttendee.delete({ meetingId: { in: some } }));
  await tx.write.meetingAttendee.createMany(
    meetings.flatMap(({ meetingId, event }) => {
      // Reversed, so that the response of an attendee who also organizes the meeting is the one that is kept.
      const all = (people.get(event) ?? []).toReversed().map(({ personId, response }) => [personId, response] as const);
      return [...new Map(all)].map(([personId, response]) => ({ meetingId, personId, response }));
    }),
  );
}

/** Cancels occurrences within the window that their series no longer has. Returns their number. */
async function cancelMissing(tx: Tx, missing: Meeting[], { from, to }: { from: Date; to: Date }): Promise<number> {
  const ids = missing
    .filter(
      ({ startsAt, status, trashedAt }) =>
        startsAt >= from && startsAt < to && status !== 'CANCELLED' && trashedAt === null,
    )
    .map(({ id }) => id);
  await inChunks(ids, (some) => tx.write.meeting.update({ id: { in: some } }, { status: 'CANCELLED' }));
  return ids.length;
}

import type { CalendarEvent } from '../../../integrations/ics/calendar-event.ts';
import { CalendarSyntaxError } from '../../../integrations/ics/calendar-syntax-error.ts';
import { readCalendar } from '../../../integrations/ics/read-calendar.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { findOrCreatePeople } from '../../people/people/people.service.ts';
import { visibleTo } from '../meetings/meetings.access.ts';
import { hasChanged, imported, importMeetingsInput, participants } from './import.rules.ts';

type Meeting = Row<'meeting'>;
type Tx = Transaction<ViewerContext>;

/** What came of an import: how many meetings it made, changed, found as they were, and found called off. */
export interface MeetingImport {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  cancelledCount: number;
}

const modelKeyOf = (uid: string | null, recurrenceId: string | null) => `${uid}\n${recurrenceId}`;

/**
 * Takes over the meetings of a calendar within some days. The same calendar taken over again changes nothing: a meeting is
 * known by its UID and recurrence. What the owner wrote (notes, items, labels, links) stays, and what they put in the
 * trash stays there. An occurrence that its series no longer has is called off.
 * @throws InvalidInputError saying where the calendar cannot be read
 */
export async function importMeetings(
  ctx: ViewerContext,
  input: InputOf<typeof importMeetingsInput>,
): Promise<MeetingImport> {
  const { ics, from, to } = parseInput(importMeetingsInput(ctx.calendar), input);
  const { calendar } = ctx;
  const window = { from: calendar.startOfDay(from), to: calendar.startOfDay(calendar.addDays(to, 1)) };
  const events = read(ics, { ...window, timeZone: calendar.timeZone });
  return transaction(ctx, 'importMeetings', async (tx) => {
    const people = await peopleOf(tx, events);
    const series = await seriesOf(tx, events);
    const known = await meetingsOf(tx, [...new Set(events.map(({ uid }) => uid))]);
    const result: MeetingImport = { createdCount: 0, updatedCount: 0, unchangedCount: 0, cancelledCount: 0 };
    const attended: { meetingId: string; event: CalendarEvent }[] = [];
    const made: { event: CalendarEvent; data: ReturnType<typeof dataOf> }[] = [];

    function dataOf(event: CalendarEvent) {
      const organizerId = event.organizer ? (people.get(event)?.at(-1)?.personId ?? null) : null;
      return { ...imported(event), seriesId: series.get(event.uid) ?? null, organizerId };
    }

    for (const event of events) {
      const data = dataOf(event);
      const meeting = known.get(modelKeyOf(event.uid, event.recurrenceId));
      known.delete(modelKeyOf(event.uid, event.recurrenceId));
      if (!meeting) {
        made.push({ event, data });
      } else if (meeting.trashedAt === null && hasChanged(meeting, data)) {
        await tx.write.meeting.update({ id: meeting.id }, data);
        attended.push({ meetingId: meeting.id, event });
        result.updatedCount += 1;
      } else {
        result.unchangedCount += 1;
      }
    }
    const created = await tx.write.meeting.createMany(made.map(({ data }) => data));
    for (const [index, { id }] of created.entries()) {
      attended.push({ meetingId: id, event: (made[index] as (typeof made)[number]).event });
    }
    result.createdCount = created.length;
    await attend(tx, attended, people);
    result.cancelledCount = await cancelMissing(tx, [...known.values()], window);
    return result;
  });
}

function read(ics: string, options: Parameters<typeof readCalendar>[1]): CalendarEvent[] {
  try {
    return readCalendar(ics, options);
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

/** Who takes part in each event, the organizer last; those that nobody knew yet are made. */
async function peopleOf(tx: Tx, events: CalendarEvent[]): Promise<Map<CalendarEvent, Attendance[]>> {
  const named = events.map((event) => ({ event, all: participants(event) }));
  const people = (
    await findOrCreatePeople(
      tx,
      named.flatMap(({ all }) => all),
      ['input', 'ics'],
    )
  ).values();
  return new Map(
    named.map(({ event, all }) => [
      event,
      all.map(({ response }) => ({ personId: (people.next().value as Row<'person'>).id, response })),
    ]),
  );
}

/** The series of the recurring events, by UID; those that are new are made. */
async function seriesOf(tx: Tx, events: CalendarEvent[]): Promise<Map<string, string>> {
  const recurring = new Map(events.filter(({ isRecurring }) => isRecurring).map((event) => [event.uid, event]));
  if (recurring.size === 0) return new Map();
  const there = await inChunks([...recurring.keys()], (some) =>
    tx.db.meetingSeries.findMany({ where: { ownerId: tx.viewer.accountId, icsUid: { in: some } } }),
  );
  for (const { icsUid } of there) recurring.delete(icsUid ?? '');
  const made = await tx.write.meetingSeries.createMany(
    [...recurring].map(([icsUid, event]) => ({ title: imported(event).title, rule: event.rule || null, icsUid })),
  );
  return new Map([...there, ...made].map(({ id, icsUid }) => [icsUid ?? '', id]));
}

/** The viewer's meetings that came from these UIDs before, in the trash too. */
async function meetingsOf(tx: Tx, uids: string[]): Promise<Map<string, Meeting>> {
  const meetings = await inChunks(uids, (some) =>
    tx.db.meeting.findMany({ where: { AND: [visibleTo(tx.viewer), { icsUid: { in: some } }] } }),
  );
  return new Map(meetings.map((meeting) => [modelKeyOf(meeting.icsUid, meeting.icsRecurrenceId), meeting]));
}

/** Gives meetings the attendees that their events have. */
async function attend(
  tx: Tx,
  meetings: { meetingId: string; event: CalendarEvent }[],
  people: Map<CalendarEvent, Attendance[]>,
): Promise<void> {
  const ids = meetings.map(({ meetingId }) => meetingId);
  await inChunks(ids, (some) => tx.write.meetingAttendee.delete({ meetingId: { in: some } }));
  await tx.write.meetingAttendee.createMany(
    meetings.flatMap(({ meetingId, event }) => {
      const all = (people.get(event) ?? []).toReversed().map(({ personId, response }) => [personId, response] as const);
      return [...new Map(all)].map(([personId, response]) => ({ meetingId, personId, response }));
    }),
  );
}

/** Calls off the meetings within a window that their calendar no longer has, and answers how many there were. */
async function cancelMissing(tx: Tx, gone: Meeting[], { from, to }: { from: Date; to: Date }): Promise<number> {
  const off = gone.filter(
    ({ startsAt, status, trashedAt }) =>
      startsAt >= from && startsAt < to && status !== 'CANCELLED' && trashedAt === null,
  );
  const offIds = off.map(({ id }) => id);
  await inChunks(offIds, (some) => tx.write.meeting.update({ id: { in: some } }, { status: 'CANCELLED' }));
  return off.length;
}

import type { ViewerContext } from '../../../platform/context.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import {
  getService,
  type ListArguments,
  listRecords,
  listService,
  type Selection,
} from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, requireRecords, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { dateArgument, type InputOf, instant, parseInput } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { findOrCreatePeople } from '../../people/people/people.service.ts';
import { heldWithin, meetingList, visibleTo } from './meetings.access.ts';
import { afterUndo, createMeetingInput, type SaidAttendee, updateMeetingInput } from './meetings.rules.ts';

type Meeting = Row<'meeting'>;
type Tx = Transaction<ViewerContext>;

const references = { seriesId: 'meetingSeries', organizerId: 'person' } as const;
const manyToMany = { labelIds: { model: 'meetingLabel', row: 'meetingId', other: 'label', max: maxLabels } } as const;

/** The viewer's meetings, the earliest first unless asked otherwise. */
export const listMeetings = listService(meetingList);

/** The meetings that take part of a day, the earliest first unless asked otherwise. */
export async function listMeetingsOn(
  ctx: ViewerContext,
  { date, ...args }: ListArguments & { date: string },
  selection: Selection<'meeting'> = {},
): Promise<Page<Meeting>> {
  const day = dateArgument(ctx.calendar, 'date', date);
  return listRecords(ctx, meetingList, args, selection, heldWithin(ctx.calendar, day, day));
}

/** One of the viewer's meetings. */
export const getMeeting = getService(meetingList);

/** The viewer's next meeting from a moment on that has hours and is not cancelled; null when there is none. */
export async function nextMeeting(
  ctx: ViewerContext,
  after: string,
  selection: Selection<'meeting'> = {},
): Promise<Meeting | null> {
  const startsAt = { gte: parseInput(instant(ctx.calendar), after, ['after']) };
  return ctx.db.meeting.findFirst({
    ...selection,
    where: {
      AND: [visibleTo(ctx.viewer), active('meeting'), { startsAt, startsOn: null, NOT: { status: 'CANCELLED' } }],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/** Makes a meeting: by the clock, or of whole days. */
export async function createMeeting(ctx: ViewerContext, input: InputOf<typeof createMeetingInput>): Promise<Meeting> {
  const { id, labelIds, attendees, startsAt, endsAt, startsOn, endsOn, timeZone, ...data } = parseInput(
    createMeetingInput(ctx.calendar),
    input,
  );
  const when = afterUndo({ startsAt, endsAt, startsOn, endsOn, timeZone }, null, ctx.calendar.timeZone);
  return transaction(ctx, 'createMeeting', (tx) =>
    createRecord(tx, 'meeting', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const meeting = await create({ ...data, ...when });
      await setAttendees(tx, meeting, attendees ?? []);
      await setManyToMany(tx, manyToMany, meeting.id, { labelIds });
      return meeting;
    }),
  );
}

/** Changes what is given of the meeting. One whose start is moved stays as long as it was, unless its end is given too. */
export async function updateMeeting(ctx: ViewerContext, input: InputOf<typeof updateMeetingInput>): Promise<Meeting> {
  const { id, ifVersion, labelIds, attendees, startsAt, endsAt, startsOn, endsOn, timeZone, ...changes } = parseInput(
    updateMeetingInput(ctx.calendar),
    input,
  );
  return transaction(ctx, 'updateMeeting', async (tx) => {
    let after: Pick<Meeting, 'id' | 'organizerId'> | undefined;
    return updateRecord(
      tx,
      'meeting',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        after = { id, organizerId: changes.organizerId === undefined ? before.organizerId : changes.organizerId };
        const said = { startsAt, endsAt, startsOn, endsOn, timeZone };
        const asked = Object.values(said).some((part) => part !== undefined && part !== null);
        return { ...changes, ...(asked && afterUndo(said, before, ctx.calendar.timeZone)) };
      },
      async () => {
        const asked = attendees !== undefined || changes.organizerId !== undefined;
        const met = asked && after !== undefined && (await setAttendees(tx, after, attendees ?? null));
        return (await setManyToMany(tx, manyToMany, id, { labelIds })) || met;
      },
    );
  });
}

/** Puts the meeting in the trash. */
export const trashMeeting = trashService('meeting');

/** Takes the meeting out of the trash. */
export const restoreMeeting = restoreService('meeting');

type Attendance = { personId: string; response: Row<'meetingAttendee'>['response'] };

/**
 * Gives a meeting exactly these attendees, and its organizer, and answers whether that changed anything.
 * @param said null: those it has, with its organizer among them
 */
async function setAttendees(
  tx: Tx,
  { id: meetingId, organizerId }: Pick<Meeting, 'id' | 'organizerId'>,
  said: SaidAttendee[] | null,
): Promise<boolean> {
  const before = await tx.db.meetingAttendee.findMany({ where: { meetingId } });
  const after = new Map(
    (said ? await attendances(tx, said, before) : before).map((one) => [one.personId, one.response]),
  );
  // Who calls a meeting attends it, unless they have said otherwise.
  if (organizerId !== null && !after.has(organizerId)) after.set(organizerId, 'ACCEPTED');
  const changed = before.filter(({ personId, response }) => after.get(personId) !== response);
  const known = new Map(before.map(({ personId, response }) => [personId, response]));
  const added = [...after].filter(([personId, response]) => known.get(personId) !== response);
  if (changed.length > 0) await tx.write.meetingAttendee.delete({ id: { in: changed.map(({ id }) => id) } });
  await tx.write.meetingAttendee.createMany(added.map(([personId, response]) => ({ meetingId, personId, response })));
  return changed.length > 0 || added.length > 0;
}

/** Who is meant by what is said of the attendees, nobody twice. Those who attend already may be in the trash by now. */
async function attendances(tx: Tx, said: SaidAttendee[], before: readonly Attendance[]): Promise<Attendance[]> {
  const known = new Set(before.map(({ personId }) => personId));
  const added = said.flatMap(({ personId }, index) => (personId && !known.has(personId) ? [{ personId, index }] : []));
  await requireRecords(
    tx,
    'person',
    added.map(({ personId }) => personId),
    (index) => ['attendees', String(added[index]?.index), 'personId'],
  );
  const named = said.filter(({ personId }) => !personId);
  const found = (await findOrCreatePeople(tx, named, ['input', 'attendees'])).values();
  const all = said.map(
    ({ personId, response }): Attendance => ({
      personId: personId ?? (found.next().value as Row<'person'>).id,
      response: response ?? 'NEEDS_ACTION',
    }),
  );
  const twice = all.findIndex(({ personId }, index) => all.findIndex((one) => one.personId === personId) < index);
  if (twice < 0) return all;
  throw new InvalidInputError([{ path: ['input', 'attendees', String(twice)], message: 'must not be named twice' }]);
}

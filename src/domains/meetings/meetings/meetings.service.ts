import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService, type Selection } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireRecords, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, instant, parseInput } from '../../../platform/validation/input-rules.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { findOrCreatePeople } from '../../people/people/people.service.ts';
import { meetingList, takesTime } from './meetings.access.ts';
import { createMeetingInput, type GivenAttendee, resolveTimes, updateMeetingInput } from './meetings.rules.ts';

type Meeting = Row<'meeting'>;
type Tx = Transaction<ViewerContext>;

const references = { seriesId: 'meetingSeries', organizerId: 'person' } as const;
const manyToMany = { labelIds: { model: 'meetingLabel', row: 'meetingId', other: 'label', max: maxLabels } } as const;

/** Lists the viewer's meetings. */
export const listMeetings = listService(meetingList);

/** One of the viewer's meetings. Null if there is none with this id. */
export const getMeeting = getService(meetingList);

/**
 * The viewer's next meeting that has a time of day and takes their time. Null if there is none.
 * @param after the earliest start, in any form that the calendar resolves, such as `NOW`
 */
export async function nextMeeting(
  ctx: ViewerContext,
  after: string,
  selection: Selection<'meeting'> = {},
): Promise<Meeting | null> {
  const startsAt = { gte: parseInput(ctx, instant, after, ['after']) };
  const isNext = { AND: [takesTime, { startsAt }] };
  return ctx.db.meeting.findFirst({
    ...selection,
    where: { AND: [ownedBy(ctx.viewer), active('meeting'), isNext] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/**
 * Creates a meeting, with a time of day or all-day. Unknown attendees become new people.
 * @throws InvalidInputError if the times do not fit together, or an attendee is given twice
 */
export async function createMeeting(ctx: ViewerContext, input: InputOf<typeof createMeetingInput>): Promise<Meeting> {
  const { id, labelIds, attendees, startsAt, endsAt, startsOn, endsOn, timeZone, ...data } = parseInput(
    ctx,
    createMeetingInput,
    input,
  );
  const times = resolveTimes({ startsAt, endsAt, startsOn, endsOn, timeZone }, null, ctx.calendar.timeZone);
  return transaction(ctx, 'createMeeting', (tx) =>
    createRecord(tx, 'meeting', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const myResponse = data.myResponse ?? ownResponse(tx, attendees) ?? null;
      const meeting = await create({ ...data, ...times, myResponse });
      await setAttendees(tx, meeting, attendees ?? []);
      await setManyToMany(tx, manyToMany, meeting.id, { labelIds });
      return meeting;
    }),
  );
}

/**
 * Updates the given fields of a meeting. A meeting whose start changes keeps its duration unless its end is given.
 * @throws InvalidInputError if the times do not fit together, or an attendee is given twice
 */
export async function updateMeeting(ctx: ViewerContext, input: InputOf<typeof updateMeetingInput>): Promise<Meeting> {
  const { id, ifVersion, labelIds, attendees, startsAt, endsAt, startsOn, endsOn, timeZone, ...changes } = parseInput(
    ctx,
    updateMeetingInput,
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
        const given = { startsAt, endsAt, startsOn, endsOn, timeZone };
        const hasTimes = Object.values(given).some((part) => part !== undefined && part !== null);
        const myResponse = changes.myResponse === undefined ? ownResponse(tx, attendees) : changes.myResponse;
        const times = hasTimes && resolveTimes(given, before, ctx.calendar.timeZone);
        // The rule of the series that it was of says nothing of it any more.
        const isElsewhere = changes.seriesId !== undefined && changes.seriesId !== before.seriesId;
        const place = isElsewhere ? { occursOn: null } : {};
        return { ...changes, ...times, ...place, ...(myResponse !== undefined && { myResponse }) };
      },
      async () => {
        const isGiven = attendees !== undefined || changes.organizerId !== undefined;
        const hasNewAttendees = isGiven && after !== undefined && (await setAttendees(tx, after, attendees ?? null));
        return (await setManyToMany(tx, manyToMany, id, { labelIds })) || hasNewAttendees;
      },
    );
  });
}

/** The response of the viewer, if they are given as an attendee by one of their email addresses. */
function ownResponse(tx: Tx, attendees: readonly GivenAttendee[] = []) {
  const own = attendees.find(isOwner(tx));
  return own && (own.response ?? 'NEEDS_ACTION');
}

/** Whether an attendee is the viewer, who is none of their people. */
function isOwner({ viewer }: Tx) {
  const isOwn = ownAddresses(viewer.account);
  return ({ personId, email }: GivenAttendee) => !personId && Boolean(email) && isOwn(email ?? '');
}

type Attendance = { personId: string; response: Row<'meetingAttendee'>['response'] };

/**
 * Replaces the attendees of a meeting and adds its organizer. Returns whether anything changed.
 * @param given null to keep the attendees and only add the organizer
 */
async function setAttendees(
  tx: Tx,
  { id: meetingId, organizerId }: Pick<Meeting, 'id' | 'organizerId'>,
  given: GivenAttendee[] | null,
): Promise<boolean> {
  const before = await tx.db.meetingAttendee.findMany({ where: { meetingId } });
  const after = new Map(
    (given ? await attendancesOf(tx, given, before) : before).map((one) => [one.personId, one.response]),
  );
  // The organizer attends, unless another response is given for them.
  if (organizerId !== null && !after.has(organizerId)) after.set(organizerId, 'ACCEPTED');
  const removed = before.filter(({ personId, response }) => after.get(personId) !== response);
  const known = new Map(before.map(({ personId, response }) => [personId, response]));
  const added = [...after].filter(([personId, response]) => known.get(personId) !== response);
  if (removed.length > 0) await tx.write.meetingAttendee.delete({ id: { in: removed.map(({ id }) => id) } });
  await tx.write.meetingAttendee.createMany(added.map(([personId, response]) => ({ meetingId, personId, response })));
  return removed.length > 0 || added.length > 0;
}

/** The people that are given as attendees, each once. Those who attend already may have been trashed since. */
async function attendancesOf(tx: Tx, all: GivenAttendee[], before: readonly Attendance[]): Promise<Attendance[]> {
  const isViewer = isOwner(tx);
  const given = all.map((one, index) => ({ ...one, index })).filter((one) => !isViewer(one));
  const known = new Set(before.map(({ personId }) => personId));
  const added = given.flatMap(({ personId, index }) => (personId && !known.has(personId) ? [{ personId, index }] : []));
  await requireRecords(
    tx,
    'person',
    added.map(({ personId }) => personId),
    (index) => ['attendees', String(added[index]?.index), 'personId'],
  );
  const mentions = given.filter(({ personId }) => !personId);
  const people = (await findOrCreatePeople(tx, mentions, ['input', 'attendees'])).values();
  const attendances = given.map(
    ({ personId, response }): Attendance => ({
      personId: personId ?? (people.next().value as Row<'person'>).id,
      response: response ?? 'NEEDS_ACTION',
    }),
  );
  const ids = attendances.map(({ personId }) => personId);
  const repeated = given[ids.findIndex((id, index) => ids.indexOf(id) < index)];
  if (!repeated) return attendances;
  const path = ['input', 'attendees', String(repeated.index)];
  throw new InvalidInputError([{ path, message: 'must not be named twice' }]);
}

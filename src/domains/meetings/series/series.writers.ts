import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { derivedId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { daysOf, dueBefore, followed, hasOtherDays, madeUntilNow, timesOn } from './series.plans.ts';
import { isScheduled, type Scheduled } from './series.rules.ts';

type Meeting = Row<'meeting'>;
type Series = Row<'meetingSeries'>;
type Tx = Transaction<ViewerContext>;

/**
 * Makes the meetings of a series from a day on, three months ahead. The id of each follows from the series and its day, so that
 * there is one meeting for each day. Meetings in the trash are there already.
 * @returns the series, with the day until which its meetings are made
 */
export async function makeMeetings(tx: Tx, series: Series, from: string): Promise<Series> {
  if (!isScheduled(series) || series.trashedAt !== null) return series;
  const { calendar } = tx;
  const madeUntil = madeUntilNow(calendar);
  await makeOn(tx, series, daysOf(series, from, madeUntil));
  return noteMadeUntil(tx, series, madeUntil);
}

/** Notes until when the meetings of a series are made, unless it says so. */
async function noteMadeUntil(tx: Tx, series: Series, madeUntil: string): Promise<Series> {
  const [after] = await tx.write.meetingSeries.update({ id: series.id }, { madeUntil });
  return after ?? series;
}

/** Makes the meetings of some days, each with the agenda, the preparation and the attendees of the series. */
async function makeOn(tx: Tx, series: Series & Scheduled, days: readonly string[]): Promise<void> {
  const { calendar, viewer } = tx;
  const ids = new Map(days.map((day) => [day, derivedId(series.id, day)]));
  const known = await inChunks(days, (some) => {
    const made = { seriesId: series.id, occursOn: { in: some } };
    const among = { OR: [made, { id: { in: some.map((day) => ids.get(day) as string) } }] };
    return tx.db.meeting.findMany({ where: { AND: [ownedBy(viewer), among] }, select: { id: true, occursOn: true } });
  });
  const knownIds = new Set(known.map(({ id }) => id));
  const knownDays = new Set(known.map(({ occursOn }) => occursOn));
  const missing = [...ids].filter(([day, id]) => !knownIds.has(id) && !knownDays.has(day));
  if (missing.length === 0) return;
  const { title, place, joinUrl } = series;
  const same = { title, place, joinUrl, seriesId: series.id, timeZone: calendar.timeZone };
  await tx.write.meeting.createMany(
    missing.map(([occursOn, id]) => ({ ...same, ...timesOn(series, occursOn, calendar), id, occursOn })),
  );
  const made = missing.map(([, id]) => id);
  await tx.write.meetingItem.createMany(made.flatMap((meetingId) => itemsOf(series, meetingId)));
  const attendees = await activeAttendees(tx, series.id);
  await tx.write.meetingAttendee.createMany(
    made.flatMap((meetingId) => attendees.map((personId) => ({ meetingId, personId }))),
  );
}

/** The items that a new meeting of a series begins with. */
function itemsOf({ agenda, preparation }: Series, meetingId: string) {
  const itemsOfKind = (kind: 'AGENDA' | 'PREPARATION', titles: unknown) =>
    (titles as string[]).map((title, index) => ({
      id: derivedId(meetingId, `${kind} ${index}`),
      ...{ meetingId, kind, title, position: index + 1 },
    }));
  return [...itemsOfKind('AGENDA', agenda), ...itemsOfKind('PREPARATION', preparation)];
}

/** The ids of the people that a series invites, without those in the trash. */
async function activeAttendees(tx: Tx, meetingSeriesId: string): Promise<string[]> {
  const where = { AND: [ownedBy(tx.viewer), { meetingSeriesId, person: active('person') }] };
  const found = await tx.db.meetingSeriesAttendee.findMany({ where, orderBy: { id: 'asc' } });
  return found.map(({ personId }) => personId);
}

/** A meeting that the rule of its series made. */
type Made = Meeting & { occursOn: string };
const isMade = (meeting: Meeting): meeting is Made => meeting.occursOn !== null;

/** The condition of the active meetings of a series that its rule made, and that have not begun. */
const comingOf = (tx: Tx, seriesId: string) => ({
  AND: [
    ownedBy(tx.viewer),
    active('meeting'),
    { seriesId, NOT: { occursOn: null }, startsAt: { gt: tx.calendar.now } },
  ],
});

/**
 * Brings the meetings of a series that have not begun in line with a change of it: those on days that are none any more go to the trash,
 * missing ones are made or come back, and what the others have of the series is changed. Meetings that have begun stay as they are.
 */
export async function followSeries(tx: Tx, before: Series, after: Series): Promise<Series> {
  if (!isScheduled(after) || after.trashedAt !== null) return after;
  const { calendar } = tx;
  let result: Series = after;
  let coming = (await tx.db.meeting.findMany({ where: comingOf(tx, after.id) })).filter(isMade);
  if (!isScheduled(before) || hasOtherDays(before, after) || before.madeUntil !== after.madeUntil) {
    const until = madeUntilNow(calendar);
    // Where the server was off for long, days before today are still to be made.
    const last = isScheduled(before) ? before.madeUntil : null;
    const isLate = last !== null && last < calendar.today;
    const days = daysOf(after, isLate ? calendar.addDays(last, 1) : calendar.today, until);
    const wanted = new Set(days.filter((day) => isLate || timesOn(after, day, calendar).startsAt > calendar.now));
    const gone = coming.filter(({ occursOn }) => !wanted.has(occursOn)).map(({ id }) => id);
    await moveMeetings(tx, gone, calendar.now);
    const trashed = { seriesId: after.id, occursOn: { in: [...wanted] }, NOT: { trashedAt: null } };
    const back = await tx.db.meeting.findMany({ where: { AND: [ownedBy(tx.viewer), trashed] } });
    await moveMeetings(
      tx,
      back.map(({ id }) => id),
      null,
    );
    await makeOn(tx, after, [...wanted]);
    result = await noteMadeUntil(tx, after, until);
    coming = [...coming.filter(({ occursOn }) => wanted.has(occursOn)), ...back.filter(isMade)];
  }
  if (!isScheduled(before)) return result;
  for (const meeting of coming) {
    const changes = followed(meeting, before, after, calendar);
    await tx.write.meeting.update({ id: meeting.id }, changes);
  }
  return result;
}

/** Moves meetings to the trash, or out of it. */
const moveMeetings = (tx: Tx, ids: readonly string[], trashedAt: Date | null) =>
  inChunks(ids, (some) => tx.write.meeting.update({ id: { in: some } }, { trashedAt }));

/** Has the meetings of a series that have not begun invite whom the series invites: adds those that are new, and takes others away. */
export async function followAttendees(tx: Tx, seriesId: string, before: readonly string[]): Promise<void> {
  const after = await activeAttendees(tx, seriesId);
  const removed = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id));
  if (removed.length === 0 && added.length === 0) return;
  const coming = (await tx.db.meeting.findMany({ where: comingOf(tx, seriesId), select: { id: true } })).map(
    ({ id }) => id,
  );
  const present = await inChunks(coming, (some) =>
    tx.db.meetingAttendee.findMany({ where: { AND: [ownedBy(tx.viewer), { meetingId: { in: some } }] } }),
  );
  const isThere = new Set(present.map(({ meetingId, personId }) => `${meetingId} ${personId}`));
  await tx.write.meetingAttendee.delete({ meetingId: { in: coming }, personId: { in: removed } });
  await tx.write.meetingAttendee.createMany(
    coming.flatMap((meetingId) =>
      added.flatMap((personId) => (isThere.has(`${meetingId} ${personId}`) ? [] : [{ meetingId, personId }])),
    ),
  );
  await tx.write.meeting.touch({ id: { in: coming } });
}

/** The ids of the people that a series invites now. */
export const attendeesOf = activeAttendees;

/** Moves the meetings of a series that have not begun to the trash, together with it. */
export async function trashComing(tx: Tx, series: Series): Promise<void> {
  const coming = await tx.db.meeting.findMany({ where: comingOf(tx, series.id), select: { id: true } });
  await moveMeetings(
    tx,
    coming.map(({ id }) => id),
    series.trashedAt,
  );
}

/** How many series of one owner are extended in a transaction. */
const seriesAtOnce = 20;

/** Makes the meetings of all series of all accounts that have fewer left than two months. Runs daily. */
export async function extendMeetingSeries(ctx: Context): Promise<void> {
  const where = { AND: [active('meetingSeries'), { madeUntil: { lt: dueBefore(ctx.calendar) } }] };
  const owners = await ctx.db.meetingSeries.groupBy({ by: ['ownerId'], where });
  for (const { ownerId } of owners) {
    const account = await ctx.db.account.findUnique({ where: { id: ownerId } });
    if (!account) continue;
    const owner = actFor(ctx, account);
    const due = await ctx.db.meetingSeries.findMany({ where: { AND: [where, { ownerId }] }, select: { id: true } });
    for (let at = 0; at < due.length; at += seriesAtOnce) {
      const ids = due.slice(at, at + seriesAtOnce).map(({ id }) => id);
      await transaction(owner, 'extendMeetingSeries', async (tx) => {
        // Read anew: another server may have been here.
        const some = await tx.db.meetingSeries.findMany({ where: { AND: [ownedBy(tx.viewer), { id: { in: ids } }] } });
        for (const series of some) {
          if (series.madeUntil && series.madeUntil < dueBefore(tx.calendar))
            await makeMeetings(tx, series, tx.calendar.addDays(series.madeUntil, 1));
        }
      });
    }
  }
}

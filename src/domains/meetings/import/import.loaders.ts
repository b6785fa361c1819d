import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { referredAmong } from '../../../platform/records/hard-delete.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { findOrCreatePeople } from '../../people/people/people.service.ts';
import { isAsTold, isSeriesAsTold, type Participant } from './import.rules.ts';

type Tx = Transaction<ViewerContext>;

const ofUids = ({ viewer }: ViewerContext, uids: string[]) => ({ ...ownedBy(viewer), icsUid: { in: uids } });

/** The `icsRecurrenceId` of the viewer's meetings that were imported with these UIDs, by UID. */
export async function storedKeysOf(ctx: ViewerContext, uids: readonly string[]): Promise<Map<string, string[]>> {
  const select = { icsUid: true, icsRecurrenceId: true } as const;
  const rows = await inChunks(uids, (some) => ctx.db.meeting.findMany({ where: ofUids(ctx, some), select }));
  const byUid = Map.groupBy(rows, ({ icsUid }) => icsUid ?? '');
  return new Map([...byUid].map(([uid, some]) => [uid, some.map(({ icsRecurrenceId }) => icsRecurrenceId ?? '')]));
}

/** The viewer's meetings and series that were imported with these UIDs, including those in the trash. */
export async function storedOf(tx: Tx, uids: readonly string[]) {
  return {
    meetings: await inChunks(uids, (some) => tx.db.meeting.findMany({ where: ofUids(tx, some) })),
    series: await inChunks(uids, (some) => tx.db.meetingSeries.findMany({ where: ofUids(tx, some) })),
  };
}

/** A person who takes part in a meeting. */
export interface Attendee {
  personId: string;
  response: Row<'meetingAttendee'>['response'];
  isOrganizer: boolean;
}

/** The participants of each draft. Unknown people are created. */
export async function peopleOf<D extends { people: Participant[] }>(
  tx: Tx,
  drafts: readonly D[],
): Promise<Map<D['people'], Attendee[]>> {
  const mentions = drafts.flatMap(({ people }) => people);
  const found = (await findOrCreatePeople(tx, mentions, ['input', 'ics'])).values();
  return new Map(
    drafts.map(({ people }) => [
      people,
      people.map(({ response, isOrganizer }) => ({
        personId: (found.next().value as Row<'person'>).id,
        response,
        isOrganizer,
      })),
    ]),
  );
}

/** The attendees of meetings, by meeting. */
export async function attendeesOf(tx: Tx, meetingIds: readonly string[]) {
  const rows = await inChunks(meetingIds, (some) =>
    tx.db.meetingAttendee.findMany({ where: { ...ownedBy(tx.viewer), meetingId: { in: some } } }),
  );
  const stored = rows.map(({ icsStampedAt, ...row }) => ({ ...row, stamp: icsStampedAt }));
  return Map.groupBy(stored, ({ meetingId }) => meetingId);
}

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);

/** Which of some imported meetings have nothing of their owner's: neither written nor changed by them, nor connected with anything. */
export async function untouchedMeetings(tx: Tx, meetings: readonly Row<'meeting'>[]): Promise<Row<'meeting'>[]> {
  const told = meetings.filter((one) => one.notes === '' && isAsTold(one));
  const used = await referredAmong(tx, 'Meeting', idsOf(told), ['MeetingAttendee']);
  const attendees = await attendeesOf(tx, idsOf(told));
  // A calendar that tells when it wrote an event has stamped its attendees, too.
  const isInvited = ({ id, icsStampedAt }: Row<'meeting'>) =>
    icsStampedAt === null || (attendees.get(id) ?? []).every(({ stamp }) => stamp !== null);
  return told.filter((one) => !used.has(one.id) && isInvited(one));
}

/** Which of some imported series have nothing of their owner's, and no meetings. */
export async function untouchedSeries(
  tx: Tx,
  series: readonly Row<'meetingSeries'>[],
): Promise<Row<'meetingSeries'>[]> {
  const told = series.filter((one) => one.trashedAt === null && one.description === '' && isSeriesAsTold(one));
  const used = await referredAmong(tx, 'MeetingSeries', idsOf(told), []);
  return told.filter(({ id }) => !used.has(id));
}

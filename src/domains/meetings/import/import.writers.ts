import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type AttendeeChanges, attendeeChanges, replyChanges } from '../../../integrations/itip/responses.ts';
import { isOlder, type Version } from '../../../integrations/itip/stored-event.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks, inChunksWithTurns } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { cascadeDelete } from '../../../platform/records/hard-delete.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import {
  type Attendee,
  attendeesOf,
  peopleOf,
  storedOf,
  untouchedMeetings,
  untouchedSeries,
} from './import.loaders.ts';
import { type ChangedMeeting, type NewMeeting, type RoundPlan, versionOf } from './import.plans.ts';
import {
  cancelledFingerprints,
  changedFields,
  changedFingerprints,
  fromFingerprintColumn,
  type Participant,
  participants,
  seriesFingerprints,
  titleOf,
  toFingerprintColumn,
} from './import.rules.ts';

/* The writing of an import: each function writes one kind of change. SQLite never waits, so others get turns in between. */

type Tx = Transaction<ViewerContext>;
type People = ReadonlyMap<Participant[], Attendee[]>;

/** The number of records that are updated, by a statement each, before others take a turn. */
const updatesInTurn = 50;

const versionColumns = ({ sequence, stamp }: Version) => ({ icsSequence: sequence, icsStampedAt: stamp });

/** Creates and updates the series of the messages. Returns their ids by UID. */
export async function writeSeries(
  tx: Tx,
  messages: RoundPlan['messages'],
  stored: readonly Row<'meetingSeries'>[],
): Promise<Map<string, string>> {
  const known = new Map(stored.map((one) => [one.icsUid ?? '', one]));
  const added = [];
  for (const { message, plan } of messages) {
    const { uid } = message;
    const { main, summary } = message.message;
    const series = known.get(uid);
    const isUsed = [...plan.created, ...plan.matched.map(({ event }) => event)].some(({ isRecurring }) => isRecurring);
    const fingerprints = main?.isSeries ? seriesFingerprints(main) : null;
    const columns = main &&
      fingerprints && { ...versionColumns(main), icsFingerprints: toFingerprintColumn(fingerprints) };
    if (!series && isUsed) {
      added.push({ title: titleOf(main ?? { title: summary }), rule: main?.rule || null, icsUid: uid, ...columns });
    }
    if (!series || !main || !fingerprints || !columns || isOlder(main, versionOf(series))) continue;
    const changed = changedFingerprints(fromFingerprintColumn(series.icsFingerprints), fingerprints);
    if (changed.size === 0 && main.sequence === series.icsSequence) continue;
    await tx.write.meetingSeries.update(
      { id: series.id },
      {
        ...(changed.has('title') && { title: titleOf(main) }),
        ...(changed.has('rule') && { rule: main.rule || null }),
        ...columns,
      },
    );
  }
  const created = await tx.write.meetingSeries.createMany(added);
  return new Map([...stored, ...created].map(({ id, icsUid }) => [icsUid ?? '', id]));
}

const organizerOf = (people: readonly Attendee[] = []) =>
  people.find(({ isOrganizer }) => isOrganizer)?.personId ?? null;

/** Creates meetings with their attendees. */
export async function writeCreated(
  tx: Tx,
  created: readonly NewMeeting[],
  people: People,
  seriesIds: ReadonlyMap<string, string>,
): Promise<void> {
  await inChunksWithTurns(created, async (some) => {
    const meetings = await tx.write.meeting.createMany(
      some.map(({ uid, event, fields, people: mentions, fingerprints }) => ({
        ...fields,
        ...versionColumns(event),
        icsUid: uid,
        icsRecurrenceId: event.recurrenceId,
        icsFingerprints: toFingerprintColumn(fingerprints),
        seriesId: event.isRecurring ? (seriesIds.get(uid) ?? null) : null,
        organizerId: organizerOf(people.get(mentions)),
      })),
    );
    const attendees = some.flatMap(({ event, people: mentions }, index) => {
      const { added } = attendeeChanges([], people.get(mentions) ?? [], event.stamp, true);
      return added.map((one) => attendeeRow((meetings[index] as Row<'meeting'>).id, one));
    });
    await tx.write.meetingAttendee.createMany(attendees);
  });
}

/** Updates meetings with their attendees. Returns how many of them their owner sees changed. */
export async function writeChanged(
  tx: Tx,
  changes: readonly ChangedMeeting[],
  people: People,
  seriesIds: ReadonlyMap<string, string>,
): Promise<number> {
  const stored = await attendeesOf(
    tx,
    changes.map(({ meeting }) => meeting.id),
  );
  const attendees: [string, AttendeeChanges][] = [];
  let visibleCount = 0;
  for (const [index, { meeting, event, fields, people: mentions, fingerprints, changed }] of changes.entries()) {
    const { id } = meeting;
    const [isFirst, isInTrash] = [meeting.icsFingerprints === '', meeting.trashedAt !== null];
    const given = people.get(mentions) ?? [];
    if (changed.has('attendees')) {
      attendees.push([id, attendeeChanges(stored.get(id) ?? [], given, event.stamp, isFirst)]);
    }
    await tx.write.meeting.update(
      { id },
      {
        ...changedFields(fields, changed),
        ...(changed.has('organizer') && { organizerId: organizerOf(given) }),
        icsRecurrenceId: event.recurrenceId,
        ...(event.isRecurring && !meeting.icsRecurrenceId && { seriesId: seriesIds.get(meeting.icsUid ?? '') ?? null }),
        ...(!isInTrash && { ...versionColumns(event), icsFingerprints: toFingerprintColumn(fingerprints) }),
      },
    );
    const isMoved = event.recurrenceId !== (meeting.icsRecurrenceId ?? '');
    if (changed.size > 0 || (isMoved && !isInTrash)) visibleCount += 1;
    if (index % updatesInTurn === updatesInTurn - 1) await yieldToOthers();
  }
  await writeAttendees(tx, attendees);
  return visibleCount;
}

/** Cancels meetings. */
export async function writeCancelled(tx: Tx, cancelled: RoundPlan['cancelled']): Promise<void> {
  for (const [index, { meeting, version }] of cancelled.entries()) {
    const icsFingerprints = cancelledFingerprints(meeting.icsFingerprints);
    await tx.write.meeting.update(
      { id: meeting.id },
      { status: 'CANCELLED', ...versionColumns(version), icsFingerprints },
    );
    if (index % updatesInTurn === updatesInTurn - 1) await yieldToOthers();
  }
}

/** Sets the responses of attendees to what they have replied. Returns how many meetings that changes. */
export async function writeReplies(
  tx: Tx,
  replies: RoundPlan['replies'],
  isOwn: (email: string) => boolean,
): Promise<number> {
  const drafts = replies.map(({ meeting, details }) => ({
    meeting,
    details,
    people: participants({ organizer: null, attendees: details.attendees }, isOwn),
  }));
  const people = await peopleOf(tx, drafts);
  const stored = await attendeesOf(
    tx,
    drafts.map(({ meeting }) => meeting.id),
  );
  let changedCount = 0;
  for (const { meeting, details, people: mentions } of drafts) {
    const changes = (people.get(mentions) ?? []).map((reply) =>
      replyChanges(stored.get(meeting.id) ?? [], reply, details.stamp),
    );
    await writeAttendees(
      tx,
      changes.map((one) => [meeting.id, one]),
    );
    const own = details.attendees.find(({ email }) => isOwn(email))?.response ?? meeting.myResponse;
    if (own === meeting.myResponse && changes.every(({ added }) => added.length === 0)) continue;
    await tx.write.meeting.touch({ id: meeting.id }, { myResponse: own });
    changedCount += 1;
  }
  return changedCount;
}

async function writeAttendees(tx: Tx, changes: readonly [string, AttendeeChanges][]): Promise<void> {
  const removed = changes.flatMap(([, one]) => one.removed);
  await inChunks(removed, (some) => tx.write.meetingAttendee.delete({ id: { in: some } }));
  await tx.write.meetingAttendee.createMany(
    changes.flatMap(([id, { added }]) => added.map((one) => attendeeRow(id, one))),
  );
}

const attendeeRow = (meetingId: string, { personId, response, stamp }: AttendeeChanges['added'][number]) => ({
  meetingId,
  personId,
  response,
  icsStampedAt: stamp,
});

/**
 * Permanently deletes meetings, and the series with some UIDs that have none left, as far as they have nothing of their owner's.
 * @returns the ids of the meetings that were deleted
 */
export async function writeRemoved(
  tx: Tx,
  meetings: readonly Row<'meeting'>[],
  uids: readonly string[],
): Promise<Set<string>> {
  const ids = new Set((await untouchedMeetings(tx, meetings)).map(({ id }) => id));
  await cascadeDelete(tx, 'Meeting', [...ids]);
  const { series } = await storedOf(tx, uids);
  const empty = await untouchedSeries(tx, series);
  await cascadeDelete(
    tx,
    'MeetingSeries',
    empty.map(({ id }) => id),
  );
  return ids;
}

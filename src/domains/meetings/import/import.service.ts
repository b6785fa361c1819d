import type { CalendarEvent, EventDetails } from '../../../integrations/ics/calendar-event.ts';
import type { SkippedEvent } from '../../../integrations/ics/read-calendar.ts';
import { maxWarnings } from '../../../integrations/ics/warnings.ts';
import { type Plan, planOf } from '../../../integrations/itip/plan.ts';
import { type AttendeeChanges, attendeeChanges, replyChanges } from '../../../integrations/itip/responses.ts';
import { isOlder, type StoredEvent } from '../../../integrations/itip/stored-event.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { type Transaction, transactionInSteps } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';
import {
  type Attendee,
  attendeesOf,
  type ExpandedMessage,
  expandMessages,
  peopleOf,
  readMessages,
  roundsOf,
  storedOf,
} from './import.loaders.ts';
import {
  boundedUid,
  cancelledFingerprints,
  changedFields,
  changedFingerprints,
  cutParts,
  type Draft,
  draftOf,
  fromFingerprintColumn,
  importMeetingsInput,
  maxSkipped,
  type Participant,
  participants,
  seriesFingerprints,
  skippedEvent,
  titleOf,
  toFingerprintColumn,
} from './import.rules.ts';

type Meeting = Row<'meeting'>;
type MeetingSeries = Row<'meetingSeries'>;
type Tx = Transaction<ViewerContext>;

/** The result of an import, in numbers of meetings, and what was left out. */
export interface ImportResult {
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  cancelledCount: number;
  skippedCount: number;
  /** The first 100 events that were left out. */
  skipped: SkippedEvent[];
  warnings: string[];
}

/** The maximum time for writing an import, in milliseconds. A slow machine takes a minute for 10,000 new meetings. */
export const maxImportTime = 180_000;

/**
 * Imports the meetings of an iCalendar text within a range of days. A repeated import of the same text changes nothing. An event
 * that cannot be read is left out and named. Meetings that were imported before follow their calendar wherever it puts them. What
 * their owner has written or changed stays, and so do meetings in the trash. Occurrences that their series no longer has are
 * cancelled.
 * @throws InvalidInputError at `ics` if it is not a calendar
 */
export async function importMeetings(
  ctx: ViewerContext,
  input: InputOf<typeof importMeetingsInput>,
): Promise<ImportResult> {
  const { write } = await prepareImport(ctx, parseInput(ctx, importMeetingsInput, input));
  return transactionInSteps(ctx, 'importMeetings', (step) => step(write), maxImportTime);
}

/** An import that is to be written in a transaction, of at most `maxImportTime`. */
export interface PreparedImport {
  /** The UIDs of the calendar, also of events that are left out. */
  uids: ReadonlySet<string>;
  /** Whether the text is all of the calendar. */
  isWhole: boolean;
  readonly write: (tx: Tx) => Promise<ImportResult>;
}

/**
 * Reads an iCalendar text, and plans its import. Nothing is written yet.
 * @throws InvalidInputError at `ics` if it is not a calendar
 */
export async function prepareImport(
  ctx: ViewerContext,
  { ics, from, to }: { ics: string; from: string; to: string },
): Promise<PreparedImport> {
  const { calendar } = ctx;
  const window = { from: calendar.startOfDay(from), to: calendar.endOfDay(to) };
  const reading = readMessages(ics, { ...window, timeZone: calendar.timeZone });
  const { expanded, skipped } = await expandMessages(ctx, reading.messages, window);
  const all = [...reading.messages, ...reading.skipped];
  return {
    uids: new Set(all.map(({ uid }) => boundedUid(uid))),
    isWhole: !reading.isCutOff,
    write: async (tx) => {
      const tally = newTally([...reading.skipped, ...skipped], reading.warnings);
      for (const round of roundsOf(expanded)) await importRound(tx, round, tally);
      const inOrder = tally.skipped.toSorted((a, b) => a.line - b.line);
      return {
        ...tally.counts,
        skippedCount: inOrder.length,
        skipped: inOrder.slice(0, maxSkipped).map(skippedEvent),
        warnings: tally.warnings.slice(0, maxWarnings),
      };
    },
  };
}

/**
 * Cancels the meetings to come of UIDs that a calendar no longer has. They take place again once it has them.
 * @returns the number of meetings
 */
export async function cancelVanished(tx: Tx, uids: readonly string[]): Promise<number> {
  const { meetings } = await storedOf(tx, uids);
  const gone = meetings.filter(
    ({ status, trashedAt, startsAt }) => status !== 'CANCELLED' && trashedAt === null && startsAt > tx.calendar.now,
  );
  for (const { id, icsFingerprints } of gone) {
    const changes = { status: 'CANCELLED' as const, icsFingerprints: cancelledFingerprints(icsFingerprints) };
    await tx.write.meeting.update({ id }, changes);
  }
  return gone.length;
}

/** What an import has come to so far. */
interface Tally {
  counts: Record<'createdCount' | 'updatedCount' | 'unchangedCount' | 'cancelledCount', number>;
  skipped: SkippedEvent[];
  warnings: string[];
}

const newTally = (skipped: readonly SkippedEvent[], warnings: readonly string[]): Tally => ({
  counts: { createdCount: 0, updatedCount: 0, unchangedCount: 0, cancelledCount: 0 },
  skipped: [...skipped],
  warnings: [...warnings],
});

const skip = ({ uid, title, line }: CalendarEvent, reason: string, { skipped }: Tally) =>
  skipped.push({ uid, summary: title, line, reason });

/** A meeting that its calendar has changed. */
interface Update extends Draft {
  meeting: Meeting;
  changed: Set<string>;
}

/** Imports messages with different UIDs. */
async function importRound(tx: Tx, messages: readonly ExpandedMessage[], tally: Tally): Promise<void> {
  const uids = messages.map(({ uid }) => uid);
  const { meetings, series } = await storedOf(tx, uids);
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const byUid = Map.groupBy(meetings, ({ icsUid }) => icsUid);
  const seriesByUid = new Map(series.map((one) => [one.icsUid ?? '', one]));
  const isOwn = ownAddresses(tx.viewer.account);

  const created: (Draft & { uid: string })[] = [];
  const updates: Update[] = [];
  const plans: { message: ExpandedMessage; plan: Plan }[] = [];
  for (const message of messages) {
    const { uid } = message;
    const known = seriesByUid.get(uid);
    const stored = { events: (byUid.get(uid) ?? []).map(storedEvent), series: known ? versionOf(known) : null };
    const plan = planOf(message.message, message.expansion, stored);
    plans.push({ message, plan });
    tally.counts.unchangedCount += plan.unchangedCount;
    if (plan.skipped !== null) tally.skipped.push({ ...message.message, reason: plan.skipped });
    for (const event of plan.created) {
      const draft = draftOf(event, isOwn);
      if ('reason' in draft) skip(event, draft.reason, tally);
      else created.push({ ...draft, uid });
    }
    for (const { stored, event } of plan.matched) {
      const meeting = byId.get(stored.id) as Meeting;
      const draft = isOlder(event, stored.version) ? null : draftOf(event, isOwn);
      if (draft && 'reason' in draft) skip(event, draft.reason, tally);
      const update = draft && 'fields' in draft ? updateOf(meeting, draft, message.message.method) : null;
      if (update) updates.push(update);
      else tally.counts.unchangedCount += 1;
    }
  }

  const seriesIds = await writeSeries(tx, plans, seriesByUid);
  const isInvited = ({ changed }: Update) => changed.has('attendees') || changed.has('organizer');
  const people = await peopleOf(tx, [...created, ...updates.filter(isInvited)]);
  await writeUpdates(tx, updates, people, seriesIds, tally);
  await writeCreated(tx, created, people, seriesIds, tally);
  for (const { stored, version } of plans.flatMap(({ plan }) => plan.cancelled)) {
    const icsFingerprints = cancelledFingerprints(byId.get(stored.id)?.icsFingerprints ?? '');
    await tx.write.meeting.update(
      { id: stored.id },
      { status: 'CANCELLED', ...versionColumns(version), icsFingerprints },
    );
    tally.counts.cancelledCount += 1;
  }
  const replies = plans.flatMap(({ plan }) => plan.replies);
  await writeReplies(
    tx,
    replies.map(({ stored, details }) => ({ meeting: byId.get(stored.id) as Meeting, details })),
    isOwn,
    tally,
  );
}

type Versioned = Pick<Meeting, 'icsSequence' | 'icsStampedAt'>;
const versionOf = ({ icsSequence, icsStampedAt }: Versioned) => ({ sequence: icsSequence, stamp: icsStampedAt });
const versionColumns = ({ sequence, stamp }: StoredEvent['version']) => ({
  icsSequence: sequence,
  icsStampedAt: stamp,
});

const storedEvent = (meeting: Meeting): StoredEvent => ({
  id: meeting.id,
  recurrenceId: meeting.icsRecurrenceId ?? '',
  startsAt: meeting.startsAt,
  isCancelled: meeting.status === 'CANCELLED',
  isTrashed: meeting.trashedAt !== null,
  version: versionOf(meeting),
});

/** What a calendar has changed in a meeting. Null if nothing. */
function updateOf(meeting: Meeting, draft: Draft, method: string): Update | null {
  const { event, fingerprints } = draft;
  const isMoved = (meeting.icsRecurrenceId ?? '') !== event.recurrenceId;
  if (meeting.trashedAt !== null) return isMoved ? { ...draft, meeting, changed: new Set() } : null;
  const changed = changedFingerprints(fromFingerprintColumn(meeting.icsFingerprints), fingerprints);
  // Programs that write whole calendars stamp all events with the time of writing, which is no news.
  const isStamped = method !== 'PUBLISH' && !isSameTime(event.stamp, meeting.icsStampedAt);
  const isNewer = isStamped || event.sequence !== meeting.icsSequence;
  return changed.size > 0 || isMoved || isNewer ? { ...draft, meeting, changed } : null;
}

const isSameTime = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime();

/** Creates and updates the series of the messages. Returns their ids by UID. */
async function writeSeries(
  tx: Tx,
  plans: readonly { message: ExpandedMessage; plan: Plan }[],
  known: ReadonlyMap<string, MeetingSeries>,
): Promise<Map<string, string>> {
  const added = [];
  for (const {
    message: { uid, message },
    plan,
  } of plans) {
    const { main } = message;
    const series = known.get(uid);
    const isUsed = [...plan.created, ...plan.matched.map(({ event }) => event)].some(({ isRecurring }) => isRecurring);
    const fingerprints = main?.isSeries ? seriesFingerprints(main) : null;
    const columns = main &&
      fingerprints && { ...versionColumns(main), icsFingerprints: toFingerprintColumn(fingerprints) };
    if (!series && isUsed) {
      const title = titleOf(main ?? { title: message.summary });
      added.push({ title, rule: main?.rule || null, icsUid: uid, ...columns });
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
  return new Map([...known.values(), ...created].map(({ id, icsUid }) => [icsUid ?? '', id]));
}

const organizerOf = (people: readonly Attendee[] = []) =>
  people.find(({ isOrganizer }) => isOrganizer)?.personId ?? null;

const warnOfCuts = (event: CalendarEvent, { warnings }: Tally) => {
  for (const part of cutParts(event)) warnings.push(`Event on line ${event.line}: ${part}.`);
};

async function writeCreated(
  tx: Tx,
  created: readonly (Draft & { uid: string })[],
  people: ReadonlyMap<Participant[], Attendee[]>,
  seriesIds: ReadonlyMap<string, string>,
  tally: Tally,
): Promise<void> {
  const meetings = await tx.write.meeting.createMany(
    created.map(({ uid, event, fields, people: mentions, fingerprints }) => ({
      ...fields,
      ...versionColumns(event),
      icsUid: uid,
      icsRecurrenceId: event.recurrenceId,
      icsFingerprints: toFingerprintColumn(fingerprints),
      seriesId: event.isRecurring ? (seriesIds.get(uid) ?? null) : null,
      organizerId: organizerOf(people.get(mentions)),
    })),
  );
  const attendees = created.flatMap(({ event, people: mentions }, index) => {
    const { added } = attendeeChanges([], people.get(mentions) ?? [], event.stamp, true);
    return added.map((one) => attendeeRow((meetings[index] as Meeting).id, one));
  });
  await tx.write.meetingAttendee.createMany(attendees);
  for (const { event } of created) warnOfCuts(event, tally);
  tally.counts.createdCount += created.length;
}

const attendeeRow = (meetingId: string, { personId, response, stamp }: AttendeeChanges['added'][number]) => ({
  meetingId,
  personId,
  response,
  icsStampedAt: stamp,
});

async function writeUpdates(
  tx: Tx,
  updates: readonly Update[],
  people: ReadonlyMap<Participant[], Attendee[]>,
  seriesIds: ReadonlyMap<string, string>,
  tally: Tally,
): Promise<void> {
  const attendees = await attendeesOf(
    tx,
    updates.map(({ meeting }) => meeting.id),
  );
  const changes: [string, AttendeeChanges][] = [];
  for (const { meeting, event, fields, people: mentions, fingerprints, changed } of updates) {
    const { id } = meeting;
    const [isFirst, isInTrash] = [meeting.icsFingerprints === '', meeting.trashedAt !== null];
    const data = {
      ...changedFields(fields, changed),
      ...(changed.has('organizer') && { organizerId: organizerOf(people.get(mentions)) }),
      icsRecurrenceId: event.recurrenceId,
      ...(event.isRecurring && !meeting.icsRecurrenceId && { seriesId: seriesIds.get(meeting.icsUid ?? '') ?? null }),
      ...(!isInTrash && { ...versionColumns(event), icsFingerprints: toFingerprintColumn(fingerprints) }),
    };
    if (changed.has('attendees')) {
      const given = people.get(mentions) ?? [];
      changes.push([id, attendeeChanges(attendees.get(id) ?? [], given, event.stamp, isFirst)]);
    }
    await tx.write.meeting.update({ id }, data);
    if (changed.size > 0) warnOfCuts(event, tally);
    const isVisible = changed.size > 0 || (event.recurrenceId !== (meeting.icsRecurrenceId ?? '') && !isInTrash);
    tally.counts[isVisible ? 'updatedCount' : 'unchangedCount'] += 1;
  }
  await writeAttendees(tx, changes);
}

async function writeAttendees(tx: Tx, changes: readonly [string, AttendeeChanges][]): Promise<void> {
  const removed = changes.flatMap(([, one]) => one.removed);
  await inChunks(removed, (some) => tx.write.meetingAttendee.delete({ id: { in: some } }));
  await tx.write.meetingAttendee.createMany(
    changes.flatMap(([id, { added }]) => added.map((one) => attendeeRow(id, one))),
  );
}

/** Sets the responses of attendees to what they have replied. */
async function writeReplies(
  tx: Tx,
  replies: readonly { meeting: Meeting; details: EventDetails }[],
  isOwn: (email: string) => boolean,
  tally: Tally,
): Promise<void> {
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
  for (const { meeting, details, people: mentions } of drafts) {
    const changes = (people.get(mentions) ?? []).map((reply) =>
      replyChanges(stored.get(meeting.id) ?? [], reply, details.stamp),
    );
    await writeAttendees(
      tx,
      changes.map((one) => [meeting.id, one]),
    );
    const own = details.attendees.find(({ email }) => isOwn(email))?.response ?? meeting.myResponse;
    const isChanged = own !== meeting.myResponse || changes.some(({ added }) => added.length > 0);
    if (isChanged) await tx.write.meeting.touch({ id: meeting.id }, { myResponse: own });
    tally.counts[isChanged ? 'updatedCount' : 'unchangedCount'] += 1;
  }
}

import type { CalendarEvent, EventDetails } from '../../../integrations/ics/calendar-event.ts';
import type { CalendarMessage } from '../../../integrations/ics/calendar-message.ts';
import type { SkippedEvent } from '../../../integrations/ics/read-calendar.ts';
import type { Expansion } from '../../../integrations/itip/expand.ts';
import { type Plan, planOf } from '../../../integrations/itip/plan.ts';
import { isOlder, type StoredEvent, type Version } from '../../../integrations/itip/stored-event.ts';
import type { Row } from '../../../platform/database/models.ts';
import { changedFingerprints, type Draft, draftOf, fromFingerprintColumn } from './import.rules.ts';

/* What an import is to write, from what its messages say and what is stored. */

type Meeting = Row<'meeting'>;

/** A message and its occurrences. */
export interface ExpandedMessage {
  /** The UID that its meetings are stored with. */
  uid: string;
  message: CalendarMessage;
  expansion: Expansion;
}

/** Splits messages so that those about the same UID come one after another. */
export function roundsOf(messages: readonly ExpandedMessage[]): ExpandedMessage[][] {
  const rounds: ExpandedMessage[][] = [];
  for (const sameUid of Map.groupBy(messages, ({ uid }) => uid).values()) {
    for (const [index, message] of sameUid.entries()) {
      rounds[index] ??= [];
      rounds[index].push(message);
    }
  }
  return rounds;
}

/** A meeting to create. */
export interface NewMeeting extends Draft {
  uid: string;
}

/** A meeting that its calendar has changed. */
export interface ChangedMeeting extends Draft {
  meeting: Meeting;
  /** The names of the fingerprints that have changed. */
  changed: Set<string>;
}

/** What a round of messages with different UIDs is to write. */
export interface RoundPlan {
  messages: { message: ExpandedMessage; plan: Plan }[];
  created: NewMeeting[];
  changed: ChangedMeeting[];
  cancelled: { meeting: Meeting; version: Version }[];
  replies: { meeting: Meeting; details: EventDetails }[];
  unchangedCount: number;
  /** How many meetings of the messages are in the trash. */
  trashedCount: number;
  skipped: SkippedEvent[];
}

/** What is stored of the meetings and series of a round. */
export interface StoredRecords {
  meetings: readonly Meeting[];
  series: readonly Row<'meetingSeries'>[];
}

/**
 * Plans a round. Yields after each event.
 * @param isOwn whether an email address is one of the owner's
 */
export function* planRound(
  messages: readonly ExpandedMessage[],
  { meetings, series }: StoredRecords,
  isOwn: (email: string) => boolean,
): Generator<void, RoundPlan> {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const byUid = Map.groupBy(meetings, ({ icsUid }) => icsUid);
  const seriesByUid = new Map(series.map((one) => [one.icsUid, versionOf(one)]));
  const meetingOf = ({ id }: StoredEvent) => byId.get(id) as Meeting;
  const round: RoundPlan = {
    messages: [],
    created: [],
    changed: [],
    cancelled: [],
    replies: [],
    unchangedCount: 0,
    trashedCount: 0,
    skipped: [],
  };
  const draft = (event: CalendarEvent): Draft | null => {
    const one = draftOf(event, isOwn);
    if (!('reason' in one)) return one;
    round.skipped.push({ uid: event.uid, summary: event.title, line: event.line, reason: one.reason });
    return null;
  };
  for (const message of messages) {
    const { uid } = message;
    const stored = { events: (byUid.get(uid) ?? []).map(storedEvent), series: seriesByUid.get(uid) ?? null };
    const plan = planOf(message.message, message.expansion, stored);
    round.messages.push({ message, plan });
    round.unchangedCount += plan.unchangedCount;
    if (plan.skipped !== null) round.skipped.push({ ...message.message, reason: plan.skipped });
    for (const event of plan.created) {
      const one = draft(event);
      if (one) round.created.push({ ...one, uid });
      yield;
    }
    for (const { stored, event } of plan.matched) {
      if (stored.isTrashed) round.trashedCount += 1;
      const one = isOlder(event, stored.version) ? null : draft(event);
      const change = one && changeOf(meetingOf(stored), one, message.message.method);
      if (change) round.changed.push(change);
      else round.unchangedCount += 1;
      yield;
    }
    round.cancelled.push(...plan.cancelled.map(({ stored, version }) => ({ meeting: meetingOf(stored), version })));
    round.replies.push(...plan.replies.map(({ stored, details }) => ({ meeting: meetingOf(stored), details })));
  }
  return round;
}

/** The version of a meeting or a series that was imported last. */
export const versionOf = ({ icsSequence, icsStampedAt }: Pick<Meeting, 'icsSequence' | 'icsStampedAt'>): Version => ({
  sequence: icsSequence,
  stamp: icsStampedAt,
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
function changeOf(meeting: Meeting, draft: Draft, method: string): ChangedMeeting | null {
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

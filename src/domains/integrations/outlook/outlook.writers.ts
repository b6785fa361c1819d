import type { GraphCalendar } from '../../../integrations/graph/calendars.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import { type KnownVersion, type Mailbox, messageOf } from '../../../integrations/graph/messages.ts';
import { type SeriesParts, seriesParts, withKnownStart } from '../../../integrations/graph/series-parts.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { writeMessages } from '../../meetings/import/import.service.ts';
import { noteEvents } from '../calendars/calendars.service.ts';
import { unread } from '../outlook-calendars/outlook-calendars.rules.ts';
import { forgetCalendar, keepCalendars, noteCalendar } from '../outlook-calendars/outlook-calendars.service.ts';
import type { SyncResult } from '../syncs/syncs.rules.ts';
import { followEvents } from '../time-block-pushes/time-block-pushes.service.ts';
import type { Round } from './outlook.loaders.ts';
import { eventColumns, type Window } from './outlook.rules.ts';

type Integration = Row<'integration'>;
type Calendar = Row<'outlookCalendar'>;
type StoredEvent = Row<'outlookEvent'>;
type Tx = Transaction<ViewerContext>;
type Message = Parameters<typeof writeMessages>[1][number];

/** What a sync has read of a mailbox. Calendars are named by their ids at Graph. */
export interface MailboxRound {
  window: Window;
  /** The calendars that the mailbox has. */
  listed: GraphCalendar[];
  /** What was read of each. */
  rounds: Map<string, Round>;
  /** Why others could not be read, in a sentence each. */
  problems: Map<string, string>;
  /** Those that are not there any more. */
  gone: Set<string>;
}

/** What a mailbox has told, of all calendars: which UIDs it was about, and what became of events. */
interface Told {
  /** The UIDs of events that may have changed. */
  uids: Set<string>;
  /** The UIDs of the events of calendars that are followed no more. */
  left: Set<string>;
  events: Map<string, GraphEvent>;
  gone: Set<string>;
}

/** Writes what was read of a mailbox, and makes meetings of it. */
export async function writeMailbox(
  tx: Tx,
  integration: Integration,
  round: MailboxRound,
  refusals: readonly string[],
): Promise<SyncResult> {
  const calendars = await keepCalendars(tx, integration, round.listed);
  const told: Told = { uids: new Set(), left: new Set(), events: new Map(), gone: new Set() };
  const warnings = [...refusals];
  let skippedCount = refusals.length;
  for (const calendar of calendars) {
    const { calendarId } = calendar;
    const [read, problem] = [round.rounds.get(calendarId), round.problems.get(calendarId)];
    const isGone = round.gone.has(calendarId);
    // Its owner may have chosen otherwise since it was read.
    if (isGone || !calendar.isFollowed) await leave(tx, calendar, told, isGone);
    else if (read) {
      await writeRound(tx, calendar, round.window, read, told);
      skippedCount += read.skippedCount;
      if (read.skippedCount > 0) warnings.push(unreadableIn(calendar, read));
    } else if (problem !== undefined) {
      await noteCalendar(tx, calendar, { problem });
      warnings.push(`“${calendar.name}” was not read: ${problem}`);
      skippedCount += 1;
    }
  }
  // An event that has moved to another calendar is gone from the one that it was in.
  for (const id of told.events.keys()) told.gone.delete(id);
  const isBlock = await followEvents(tx, integration.id, told.events, told.gone);
  const result = await writeMeetings(tx, integration, { told, calendars, window: round.window, isBlock });
  return {
    ...result,
    skippedCount: result.skippedCount + skippedCount,
    warnings: [...warnings, ...result.warnings],
    outcome: 'SUCCEEDED',
  };
}

/** Writes what was read of a calendar, and where the next round of it starts. */
async function writeRound(tx: Tx, calendar: Calendar, window: Window, round: Round, told: Told): Promise<void> {
  const { id: outlookCalendarId, integrationId, accountId } = calendar;
  const { events, gone, outside, deltaLink, reconciledAt } = round;
  const replaced = [...events.keys(), ...gone, ...outside];
  const ofThese = (some: string[]) => ({ outlookCalendarId, eventId: { in: some } });
  const before = await inChunks(replaced, (some) => tx.db.outlookEvent.findMany({ where: ofThese(some) }));
  await inChunks(replaced, (some) => tx.write.outlookEvent.delete(ofThese(some)));
  const seriesOf = ({ seriesMasterId }: GraphEvent) =>
    seriesMasterId === null ? null : (events.get(seriesMasterId) ?? null);
  const known = new Map(before.map((one) => [one.eventId, one]));
  const after = await tx.write.outlookEvent.createMany(
    [...events.values()].map((event) => ({
      ...{ integrationId, accountId, outlookCalendarId },
      ...eventColumns(withKnownStart(event, eventOf(known.get(event.id))), seriesOf(event)),
    })),
  );
  const left = new Set(outside);
  for (const { uid } of [...before.filter(({ eventId }) => !left.has(eventId)), ...after]) told.uids.add(uid);
  for (const [id, event] of events) told.events.set(id, event);
  for (const id of gone) told.gone.add(id);
  const range = { windowFrom: window.from, windowTo: window.to };
  await noteCalendar(tx, calendar, { ...range, deltaLink, reconciledAt, problem: null });
}

const eventOf = (stored: StoredEvent | undefined) => stored && (JSON.parse(stored.data) as GraphEvent);

const unreadableIn = ({ name }: Calendar, { skippedCount }: Round) =>
  `“${name}”: ${skippedCount === 1 ? 'an event was' : `${skippedCount} events were`} left out, without an id, a type, times or a series that can be read.`;

/** Forgets the events of a calendar that is followed no more, and the calendar, if it is gone. */
async function leave(tx: Tx, calendar: Calendar, { left }: Told, isGone: boolean): Promise<void> {
  const events = await tx.write.outlookEvent.delete({ outlookCalendarId: calendar.id });
  for (const { uid } of events) left.add(uid);
  if (isGone) await forgetCalendar(tx, calendar);
  else if (calendar.windowFrom !== null || calendar.problem !== null) await noteCalendar(tx, calendar, unread);
}

/** What meetings are made of. */
interface Source {
  told: Told;
  /** The calendars, the one that counts first. */
  calendars: readonly Calendar[];
  window: Window;
  isBlock: (eventId: string) => boolean;
}

/** Makes the meetings with the UIDs that were told what the stored events say. */
async function writeMeetings(tx: Tx, integration: Integration, { told, calendars, window, isBlock }: Source) {
  const uids = [...told.uids.union(told.left)];
  const where = { integrationId: integration.id };
  const stored = await inChunks(uids, (some) =>
    tx.db.outlookEvent.findMany({ where: { ...where, uid: { in: some } } }),
  );
  const noted = await inChunks(uids, (some) =>
    tx.db.integrationEvent.findMany({ where: { ...where, uid: { in: some } }, select: { uid: true } }),
  );
  const known = new Set(noted.map(({ uid }) => uid));
  const meetings = stored.filter(({ eventId }) => !isBlock(eventId));
  const byUid = Map.groupBy(meetings, ({ uid }) => uid);
  const versions = await versionsOf(tx, uids);
  const mailbox = { email: integration.connectedTo, timeZone: tx.calendar.timeZone, window };
  const sameUid: GraphEvent[] = [];
  const messages = uids.flatMap((uid) => {
    const byCalendar = Map.groupBy(byUid.get(uid) ?? [], ({ outlookCalendarId }) => outlookCalendarId);
    // An event that is in several calendars is one. The first of them counts.
    const told = calendars.flatMap(({ id }) =>
      messageOfStored(uid, byCalendar.get(id) ?? [], versions.get(uid) ?? unknown, mailbox),
    );
    return told.slice(0, 1).map(({ leftOut, ...message }) => {
      sameUid.push(...leftOut);
      return message;
    });
  });
  const present = new Set(messages.map(({ uid }) => uid));
  const { skipped, warnings, ...counts } = await writeMessages(tx, messages, { ownEmails: [integration.connectedTo] });
  const vanishedCount = await noteEvents(tx, integration, {
    added: [...present].filter((uid) => !known.has(uid)),
    gone: [...known].filter((uid) => !present.has(uid)),
    left: told.left,
  });
  return {
    ...counts,
    cancelledCount: counts.cancelledCount + vanishedCount,
    skippedCount: counts.skippedCount + sameUid.length,
    warnings: [
      ...sameUid.map(leftOutSentence),
      ...skipped.map(({ summary, reason }) => `${summary || 'An event'} was left out: ${reason}`),
      ...warnings,
    ],
  };
}

const leftOutSentence = ({ details, start }: GraphEvent) =>
  `${details?.subject || 'An occurrence'} of ${start.dateTime.replace('T', ' ')} was left out: the calendar has another event that is the same, by its UID or its original start.`;

/** What the stored events of a calendar with one UID say. Nothing, if there are none but a series without occurrences. */
function messageOfStored(
  uid: string,
  stored: readonly StoredEvent[],
  known: KnownVersion,
  mailbox: Mailbox,
): (Message & Pick<SeriesParts, 'leftOut'>)[] {
  const events = stored.map(({ data }) => JSON.parse(data) as GraphEvent);
  const { leftOut, ...parts } = seriesParts(events, mailbox.timeZone);
  return parts.parts.length === 0 ? [] : [{ uid, leftOut, ...messageOf(uid, parts, known, mailbox) }];
}

const unknown: KnownVersion = { sequence: 0, stamp: null };

/** The latest versions of the meetings and series that are known by some UIDs, such as from a calendar file. */
async function versionsOf(tx: Tx, uids: readonly string[]): Promise<Map<string, KnownVersion>> {
  const select = { icsUid: true, icsSequence: true, icsStampedAt: true } as const;
  const ofUids = (some: string[]) => ({ where: { ...ownedBy(tx.viewer), icsUid: { in: some } }, select });
  const stored = [
    ...(await inChunks(uids, (some) => tx.db.meeting.findMany(ofUids(some)))),
    ...(await inChunks(uids, (some) => tx.db.meetingSeries.findMany(ofUids(some)))),
  ];
  const latest = new Map<string, KnownVersion>();
  for (const { icsUid, icsSequence, icsStampedAt } of stored) {
    const { sequence, stamp } = latest.get(icsUid ?? '') ?? unknown;
    const isLater = icsStampedAt !== null && (stamp === null || icsStampedAt > stamp);
    latest.set(icsUid ?? '', { sequence: Math.max(icsSequence, sequence), stamp: isLater ? icsStampedAt : stamp });
  }
  return latest;
}

import type { CalendarEvent } from '../../../integrations/ics/calendar-event.ts';
import type { CalendarMessage } from '../../../integrations/ics/calendar-message.ts';
import { CalendarSyntaxError, UnreadableEventError } from '../../../integrations/ics/calendar-syntax-error.ts';
import { readCalendar, type SkippedEvent } from '../../../integrations/ics/read-calendar.ts';
import { maxWarnings } from '../../../integrations/ics/warnings.ts';
import { expand } from '../../../integrations/itip/expand.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { inTurns } from '../../../platform/runtime/turns.ts';
import { type Transaction, transactionInSteps } from '../../../platform/transactions/transaction.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';
import { peopleOf, storedKeysOf, storedOf } from './import.loaders.ts';
import { type ChangedMeeting, type ExpandedMessage, planRound, roundsOf, versionOf } from './import.plans.ts';
import { boundedUid, cutParts, importMeetingsInput, maxSkipped, skippedEvent } from './import.rules.ts';
import {
  writeCancelled,
  writeChanged,
  writeCreated,
  writeRemoved,
  writeReplies,
  writeSeries,
} from './import.writers.ts';

type Tx = Transaction<ViewerContext>;
type Meeting = Row<'meeting'>;

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
  const { write, maxTime } = await prepareImport(ctx, parseInput(ctx, importMeetingsInput, input));
  return transactionInSteps(ctx, 'importMeetings', (step) => step((tx) => write(tx)), maxTime);
}

/** An import that is to be written in a transaction. */
export interface PreparedImport {
  /** How long that may take, in milliseconds. See `writingTime`. */
  maxTime: number | undefined;
  /** The UIDs of the calendar, also of events that are left out. */
  uids: ReadonlySet<string>;
  /** Whether the text is all of the calendar. */
  isWhole: boolean;
  /** @param exceptUids events that are left alone */
  readonly write: (tx: Tx, exceptUids?: ReadonlySet<string>) => Promise<ImportResult>;
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
  const reading = await read(ics, { ...window, timeZone: calendar.timeZone });
  const uids = new Set([...reading.messages, ...reading.skipped].map(({ uid }) => boundedUid(uid)));
  const storedKeys = await storedKeysOf(ctx, [...uids]);
  const { expanded, skipped } = await inTurns(expandAll(reading.messages, storedKeys, window));
  // Those that are stored may all be cancelled by one message.
  const stored = [...storedKeys.values()].reduce((sum, keys) => sum + keys.length, 0);
  const count = expanded.reduce((sum, { expansion }) => sum + expansion.events.length, stored);
  return {
    maxTime: writingTime(count, maxImportTime),
    uids,
    isWhole: !reading.isCutOff,
    write: (tx, exceptUids) =>
      writeMessages(
        tx,
        expanded.filter(({ uid }) => !exceptUids?.has(uid)),
        { skipped: [...reading.skipped, ...skipped], warnings: reading.warnings },
      ),
  };
}

/**
 * Writes what a calendar says. Messages with the same UID come one after another.
 * @param more what was left out and noted before; further addresses that mean the owner
 */
export async function writeMessages(
  tx: Tx,
  messages: readonly ExpandedMessage[],
  more: { skipped?: readonly SkippedEvent[]; warnings?: readonly string[]; ownEmails?: readonly string[] } = {},
): Promise<ImportResult> {
  const { email, emailAliases } = tx.viewer.account;
  const isOwn = ownAddresses({ email, emailAliases: [...(emailAliases as string[]), ...(more.ownEmails ?? [])] });
  const tally = newTally(more.skipped ?? [], more.warnings ?? []);
  for (const round of roundsOf(messages)) await importRound(tx, round, isOwn, tally);
  const inOrder = tally.skipped.toSorted((a, b) => a.line - b.line);
  return {
    ...tally.counts,
    skippedCount: inOrder.length,
    skipped: inOrder.slice(0, maxSkipped).map(skippedEvent),
    warnings: [...inTrash(tally), ...tally.warnings].slice(0, maxWarnings),
  };
}

/**
 * Cancels the meetings to come of UIDs that a calendar no longer has. They take place again once it has them.
 * @returns the number of meetings
 */
export async function cancelVanished(tx: Tx, uids: readonly string[]): Promise<number> {
  return cancelAll(tx, await meetingsToCome(tx, uids));
}

/**
 * Permanently deletes the meetings to come of a calendar that is followed no more, and their series, as far as they have nothing
 * of their owner's. The others are cancelled.
 * @returns the number of meetings that were deleted or cancelled
 */
export async function removeLeft(tx: Tx, uids: readonly string[]): Promise<number> {
  const left = await meetingsToCome(tx, uids);
  const removed = await writeRemoved(tx, left, uids);
  const others = left.filter(({ id }) => !removed.has(id));
  return removed.size + (await cancelAll(tx, others));
}

/** The meetings of some UIDs that have not started yet and are not in the trash. */
async function meetingsToCome(tx: Tx, uids: readonly string[]) {
  const { meetings } = await storedOf(tx, uids);
  return meetings.filter(({ trashedAt, startsAt }) => trashedAt === null && startsAt > tx.calendar.now);
}

async function cancelAll(tx: Tx, meetings: readonly Meeting[]): Promise<number> {
  const gone = meetings.filter(({ status }) => status !== 'CANCELLED');
  await writeCancelled(
    tx,
    gone.map((meeting) => ({ meeting, version: versionOf(meeting) })),
  );
  return gone.length;
}

async function read(ics: string, options: Parameters<typeof readCalendar>[1]) {
  try {
    return await inTurns(readCalendar(ics, options));
  } catch (error) {
    if (!(error instanceof CalendarSyntaxError)) throw error;
    throw new InvalidInputError([{ path: ['input', 'ics'], message: `cannot be read: ${error.message}` }]);
  }
}

/** Expands the recurrences of messages. Yields after each message. */
function* expandAll(
  messages: readonly CalendarMessage[],
  storedKeys: ReadonlyMap<string, string[]>,
  window: { from: Date; to: Date },
): Generator<void, { expanded: ExpandedMessage[]; skipped: SkippedEvent[] }> {
  const expanded: ExpandedMessage[] = [];
  const skipped: SkippedEvent[] = [];
  for (const message of messages) {
    const uid = boundedUid(message.uid);
    try {
      const expansion = expand(message, storedKeys.get(uid) ?? [], window);
      expanded.push({ uid, message, expansion });
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      skipped.push({ ...message, reason: error.message });
    }
    yield;
  }
  return { expanded, skipped };
}

/** What an import has come to so far. */
interface Tally {
  counts: Record<'createdCount' | 'updatedCount' | 'unchangedCount' | 'cancelledCount', number>;
  /** How many meetings of the file are in the trash. */
  trashedCount: number;
  skipped: SkippedEvent[];
  warnings: string[];
}

const newTally = (skipped: readonly SkippedEvent[], warnings: readonly string[]): Tally => ({
  counts: { createdCount: 0, updatedCount: 0, unchangedCount: 0, cancelledCount: 0 },
  trashedCount: 0,
  skipped: [...skipped],
  warnings: [...warnings],
});

const inTrash = ({ trashedCount }: Tally): string[] => {
  if (trashedCount === 0) return [];
  if (trashedCount === 1) return ['One of the meetings is in the trash, and stays there. Restore it if you want it.'];
  return [`${trashedCount} of the meetings are in the trash, and stay there. Restore those that you want.`];
};

/** Imports messages with different UIDs. */
async function importRound(
  tx: Tx,
  messages: readonly ExpandedMessage[],
  isOwn: (email: string) => boolean,
  tally: Tally,
): Promise<void> {
  const stored = await storedOf(
    tx,
    messages.map(({ uid }) => uid),
  );
  const plan = await inTurns(planRound(messages, stored, isOwn));
  const { created, changed, cancelled, replies } = plan;
  const seriesIds = await writeSeries(tx, plan.messages, stored.series);
  const people = await peopleOf(tx, [...created, ...changed.filter(isInvitation)]);
  const changedCount = await writeChanged(tx, changed, people, seriesIds);
  await writeCreated(tx, created, people, seriesIds);
  await writeCancelled(tx, cancelled);
  const repliedCount = await writeReplies(tx, replies, isOwn);

  const { counts } = tally;
  counts.createdCount += created.length;
  counts.updatedCount += changedCount + repliedCount;
  counts.unchangedCount += plan.unchangedCount + changed.length - changedCount + replies.length - repliedCount;
  counts.cancelledCount += cancelled.length;
  tally.trashedCount += plan.trashedCount;
  tally.skipped = tally.skipped.concat(plan.skipped);
  const taken = [...changed.filter((one) => one.changed.size > 0), ...created];
  tally.warnings = tally.warnings.concat(taken.flatMap(({ event }) => warningsOfCuts(event)));
}

const isInvitation = ({ changed }: ChangedMeeting) => changed.has('attendees') || changed.has('organizer');

const warningsOfCuts = (event: CalendarEvent) => cutParts(event).map((part) => `Event on line ${event.line}: ${part}.`);

import type { GraphEvent } from '../../../integrations/graph/events.ts';
import { type KnownVersion, type Mailbox, messageOf } from '../../../integrations/graph/messages.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ofAccount, ownedBy } from '../../../platform/records/ownership.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { maxImportTime, writeMessages } from '../../meetings/import/import.service.ts';
import { noteEvents } from '../calendars/calendars.service.ts';
import { keepSubscription } from '../outlook-notifications/outlook-notifications.service.ts';
import { sendResponses } from '../outlook-responses/outlook-responses.service.ts';
import { type PreparedSync, SyncError, syncProblem } from '../syncs/syncs.rules.ts';
import { followEvents, sendTimeBlocks } from '../time-block-pushes/time-block-pushes.service.ts';
import { graphOf } from '../tokens/tokens.service.ts';
import { type Round, readRound } from './outlook.loaders.ts';
import { eventColumns, type Window } from './outlook.rules.ts';

type Integration = Row<'integration'>;
type StoredEvent = Row<'outlookEvent'>;
type Tx = Transaction<ViewerContext>;
type Message = Parameters<typeof writeMessages>[1][number];

/** The range of time of the events that each integration reads. Null for one that has not read a mailbox. */
export async function outlookWindowsOf(
  ctx: ViewerContext,
  integrationIds: readonly string[],
): Promise<(Window | null)[]> {
  const where = { ...ofAccount(ctx.viewer), integrationId: { in: [...integrationIds] } };
  const cursors = await ctx.db.outlookCursor.findMany({ where });
  const windows = new Map(cursors.map((one) => [one.integrationId, { from: one.windowFrom, to: one.windowTo }]));
  return integrationIds.map((id) => windows.get(id) ?? null);
}

/**
 * Sends what is to be written to the calendar of a mailbox, and reads what has changed since the last sync. The events, the meetings that follow from them, and the
 * cursor at which the next sync starts are written together.
 * @throws SyncError if it cannot be read, SignInNeededError if the owner has to sign in again
 */
export async function readOutlook(
  ctx: ViewerContext,
  integration: Integration,
  signal: AbortSignal,
): Promise<PreparedSync> {
  const { outlook } = ctx.app.config;
  if (!outlook) throw new SyncError('Outlook is not set up on this server any more. Ask its owner.');
  const { id } = integration;
  const where = { integrationId: id };
  const cursor = await ctx.db.outlookCursor.findFirst({ where });
  const select = { eventId: true, seriesMasterId: true, startsAt: true, endsAt: true } as const;
  const stored = await ctx.db.outlookEvent.findMany({ where, select });
  const graph = graphOf(ctx, id, outlook.graphUrl, signal);
  let round: Round;
  let warnings: string[];
  try {
    warnings = [...(await sendTimeBlocks(ctx, graph, id)), ...(await sendResponses(ctx, graph, id))];
    warnings.push(...(await keepSubscription(ctx, graph, integration)));
    round = await readRound(graph.get, ctx.calendar.now, { cursor, stored });
  } catch (error) {
    if (signal.aborted) throw error;
    throw problemOf(error);
  }
  return { maxTime: maxImportTime, write: (tx) => writeRound(tx, integration, round, warnings) };
}

/** What went wrong, as the integration tells it. */
const problemOf = (error: unknown) =>
  syncProblem(error, 'Microsoft', 'The account may not read a calendar, or its organization forbids it.');

async function writeRound(tx: Tx, integration: Integration, round: Round, warnings: readonly string[]) {
  const { id: integrationId, accountId } = integration;
  const { events, gone, outside, window, deltaLink, reconciledAt } = round;
  const where = { integrationId };
  const replaced = [...events.keys(), ...gone, ...outside];
  const before = await inChunks(replaced, (some) =>
    tx.db.outlookEvent.findMany({ where: { ...where, eventId: { in: some } } }),
  );
  await inChunks(replaced, (some) => tx.write.outlookEvent.delete({ ...where, eventId: { in: some } }));
  const seriesOf = ({ seriesMasterId }: GraphEvent) =>
    seriesMasterId === null ? null : (events.get(seriesMasterId) ?? null);
  const after = await tx.write.outlookEvent.createMany(
    [...events.values()].map((event) => ({ ...where, accountId, ...eventColumns(event, seriesOf(event)) })),
  );
  const left = new Set(outside);
  const told = before.filter(({ eventId }) => !left.has(eventId));
  const uids = [...new Set([...told, ...after].map(({ uid }) => uid))];
  const isBlock = await followEvents(tx, integrationId, events, gone);
  const result = await writeMeetings(tx, integration, uids, window, isBlock);
  const cursor = { accountId, windowFrom: window.from, windowTo: window.to, deltaLink, reconciledAt };
  const moved = await tx.write.outlookCursor.update(where, cursor);
  if (moved.length === 0) await tx.write.outlookCursor.create({ ...where, ...cursor });
  return {
    ...result,
    skippedCount: result.skippedCount + round.skippedCount + warnings.length,
    warnings: [...warnings, ...result.warnings],
    outcome: 'SUCCEEDED' as const,
  };
}

/** Makes the meetings with some UIDs what the stored events say. */
async function writeMeetings(
  tx: Tx,
  integration: Integration,
  uids: readonly string[],
  window: Window,
  isBlock: (eventId: string) => boolean,
) {
  const where = { integrationId: integration.id };
  const stored = await inChunks(uids, (some) =>
    tx.db.outlookEvent.findMany({ where: { ...where, uid: { in: some } } }),
  );
  const noted = await inChunks(uids, (some) =>
    tx.db.integrationEvent.findMany({ where: { ...where, uid: { in: some } }, select: { uid: true } }),
  );
  const [byUid, known] = [
    Map.groupBy(
      stored.filter(({ eventId }) => !isBlock(eventId)),
      ({ uid }) => uid,
    ),
    new Set(noted.map(({ uid }) => uid)),
  ];
  const versions = await versionsOf(tx, uids);
  const mailbox = { email: integration.connectedTo, timeZone: tx.calendar.timeZone, window };
  const messages = uids.flatMap((uid) =>
    messageOfStored(uid, byUid.get(uid) ?? [], versions.get(uid) ?? unknown, mailbox),
  );
  const present = new Set(messages.map(({ uid }) => uid));
  const { skipped, warnings, ...counts } = await writeMessages(tx, messages, { ownEmails: [integration.connectedTo] });
  const vanishedCount = await noteEvents(tx, integration, {
    added: [...present].filter((uid) => !known.has(uid)),
    gone: [...known].filter((uid) => !present.has(uid)),
  });
  return {
    ...counts,
    cancelledCount: counts.cancelledCount + vanishedCount,
    warnings: [
      ...skipped.map(({ summary, reason }) => `${summary || 'An event'} was left out: ${reason}`),
      ...warnings,
    ],
  };
}

/** What the stored events with one UID say. Nothing, if there are none but a series without occurrences. */
function messageOfStored(
  uid: string,
  stored: readonly StoredEvent[],
  known: KnownVersion,
  mailbox: Mailbox,
): Message[] {
  const events = stored.map(({ data }) => JSON.parse(data) as GraphEvent);
  const series = events.find(({ type }) => type === 'seriesMaster') ?? null;
  const parts = events.filter(({ type, seriesMasterId }) =>
    series === null ? type === 'singleInstance' : seriesMasterId === series.id,
  );
  return parts.length === 0 ? [] : [{ uid, ...messageOf(uid, parts, series, known, mailbox) }];
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

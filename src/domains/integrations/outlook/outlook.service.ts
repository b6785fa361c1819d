import { calendarPath, hasCalendar, readCalendars } from '../../../integrations/graph/calendars.ts';
import type { Graph } from '../../../integrations/graph/client.ts';
import { tooManyEvents } from '../../../integrations/graph/collected-events.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import type { GetFromGraph } from '../../../integrations/graph/pages.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';
import { grouped } from '../../../platform/text/english.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { maxImportTime } from '../../meetings/import/import.service.ts';
import { calendarLimits, isFollowed, matchCalendars } from '../outlook-calendars/outlook-calendars.rules.ts';
import { knownCalendars } from '../outlook-calendars/outlook-calendars.service.ts';
import { keepSubscription } from '../outlook-notifications/outlook-notifications.service.ts';
import { sendResponses } from '../outlook-responses/outlook-responses.service.ts';
import { type PreparedSync, SyncError, syncProblem } from '../syncs/syncs.rules.ts';
import { sendTimeBlocks } from '../time-block-pushes/time-block-pushes.service.ts';
import { graphOf } from '../tokens/tokens.service.ts';
import { type Round, readRound } from './outlook.loaders.ts';
import { isAboutTheCalendar, isTooMuch, maxEvents, room, roomAfter, type Window, windowAt } from './outlook.rules.ts';
import { type MailboxRound, writeMailbox } from './outlook.writers.ts';

type Integration = Row<'integration'>;

/** The range of time of the events that each integration reads. Null for one that has not read a mailbox. */
export async function outlookWindowsOf(
  ctx: ViewerContext,
  integrationIds: readonly string[],
): Promise<(Window | null)[]> {
  const ofIntegrations = { integrationId: { in: [...integrationIds] }, windowTo: { not: null } };
  const where = { ...ofAccount(ctx.viewer), ...ofIntegrations };
  const calendars = await ctx.db.outlookCalendar.findMany({ where, orderBy: { windowTo: 'asc' } });
  const windows = new Map(
    calendars.map(({ integrationId, windowFrom, windowTo }) => [integrationId, { from: windowFrom, to: windowTo }]),
  );
  return integrationIds.map((id) => (windows.get(id) as Window | undefined) ?? null);
}

/**
 * Sends what is to be written to the calendar of a mailbox, and reads what has changed in the calendars that are followed since
 * the last sync. The events, the meetings that follow from them, and where the next round of each calendar starts are written
 * together.
 * @throws SyncError if they cannot be read, SignInNeededError if the owner has to sign in again
 */
export async function readOutlook(
  ctx: ViewerContext,
  integration: Integration,
  signal: AbortSignal,
): Promise<PreparedSync> {
  const { outlook } = ctx.app.config;
  if (!outlook) throw new SyncError('Outlook is not set up on this server any more. Ask its owner.');
  const { id } = integration;
  const graph = graphOf(ctx, id, outlook.graphUrl, signal);
  try {
    const warnings = await send(ctx, graph, integration);
    const round = await readMailbox(ctx, graph.get, id);
    return {
      maxTime: (await hasLeft(ctx, id, round)) ? maxImportTime : writingTime(sizeOf(round), maxImportTime),
      write: (tx) => writeMailbox(tx, integration, round, warnings),
    };
  } catch (error) {
    if (signal.aborted) throw error;
    throw problemOf(error);
  }
}

/** How many events a mailbox has told of. */
const sizeOf = ({ rounds }: MailboxRound) =>
  [...rounds.values()].reduce((sum, { events, gone, outside }) => sum + events.size + gone.size + outside.length, 0);

/** Whether a calendar is followed no more, so that all of its meetings may be removed. */
async function hasLeft(ctx: ViewerContext, id: string, { gone }: MailboxRound): Promise<boolean> {
  const known = await knownCalendars(ctx, id);
  return gone.size > 0 || known.some((one) => !one.isFollowed && one.windowFrom !== null);
}

/** Sends what waits. @returns what was refused, in sentences */
async function send(ctx: ViewerContext, graph: Graph, integration: Integration): Promise<string[]> {
  const { id } = integration;
  return [
    ...(await sendTimeBlocks(ctx, graph, id)),
    ...(await sendResponses(ctx, graph, id)),
    ...(await keepSubscription(ctx, graph, integration)),
  ];
}

/** Reads the calendars that are followed. One that cannot be read does not hold up the others, unless it is the main one. */
async function readMailbox(ctx: ViewerContext, get: GetFromGraph, integrationId: string): Promise<MailboxRound> {
  const { now } = ctx.calendar;
  const window = windowAt(now);
  const listed = await readCalendars(get, calendarLimits.listed);
  const matched = matchCalendars(await knownCalendars(ctx, integrationId), listed);
  const round: MailboxRound = { window, listed, rounds: new Map(), problems: new Map(), gone: new Set() };
  const missing = matched.missing.map((known) => {
    const { calendarId: id, name, ownerEmail, isMain } = known;
    return { calendar: { id, name, ownerEmail, isMain }, known };
  });
  let left = room;
  for (const one of [...matched.listed, ...missing].filter(isFollowed)) {
    const { calendar, known } = one;
    // The list may leave it out, as it does beyond its limit.
    if (!listed.includes(calendar) && !(await hasCalendar(get, calendar.id))) {
      round.gone.add(calendar.id);
      continue;
    }
    const stored = known ? await storedOf(ctx, known.id) : [];
    try {
      const path = calendarPath(calendar.id);
      const read = await readRound(get, { calendar: path, cursor: known, stored, window, now, room: left });
      left = roomAfter(left, { count: countAfter(read, stored), size: read.size });
      round.rounds.set(calendar.id, read);
    } catch (error) {
      if (calendar.isMain || !isAboutTheCalendar(error)) throw error;
      round.problems.set(calendar.id, messageOf(error));
    }
  }
  return round;
}

/** The number of events that a calendar has after a round. */
function countAfter({ events, gone, outside }: Round, stored: readonly { eventId: string }[]): number {
  const ids = new Set(stored.map(({ eventId }) => eventId)).union(events);
  return ids.difference(gone).difference(new Set(outside)).size;
}

const storedOf = (ctx: ViewerContext, outlookCalendarId: string) =>
  ctx.db.outlookEvent.findMany({
    where: { outlookCalendarId },
    select: { eventId: true, seriesMasterId: true, startsAt: true, endsAt: true },
  });

const messageOf = ({ code, message }: GraphError) =>
  code === tooManyEvents
    ? `The calendars that you follow have more than ${grouped(maxEvents)} events in the range that is read.`
    : message;

/** What went wrong, as the integration tells it. */
function problemOf(error: unknown): unknown {
  if (error instanceof GraphError && isTooMuch(error)) return new SyncError(messageOf(error));
  return syncProblem(error, 'Microsoft', 'The account may not read a calendar, or its organization forbids it.');
}

import { readOneEvent } from '../../../integrations/graph/calendar-view.ts';
import type { Graph } from '../../../integrations/graph/client.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import { respondToEvent } from '../../../integrations/graph/event-writes.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { getMeeting } from '../../meetings/meetings/meetings.service.ts';
import { requirePermitted, syncSoon } from '../integrations/integrations.service.ts';
import { afterRefusal, nothingToPush, toBeSent } from '../syncs/syncs.rules.ts';
import { isAboutTheEvent } from '../time-block-pushes/time-block-pushes.rules.ts';
import { visibleTo } from './outlook-responses.access.ts';
import { actions, eventOfMeeting, maxRefusals, respondToMeetingInput } from './outlook-responses.rules.ts';

type Response = Row<'outlookResponse'>;
type Tx = Transaction<ViewerContext>;

/** The viewer's response to each of some meetings that was sent by Outlook. Null where there is none. */
export async function responsesOf(ctx: ViewerContext, meetingIds: readonly string[]): Promise<(Response | null)[]> {
  const where = { ...visibleTo(ctx.viewer), meetingId: { in: [...meetingIds] } };
  const found = await ctx.db.outlookResponse.findMany({ where });
  const byMeeting = new Map(found.map((one) => [one.meetingId, one]));
  return meetingIds.map((id) => byMeeting.get(id) ?? null);
}

/**
 * Responds to the invitation to a meeting of Outlook, within seconds. `myResponse` follows once Outlook has taken it.
 * @throws NotFoundError if there is no such meeting
 * @throws ConflictError if it is not of Outlook, is cancelled or in the trash, or is the viewer's own; or if its Outlook may not
 *   be written to
 */
export async function respondToMeeting(
  ctx: ViewerContext,
  input: InputOf<typeof respondToMeetingInput>,
): Promise<Response> {
  const { id: meetingId, response, comment } = parseInput(ctx, respondToMeetingInput, input);
  return transaction(ctx, 'respondToMeeting', async (tx) => {
    const meeting = orNotFound(await getMeeting(tx, meetingId), 'id');
    if (meeting.trashedAt !== null) throw new ConflictError('The meeting is in the trash. Restore it first.');
    if (meeting.status === 'CANCELLED') throw new ConflictError('The meeting is cancelled.');
    const { integrationId, event } = await requireEvent(tx, meeting);
    if (event.details?.isOrganizer) throw new ConflictError('You have organized the meeting: nobody asks you.');
    const { accountId } = await requirePermitted(tx, 'WRITE_CALENDAR', integrationId);
    await syncSoon(tx, integrationId);
    const sent = { response, comment: comment ?? '', createdAt: tx.calendar.now, eventId: event.id, integrationId };
    const anew = { ...nothingToPush, isPending: true, attemptedAt: null, sentAt: null };
    const [again] = await tx.write.outlookResponse.update({ meetingId }, { ...sent, ...anew });
    return again ?? tx.write.outlookResponse.create({ id: newId(), accountId, meetingId, ...sent, ...anew });
  });
}

/** The event of a meeting. One of a series knows of itself only when it is. */
async function requireEvent(tx: Tx, meeting: Row<'meeting'>) {
  const where = { ...visibleTo(tx.viewer), uid: meeting.icsUid ?? '' };
  // Of an event in several calendars, that of the main one is the owner's.
  const orderBy = [{ outlookCalendar: { isMain: 'desc' as const } }, { id: 'asc' as const }];
  const stored = meeting.icsUid === null ? [] : await tx.db.outlookEvent.findMany({ where, orderBy });
  for (const some of Map.groupBy(stored, (one) => one.outlookCalendarId).values()) {
    const { integrationId = '' } = some[0] ?? {};
    const events = some.map(({ data }) => JSON.parse(data) as GraphEvent);
    const event = eventOfMeeting(meeting, events, tx.calendar.timeZone);
    const series = events.find(({ id }) => id === event?.seriesMasterId);
    if (event) return { integrationId, event: { ...event, details: event.details ?? series?.details ?? null } };
  }
  throw new ConflictError('The meeting is not in an Outlook calendar that is connected.');
}

/**
 * Sends the responses of an integration that wait, one after another.
 * @returns what Outlook has refused, in sentences
 * @throws GraphError if Outlook cannot be asked now, or asks to wait: then everything waits
 */
export async function sendResponses(ctx: ViewerContext, graph: Graph, integrationId: string): Promise<string[]> {
  const now = ctx.app.clock.now();
  const pending = await ctx.db.outlookResponse.findMany({
    where: { integrationId, ...toBeSent(now) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { meeting: { select: { title: true } } },
  });
  const warnings: string[] = [];
  for (const { meeting, ...one } of pending) {
    try {
      await send(ctx, graph, one);
    } catch (error) {
      if (!(error instanceof GraphError) || !isAboutTheEvent(error)) throw error;
      const isPending = one.failureCount + 1 < maxRefusals;
      await save(ctx, one, { ...afterRefusal(one, error.message, now), isPending });
      warnings.push(`The response to “${meeting.title}” was not taken by Outlook: ${error.message}`);
    }
  }
  return warnings;
}

async function send(ctx: ViewerContext, { get, send: ask }: Graph, one: Response): Promise<void> {
  const action = actions[one.response];
  if (!action) return;
  // The organizer gets one message, also if the response to the first attempt was lost.
  const isDone = one.attemptedAt !== null && (await hasResponse(get, one));
  if (!isDone) {
    await save(ctx, one, { attemptedAt: ctx.app.clock.now() });
    await respondToEvent(ask, one.eventId, action, one.comment);
  }
  await transaction(ctx, 'respondToMeeting', async (tx) => {
    const { id, createdAt, meetingId, response } = one;
    const taken = { ...nothingToPush, sentAt: tx.calendar.now };
    // The owner may have responded otherwise meanwhile.
    const [same] = await tx.write.outlookResponse.update({ id, createdAt }, taken);
    if (!same) return;
    const where = { AND: [{ id: meetingId }, ownedBy(tx.viewer)] };
    const meeting = await tx.db.meeting.findFirst({ where });
    if (meeting && meeting.myResponse !== response) await tx.write.meeting.update(where, { myResponse: response });
  });
}

/** Whether an event has a response already. One that was declined may be gone from the calendar. */
async function hasResponse(get: Graph['get'], { eventId, response }: Response): Promise<boolean> {
  const event = await readOneEvent(get, eventId);
  return event === null ? response === 'DECLINED' : event.details?.response === response;
}

async function save(ctx: ViewerContext, { id, createdAt }: Response, changes: UpdateData<'outlookResponse'>) {
  await transaction(ctx, 'pushResponse', (tx) => tx.write.outlookResponse.update({ id, createdAt }, changes));
}

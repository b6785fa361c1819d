import type { Graph } from '../../../integrations/graph/client.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import { createEvent, deleteEvent, updateEvent } from '../../../integrations/graph/event-writes.ts';
import type { GraphEvent } from '../../../integrations/graph/events.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { afterRefusal, nothingToPush, toBeSent } from '../syncs/syncs.rules.ts';
import { changesFrom, eventOf, isAboutTheEvent, maxSent } from './time-block-pushes.rules.ts';

type Block = Row<'timeBlock'>;
type Tx = Transaction<ViewerContext>;

/**
 * Sends the time blocks of an integration that were created, changed or deleted, one after another.
 * @returns what Outlook has refused, in sentences
 * @throws GraphError if Outlook cannot be asked now, or asks to wait: then everything waits
 */
export async function sendTimeBlocks(ctx: ViewerContext, graph: Graph, integrationId: string): Promise<string[]> {
  const now = ctx.app.clock.now();
  const where = { integrationId, ...toBeSent(now) };
  const pending = await ctx.db.timeBlock.findMany({ where, orderBy: [{ id: 'asc' }], take: maxSent });
  const warnings: string[] = [];
  for (const block of pending) {
    try {
      await send(ctx, graph, block);
    } catch (error) {
      if (!(error instanceof GraphError) || !isAboutTheEvent(error)) throw error;
      await save(ctx, block, afterRefusal(block, error.message, now));
      warnings.push(`“${block.title}” was not taken by Outlook: ${error.message}`);
    }
  }
  return warnings;
}

async function send(ctx: ViewerContext, { send: ask }: Graph, block: Block): Promise<void> {
  let { eventId } = block;
  // Outlook was never asked for it.
  if (block.isDeleted && block.attemptedAt === null) return forget(ctx, block);
  if (eventId === null) {
    await save(ctx, block, { attemptedAt: ctx.app.clock.now() });
    const created = await createEvent(ask, eventOf(block));
    // It was created before, and the response was lost: the calendar, which is read next, tells its id.
    if (!created) return;
    eventId = created.id;
    await save(ctx, block, { eventId });
    if (!block.isDeleted) return markPushed(ctx, block);
  }
  if (block.isDeleted) {
    await deleteEvent(ask, eventId);
    return forget(ctx, block);
  }
  if (await updateEvent(ask, eventId, eventOf(block))) return markPushed(ctx, block);
  // Somebody has deleted it in Outlook, and its owner has moved it here since.
  const anew = { ...block, eventId: null, transactionId: newId() };
  await save(ctx, block, { eventId: null, transactionId: anew.transactionId });
  return send(ctx, { send: ask } as Graph, anew);
}

async function forget(ctx: ViewerContext, { id }: Block): Promise<void> {
  await transaction(ctx, 'pushTimeBlock', (tx) => tx.write.timeBlock.delete({ id }));
}

async function save(ctx: ViewerContext, { id }: Block, changes: UpdateData<'timeBlock'>): Promise<void> {
  await transaction(ctx, 'pushTimeBlock', (tx) => tx.write.timeBlock.update({ id }, changes));
}

/** Notes that Outlook has a block as it was sent. One that was changed meanwhile is sent again. */
async function markPushed(ctx: ViewerContext, { id, revision }: Block): Promise<void> {
  await transaction(ctx, 'pushTimeBlock', (tx) => tx.write.timeBlock.update({ id, revision }, nothingToPush));
}

/**
 * Has time blocks follow what was read of their events, unless they are to be sent: then what is here counts. A block whose event
 * is gone is deleted.
 * @param gone the ids of events that Outlook does not have any more
 * @returns whether an event is that of a block, which becomes no meeting
 */
export async function followEvents(
  tx: Tx,
  integrationId: string,
  events: ReadonlyMap<string, GraphEvent>,
  gone: ReadonlySet<string>,
): Promise<(eventId: string) => boolean> {
  const blocks = await tx.db.timeBlock.findMany({ where: { integrationId } });
  const byTransaction = new Map(blocks.map((block) => [block.transactionId, block]));
  const byEvent = new Map(blocks.flatMap((block) => (block.eventId === null ? [] : [[block.eventId, block] as const])));
  for (const event of events.values()) {
    const known = byEvent.get(event.id);
    const adopted = known ? undefined : byTransaction.get(event.details?.transactionId ?? '');
    const block = known ?? (adopted?.eventId === null ? adopted : undefined);
    if (!block) continue;
    byEvent.set(event.id, block);
    const changes = changesFrom(block, event);
    const isSame = Object.keys(changes).length === 0;
    if (adopted) await tx.write.timeBlock.update({ id: block.id }, { eventId: event.id });
    if (adopted && isSame && !block.isDeleted) await tx.write.timeBlock.update({ id: block.id }, nothingToPush);
    if (!block.isPending && !isSame) await tx.write.timeBlock.update({ id: block.id }, changes);
  }
  for (const id of gone) {
    const block = byEvent.get(id);
    if (block && (block.isDeleted || !block.isPending)) await tx.write.timeBlock.delete({ id: block.id });
  }
  return (eventId) => byEvent.has(eventId);
}

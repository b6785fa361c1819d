import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import { orNotFound, requireReferences } from '../../../platform/records/records.ts';
import { grouped } from '../../../platform/text/english.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requirePermitted, syncSoon } from '../integrations/integrations.service.ts';
import { nothingToPush } from '../syncs/syncs.rules.ts';
import { present } from './time-blocks.access.ts';
import { blockChanges } from './time-blocks.plans.ts';
import {
  blockTimeInput,
  type DayToBlock,
  endProblem,
  listLimits,
  maxCurrent,
  timeBlockInput,
  timeBlocksArguments,
  updateTimeBlockInput,
} from './time-blocks.rules.ts';

type Block = Row<'timeBlock'>;
type Tx = Transaction<ViewerContext>;

/** One of the viewer's time blocks. Null if there is none. */
export const getTimeBlock = getService({ model: 'timeBlock', visibleTo: present });

/** The viewer's time blocks that are in a range of days in part, by start. @throws InvalidInputError if the range is too long */
export async function listTimeBlocks(
  ctx: ViewerContext,
  args: { from?: string | null; to?: string | null },
  selection: Selection<'timeBlock'> = {},
): Promise<Block[]> {
  const { from, to } = parseInput(ctx, timeBlocksArguments, { from: args.from ?? 'TODAY', to: args.to ?? 'P6D' }, []);
  const isInRange = { startsAt: { lt: ctx.calendar.endOfDay(to) }, endsAt: { gt: ctx.calendar.startOfDay(from) } };
  const orderBy = [{ startsAt: 'asc' as const }, { id: 'asc' as const }];
  const where = { ...present(ctx.viewer), ...isInRange };
  return ctx.db.timeBlock.findMany({ ...selection, where, orderBy, take: listLimits.blocks });
}

/**
 * Keeps time free: an event of one's own in Outlook, which is created there within seconds. Within a transaction it is part of
 * that.
 * @throws InvalidInputError if the times are not in order, NotFoundError if there is no such integration or task
 * @throws ConflictError if no Outlook may be written to, or if there are too many blocks
 */
export async function blockTime(ctx: ViewerContext, input: InputOf<typeof blockTimeInput>): Promise<Block> {
  const { integrationId, showAs, taskId = null, ...fields } = parseInput(ctx, blockTimeInput, input);
  requireOrder(fields);
  return transaction(ctx, 'blockTime', async (tx) => {
    const integration = await requirePermitted(tx, 'WRITE_CALENDAR', integrationId ?? null);
    await requireReferences(tx, { taskId: 'task' }, { taskId });
    return create(tx, integration, { ...fields, taskId, showAs: showAs ?? 'BUSY' });
  });
}

async function create(
  tx: Tx,
  { id: integrationId, accountId }: Row<'integration'>,
  fields: Pick<Block, 'title' | 'startsAt' | 'endsAt' | 'taskId' | 'showAs'> & Partial<Block>,
): Promise<Block> {
  const current = { ...present(tx.viewer), endsAt: { gt: tx.calendar.now } };
  if ((await tx.db.timeBlock.count({ where: current })) >= maxCurrent)
    throw new ConflictError(`You have ${grouped(maxCurrent)} time blocks to come. Delete one first.`);
  await syncSoon(tx, integrationId);
  return tx.write.timeBlock.create({ ...fields, id: newId(), accountId, integrationId, transactionId: newId() });
}

/**
 * Keeps the time of the plan of a day free: its blocks become those that the day has, and events in Outlook within seconds. The same
 * plan again changes nothing. Blocks of other plans and of no plan stay.
 * @returns the blocks of the plan, by start
 * @throws ConflictError if no Outlook may be written to, or by this access token; or if there are too many blocks
 */
export async function blockDay(tx: Tx, plannedOn: string, day: DayToBlock): Promise<Block[]> {
  if (!tx.viewer.canIntegrate)
    throw new ConflictError(
      'This access token cannot write to Outlook. Use a session, or a token with the scope INTEGRATIONS.',
    );
  const integration = await requirePermitted(tx, 'WRITE_CALENDAR', null);
  const ofPlan = {
    where: { ...present(tx.viewer), plannedOn },
    orderBy: [{ startsAt: 'asc' as const }, { id: 'asc' as const }],
  };
  const { created, changed, deleted } = blockChanges(await tx.db.timeBlock.findMany(ofPlan), day, tx.calendar.now);
  for (const { block, wanted } of changed) await change(tx, block as Block, wanted);
  for (const block of deleted) await change(tx, block as Block, { isDeleted: true });
  for (const wanted of created) await create(tx, integration, { ...wanted, showAs: 'BUSY', plannedOn });
  return tx.db.timeBlock.findMany(ofPlan);
}

/**
 * Moves or renames a time block. Its event in Outlook follows within seconds.
 * @throws NotFoundError if there is no such block, InvalidInputError if its times are not in order
 * @throws ConflictError if its Outlook may not be written to any more
 */
export async function updateTimeBlock(ctx: ViewerContext, input: InputOf<typeof updateTimeBlockInput>): Promise<Block> {
  const { id, ...changes } = parseInput(ctx, updateTimeBlockInput, input);
  return transaction(ctx, 'updateTimeBlock', async (tx) => {
    const before = orNotFound(await getTimeBlock(tx, id), 'id');
    requireOrder({ ...before, ...changes });
    return change(tx, before, changes);
  });
}

/**
 * Deletes a time block, and its event in Outlook within seconds.
 * @returns the block before it was deleted
 * @throws NotFoundError if there is no such block, ConflictError if its Outlook may not be written to any more
 */
export async function deleteTimeBlock(ctx: ViewerContext, input: InputOf<typeof timeBlockInput>): Promise<Block> {
  const { id } = parseInput(ctx, timeBlockInput, input);
  return transaction(ctx, 'deleteTimeBlock', async (tx) => {
    const before = orNotFound(await getTimeBlock(tx, id), 'id');
    await change(tx, before, { isDeleted: true });
    return before;
  });
}

function requireOrder(times: Pick<Block, 'startsAt' | 'endsAt'>): void {
  const message = endProblem(times);
  if (message !== null) throw new InvalidInputError([{ path: ['input', 'endsAt'], message }]);
}

/** Changes a block, and has that sent. A block that was refused is sent anew. */
async function change(tx: Tx, { id, integrationId, revision }: Block, changes: Partial<Block>): Promise<Block> {
  await requirePermitted(tx, 'WRITE_CALENDAR', integrationId);
  await syncSoon(tx, integrationId);
  const anew = { ...nothingToPush, isPending: true, revision: revision + 1 };
  const [block] = await tx.write.timeBlock.update({ id }, { ...changes, ...anew });
  return orNotFound(block, 'id');
}

import type { Graph } from '../../../integrations/graph/client.ts';
import { readOneTask } from '../../../integrations/graph/todo-tasks.ts';
import type { Context, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { transaction, transactionInSteps } from '../../../platform/transactions/transaction.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { maxImportTime } from '../../meetings/import/import.service.ts';
import { syncJobOf } from '../sync-tasks/sync-tasks.rules.ts';
import { type PreparedSync, readStates, SyncError, syncProblem } from '../syncs/syncs.rules.ts';
import type { Push, Target } from '../todo-items/todo-items.rules.ts';
import { rereadItem } from '../todo-items/todo-items.service.ts';
import { targetsOf } from '../todo-lists/todo-lists.service.ts';
import { type Pushed, push } from '../todo-pushes/todo-pushes.service.ts';
import { graphOf } from '../tokens/tokens.service.ts';
import { readTodo, type TodoRound } from './todo.loaders.ts';
import { copySentence, maxLinked, maxSteps, unreadableIn } from './todo.rules.ts';
import { follow, type WrittenRound, writeRound } from './todo.writers.ts';

type Integration = Row<'integration'>;

/**
 * Syncs the To Do of an integration, in both ways: reads what has changed there, writes it together with where the next round
 * starts, and then sends what has changed here, one task after another. What could not be sent stays to be sent.
 * @throws SyncError if To Do cannot be asked, SignInNeededError if the owner has to sign in again
 */
export async function syncTodo(
  ctx: ViewerContext,
  integration: Integration,
  signal: AbortSignal,
): Promise<PreparedSync> {
  const { outlook } = ctx.app.config;
  if (!outlook) throw new SyncError('Outlook is not set up on this server any more. Ask its owner.');
  const graph = graphOf(ctx, integration.id, outlook.graphUrl, signal);
  try {
    const { counts, pushes, unreadable, copies } = await pull(ctx, graph, integration);
    const refused = await sendAll(ctx, graph, [...pushes, ...(await unlinked(ctx, integration))]);
    const leftOut = [...[...unreadable].map(([list, count]) => unreadableIn(list, count)), ...copies.map(copySentence)];
    const warnings = [...leftOut, ...refused];
    const skippedCount = [...unreadable.values()].reduce((sum, count) => sum + count, copies.length + refused.length);
    const { createdCount, updatedCount, trashedCount: cancelledCount } = counts;
    const done = { createdCount, updatedCount, cancelledCount, unchangedCount: 0, skippedCount };
    return { maxTime: undefined, write: async () => ({ outcome: 'SUCCEEDED', ...done, warnings }) };
  } catch (error) {
    if (signal.aborted) throw error;
    throw problemOf(error);
  }
}

async function pull(
  ctx: ViewerContext,
  { get }: Graph,
  integration: Integration,
): Promise<WrittenRound & Pick<TodoRound, 'unreadable' | 'copies'>> {
  const where = { integrationId: integration.id };
  const lists = await ctx.db.todoList.findMany({ where });
  const known = await ctx.db.todoItem.findMany({ where, select: { itemId: true, taskId: true, todoListId: true } });
  const round = await readTodo(get, ctx.calendar.now, { lists, known });
  const write = (tx: Parameters<typeof writeRound>[0]) =>
    follow(tx, integration, () => writeRound(tx, integration, round));
  const maxTime = writingTime(round.remote.size + round.gone.size, maxImportTime);
  const written = await transactionInSteps(ctx, 'syncTodo', (step) => step(write), maxTime);
  return { ...written, unreadable: round.unreadable, copies: round.copies };
}

/** Sends what is to be sent, one after another. @returns what To Do has refused, in sentences */
async function sendAll(ctx: ViewerContext, graph: Graph, pushes: readonly Push[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const one of pushes) {
    let outcome: Pushed = 'DONE';
    // Somebody has changed it since it was read, or To Do has gone on to an occurrence that is completed here, too.
    for (let next: Push | null = one, step = 0; next && step < maxSteps; step++) {
      outcome = await push(ctx, graph.send, next);
      next = outcome === 'STALE' ? await reread(ctx, graph, next) : null;
    }
    if (outcome === 'REFUSED') {
      const item = await ctx.db.todoItem.findUnique({ where: { id: one.itemId }, include: { task: true } });
      warnings.push(`${item?.task?.title ?? 'A task'} was not taken by To Do: ${item?.problem ?? ''}`);
    }
  }
  return warnings;
}

/** Reads a task again and decides once more. One that is not there may have moved: the next round tells. */
async function reread(ctx: ViewerContext, { get }: Graph, { itemId: id }: Push): Promise<Push | null> {
  const item = await ctx.db.todoItem.findUnique({ where: { id }, include: { todoList: true } });
  const task = item?.itemId ? await readOneTask(get, item.todoList.listId, item.itemId) : null;
  if (!item || !task) return null;
  return transaction(ctx, 'syncTodo', async (tx) => {
    const targets = await targetsOf(tx, [item.todoList]);
    return rereadItem(tx, item, task, targets.get(item.todoListId) as Target);
  });
}

/** The tasks that To Do does not know the ids of here yet. */
async function unlinked(ctx: ViewerContext, { id: integrationId }: Integration): Promise<Push[]> {
  const where = { integrationId, isLinked: false, itemId: { not: null }, taskId: { not: null }, theirs: { not: null } };
  const items = await ctx.db.todoItem.findMany({
    where,
    select: { id: true },
    take: maxLinked,
    orderBy: { id: 'asc' },
  });
  return items.map(({ id: itemId }) => ({ itemId, kind: 'LINK' }));
}

/**
 * Has the To Do of accounts synced in which tasks have changed since it was synced, unless it fails at the moment.
 * @param owners the owners whose change logs have grown; null if that is not known
 */
export async function followTasks(ctx: Context, owners: readonly string[] | null): Promise<void> {
  const { now } = ctx.calendar;
  const ofOwners = owners && { accountId: { in: [...owners] } };
  const integration = { state: { in: readStates }, todoLists: { some: { isSynced: true } } };
  const waiting = await ctx.db.syncTask.findMany({
    where: { kind: 'TODO', failureCount: 0, nextSyncAt: { gt: now }, integration, ...ofOwners },
    include: { integration: { select: { todoCursor: true } } },
  });
  const latest = await latestChanges(
    ctx,
    waiting.flatMap(({ integration: { todoCursor } }) => todoCursor ?? []),
  );
  for (const { integration: read, ...task } of waiting) {
    const cursor = read.todoCursor;
    if (!cursor || !(cursor.isDue || (latest.get(cursor.accountId) ?? 0) > cursor.sequence)) continue;
    await transaction(ctx, 'hastenTodo', async (tx) => {
      await tx.write.syncTask.update({ id: task.id }, { nextSyncAt: now });
      await enqueue(tx, [syncJobOf(task)]);
    });
  }
}

/** The sequence number of the last change of a task after the cursor of each account, in one statement. */
async function latestChanges(ctx: Context, cursors: readonly Row<'todoCursor'>[]): Promise<Map<string, number>> {
  if (cursors.length === 0) return new Map();
  const since = cursors.map(({ accountId, sequence }) => ({ ownerId: accountId, sequence: { gt: sequence } }));
  const groups = await ctx.db.change.groupBy({
    by: ['ownerId'],
    where: { model: { in: ['Task', 'TaskLabel'] }, OR: since },
    _max: { sequence: true },
  });
  return new Map(groups.map(({ ownerId, _max }) => [ownerId, _max.sequence ?? 0]));
}

/** What went wrong, as the integration tells it. */
const problemOf = (error: unknown) =>
  syncProblem(error, 'Microsoft', 'Sign in again and allow to read and change your tasks.');

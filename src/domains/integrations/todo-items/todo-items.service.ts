import type { TodoTask } from '../../../integrations/graph/todo.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { leftBehind } from '../todo-series/todo-series.rules.ts';
import {
  type Counts,
  columnsOf,
  noCounts,
  type Push,
  type RemoteTask,
  type StoredTask,
  storedOf,
  type Target,
} from './todo-items.rules.ts';
import { advance, createFrom as create, type Subject, syncItem } from './todo-items.writers.ts';

type Item = Row<'todoItem'>;
type Tx = Transaction<ViewerContext>;

/** Makes a task of one of To Do. */
export const createFrom = create;

/** Stores what was read of known tasks, by the ids of their records. */
export async function updateItems(tx: Tx, remote: ReadonlyMap<string, RemoteTask>): Promise<void> {
  const { timeZone } = tx.calendar;
  const repeating = await inChunks([...remote.keys()], (some) =>
    tx.db.todoItem.findMany({ where: { id: { in: some }, repeats: true }, include: { task: true } }),
  );
  const left = new Map(
    repeating.map(({ task, ...item }) => [
      item.id,
      leftBehind(item, task, (remote.get(item.id) as RemoteTask).task, timeZone),
    ]),
  );
  for (const [id, { task, todoListId }] of remote) {
    const isLinked = task.linkedTo ? { isLinked: true } : {};
    const finished = left.get(id);
    const columns = { itemId: task.id, todoListId, ...columnsOf(task, timeZone), ...isLinked };
    await tx.write.todoItem.update({ id }, { ...columns, ...(finished && { finished }) });
  }
}

/** Points a synced task to the next occurrence, after To Do has gone on to it. @returns both */
export async function advanceFrom(
  tx: Tx,
  id: string,
  target: Target,
  counts: Counts,
): Promise<Pick<Subject, 'item' | 'task'>> {
  const include = { task: true, conflicts: { where: { resolvedAt: null } } };
  const { task, conflicts, ...item } = await tx.db.todoItem.findUniqueOrThrow({ where: { id }, include });
  const subject = { item, task, hasSubtasks: false, conflict: conflicts[0] ?? null, target };
  return advance(tx, subject, storedOf(item) as StoredTask, counts);
}

/** Decides about tasks, and does what is to be done here. @returns what is to be sent to To Do */
export async function syncItems(
  tx: Tx,
  ids: readonly string[],
  targets: ReadonlyMap<string, Target>,
  counts: Counts,
): Promise<Push[]> {
  const items = await inChunks(ids, (some) =>
    tx.db.todoItem.findMany({ where: { id: { in: some } }, include: { task: true }, orderBy: { id: 'asc' } }),
  );
  const conflicts = await inChunks(ids, (some) =>
    tx.db.syncConflict.findMany({ where: { todoItemId: { in: some }, resolvedAt: null } }),
  );
  const byItem = new Map(conflicts.map((conflict) => [conflict.todoItemId, conflict]));
  const pushes: Push[] = [];
  const syncOne = async ({ task, ...item }: Item & { task: Subject['task'] }, hasSubtasks: boolean) => {
    const target = targets.get(item.todoListId) ?? { labelId: null, goalId: null };
    const push = await syncItem(tx, { item, task, hasSubtasks, conflict: byItem.get(item.id) ?? null, target }, counts);
    if (push) pushes.push(push);
  };
  const isDeleted = ({ itemId, theirs }: Item) => itemId !== null && theirs === null;
  for (const item of items) if (!isDeleted(item)) await syncOne(item, false);
  // Those below others come first: what they leave without tasks below can go, too.
  for (let rest = items.filter(isDeleted); rest.length > 0; ) {
    const parents = await withSubtasks(
      tx,
      rest.flatMap(({ taskId }) => taskId ?? []),
    );
    const isParent = ({ taskId }: Item) => taskId !== null && parents.has(taskId);
    const leaves = rest.filter((item) => !isParent(item));
    for (const item of leaves.length > 0 ? leaves : rest) await syncOne(item, isParent(item));
    rest = leaves.length > 0 ? rest.filter(isParent) : [];
  }
  return pushes;
}

/** The tasks of some that have others below them. */
async function withSubtasks(tx: Tx, taskIds: readonly string[]): Promise<Set<string>> {
  const found = await inChunks(taskIds, (some) =>
    tx.db.task.findMany({
      where: { AND: [{ parentId: { in: some } }, active('task'), ownedBy(tx.viewer)] },
      select: { parentId: true },
    }),
  );
  return new Set(found.flatMap(({ parentId }) => parentId ?? []));
}

/**
 * Notes how a task was read again, or that To Do does not have it, and decides once more.
 * @returns what is to be sent to To Do; null if nothing is
 */
export async function rereadItem(
  tx: Tx,
  { id, todoListId }: Pick<Item, 'id' | 'todoListId'>,
  task: TodoTask | null,
  target: Target,
): Promise<Push | null> {
  if (task) await updateItems(tx, new Map([[id, { task, todoListId }]]));
  else await tx.write.todoItem.update({ id }, columnsOf(null, 'UTC'));
  return (await syncItems(tx, [id], new Map([[todoListId, target]]), noCounts()))[0] ?? null;
}

/** Decides about a task whose base has changed. What is to be sent to To Do is sent by the next sync. */
export async function syncItemById(tx: Tx, { id }: Pick<Item, 'id'>): Promise<void> {
  await syncItems(tx, [id], new Map(), noCounts());
}

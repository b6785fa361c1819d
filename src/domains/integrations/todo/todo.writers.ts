import { fieldsOfTodo } from '../../../integrations/graph/todo.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import {
  baseFor,
  type Counts,
  columnsOf,
  itemColumns,
  noCounts,
  type Push,
  type RemoteTask,
  type StoredTask,
  type Target,
} from '../todo-items/todo-items.rules.ts';
import { createFrom, syncItems, updateItems } from '../todo-items/todo-items.service.ts';
import { keepLists, targetsOf } from '../todo-lists/todo-lists.service.ts';
import { takeFinished } from '../todo-series/todo-series.service.ts';
import type { TodoRound } from './todo.loaders.ts';
import { isEqual, matchTasks } from './todo.plans.ts';
import { maxFresh } from './todo.rules.ts';

type List = Row<'todoList'>;
type Integration = Row<'integration'>;
type Tx = Transaction<ViewerContext>;

/** What was written of a round, and what is to be sent to To Do. */
export interface WrittenRound {
  counts: Counts;
  pushes: Push[];
}

/**
 * Writes what was read of To Do, and finds what is to be sent there: a task that is there on both sides gets what To Do alone has
 * changed, new ones are made, and those that were deleted there go to the trash. Reading the same again changes nothing.
 */
export async function writeRound(tx: Tx, integration: Integration, round: TodoRound): Promise<WrittenRound> {
  const { id: integrationId } = integration;
  const lists = await keepLists(tx, integration, round);
  const targets = await targetsOf(tx, lists);
  const select = {
    id: true,
    itemId: true,
    taskId: true,
    taskVersion: true,
    isPending: true,
    task: { select: { version: true } },
  };
  const known = await tx.db.todoItem.findMany({ where: { integrationId }, select, orderBy: { id: 'asc' } });
  const strangers = await findStrangers(tx, integrationId, round, known);
  const { remote, linked, fresh } = matchTasks(known, round.remote, round.gone, strangers);
  const counts = noCounts();
  const isGone = ({ id, itemId }: { id: string; itemId: string | null }) =>
    itemId !== null && round.gone.has(itemId) && !remote.has(id);
  await updateItems(tx, remote);
  for (const { id } of known.filter(isGone)) await tx.write.todoItem.update({ id }, columnsOf(null, 'UTC'));
  const adopted = await adopt(tx, integration, linked);
  const unknown = [...linked].flatMap(([taskId, one]) => (adopted.has(taskId) ? [] : [one]));
  const finished = await takeFinished(tx, integration, [...fresh, ...unknown], targets, counts);
  const others = [...fresh, ...unknown].filter((one) => !finished.taken.has(one));
  await createAll(tx, integration, others, { lists, targets }, counts);
  const added = await addFresh(tx, integration, lists);
  const changed = known.filter(
    ({ task, taskVersion, isPending, ...one }) =>
      isPending || remote.has(one.id) || isGone(one) || task?.version !== taskVersion,
  );
  const ids = [...changed.map(({ id }) => id), ...adopted.values(), ...finished.ids, ...added];
  const pushes = await syncItems(tx, ids, targets, counts);
  return { counts, pushes: [...finished.pushes, ...pushes] };
}

/** The ids of new tasks of To Do with the link of a task that both sides have deleted, and that says something else. */
async function findStrangers(
  tx: Tx,
  integrationId: string,
  { remote }: TodoRound,
  known: readonly { itemId: string | null }[],
): Promise<Set<string>> {
  const ids = new Set(known.map(({ itemId }) => itemId));
  const linked = [...remote.values()].flatMap(({ task }) =>
    task.linkedTo && !ids.has(task.id) ? [{ ...task, linkedTo: task.linkedTo }] : [],
  );
  const taskIds = linked.map(({ linkedTo }) => linkedTo);
  const items = await inChunks(taskIds, (some) =>
    tx.db.todoItem.findMany({
      where: { integrationId, itemId: null, base: '{}', taskId: { in: some }, task: { trashedAt: { not: null } } },
      include: { task: true },
    }),
  );
  const resting = new Map(items.map(({ task, taskId }) => [taskId, task]));
  const isStranger = ({ linkedTo, ...task }: (typeof linked)[number]) => {
    const ours = resting.get(linkedTo);
    return ours && !isEqual(ours, fieldsOfTodo(task), tx.calendar.timeZone);
  };
  return new Set(linked.filter(isStranger).map(({ id }) => id));
}

/** Takes up tasks of the owner that To Do is linked to already. @returns the ids of their records, by those of the tasks */
async function adopt(
  tx: Tx,
  integration: Integration,
  linked: ReadonlyMap<string, RemoteTask>,
): Promise<Map<string, string>> {
  const owned = await inChunks([...linked.keys()], (some) =>
    tx.db.task.findMany({ where: ownedAmong(tx.viewer, some), select: { id: true } }),
  );
  const adopted = new Map<string, string>();
  for (const { id: taskId } of owned) {
    const columns = itemColumns(integration, linked.get(taskId) as RemoteTask, tx.calendar.timeZone);
    adopted.set(taskId, (await tx.write.todoItem.create({ ...columns, taskId })).id);
  }
  return adopted;
}

/** Makes tasks of those that are new at To Do, but for those that were completed before their list was synced. */
async function createAll(
  tx: Tx,
  integration: Integration,
  fresh: readonly RemoteTask[],
  { lists, targets }: { lists: readonly List[]; targets: ReadonlyMap<string, Target> },
  counts: Counts,
): Promise<void> {
  const since = new Map(lists.map(({ id, syncedSince }) => [id, syncedSince ?? '']));
  const { timeZone } = tx.calendar;
  for (const one of fresh) {
    const columns = itemColumns(integration, one, timeZone);
    const theirs = JSON.parse(columns.theirs ?? 'null') as StoredTask | null;
    const target = targets.get(one.todoListId);
    if (!theirs || !target) continue;
    const { completedOn } = theirs;
    if (completedOn !== null && completedOn < (since.get(one.todoListId) ?? '')) continue;
    const task = await createFrom(tx, target, theirs);
    counts.createdCount += 1;
    const settled = { taskVersion: task.version, isPending: false, isLinked: false };
    await tx.write.todoItem.create({ ...columns, ...settled, taskId: task.id, base: baseFor(theirs, timeZone) });
  }
}

/** Takes up open tasks here with the label or the goal of a list, to be created there. @returns the ids of their records */
async function addFresh(tx: Tx, { id: integrationId, accountId }: Integration, lists: readonly List[]) {
  const added: string[] = [];
  for (const { id: todoListId, labelId, goalId } of lists) {
    if (labelId === null && goalId === null) continue;
    const belongs = [
      ...(labelId === null ? [] : [{ taskLabels: { some: { labelId } } }]),
      ...(goalId === null ? [] : [{ goalId }]),
    ];
    const isOpen = { status: { in: openStatuses }, todoItems: { none: {} }, OR: belongs };
    // To Do makes the next occurrence of one that repeats there, too, until it has completed the last one.
    const goesOn = { integrationId, repeats: true, NOT: { theirs: { contains: '"status":"completed"' } } };
    const repeatsThere = { recurrence: { tasks: { some: { todoItems: { some: goesOn } } } } };
    const tasks = await tx.db.task.findMany({
      where: { AND: [isOpen, { NOT: repeatsThere }, active('task'), ownedBy(tx.viewer)] },
      select: { id: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      take: maxFresh,
    });
    const items = await tx.write.todoItem.createMany(
      tasks.map(({ id: taskId }) => ({ id: newId(), integrationId, accountId, todoListId, taskId, isPending: true })),
    );
    added.push(...items.map(({ id }) => id));
  }
  return added;
}

/** Does some work, and notes that all changes of tasks up to its own have been followed. */
export async function follow<T>(
  tx: Tx,
  { id: integrationId, accountId }: Integration,
  work: () => Promise<T>,
): Promise<T> {
  const result = await work();
  const { sequence = 0 } = (await tx.db.changeSequence.findUnique({ where: { ownerId: tx.viewer.accountId } })) ?? {};
  const own = tx.changes.length > 0 ? 1 : 0;
  const cursor = { sequence: sequence + own, isDue: false };
  const moved = await tx.write.todoCursor.update({ integrationId }, cursor);
  if (moved.length === 0) await tx.write.todoCursor.create({ integrationId, accountId, ...cursor });
  return result;
}

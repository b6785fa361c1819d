import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import {
  baseFor,
  type Counts,
  itemColumns,
  type Push,
  type RemoteTask,
  type StoredTask,
  type Target,
} from '../todo-items/todo-items.rules.ts';
import { advanceFrom, syncItems } from '../todo-items/todo-items.service.ts';
import { baseOfMade, finishedBy, isMade, withLeft, withoutFinished } from './todo-series.rules.ts';

type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

/** What became of the completed occurrences of a round. */
export interface TakenOccurrences {
  /** What was read of them. */
  taken: Set<RemoteTask>;
  /** The ids of the records that are to be synced still. */
  ids: string[];
  pushes: Push[];
}

/**
 * Takes the tasks that To Do has made of completed occurrences as those that were completed: here, or there, where a task that repeats
 * here too is completed by that, and its series goes on.
 * @param fresh the tasks of To Do that are new
 */
export async function takeFinished(
  tx: Tx,
  integration: Row<'integration'>,
  fresh: readonly RemoteTask[],
  targets: ReadonlyMap<string, Target>,
  counts: Counts,
): Promise<TakenOccurrences> {
  const { timeZone } = tx.calendar;
  const all: TakenOccurrences = { taken: new Set(), ids: [], pushes: [] };
  const made = fresh.filter(isMade).sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
  if (made.length === 0) return all;
  const where = { integrationId: integration.id, finished: { not: '[]' } };
  const items = await tx.db.todoItem.findMany({ where, orderBy: { id: 'asc' } });
  for (const one of made) {
    const match = finishedBy(items, one, timeZone);
    if (!match) continue;
    const { item, taskId } = match;
    const task = await findTask(tx, taskId);
    const isLeft = match.isCurrent && task?.trashedAt === null;
    if (task) {
      const columns = itemColumns(integration, one, timeZone);
      const base = isLeft
        ? JSON.stringify(baseOfMade(match.base, task))
        : baseFor(JSON.parse(columns.theirs ?? 'null') as StoredTask, timeZone);
      const { id } = await tx.write.todoItem.create({ ...columns, taskId, base });
      all.taken.add(one);
      if (isLeft) all.pushes.push(...(await syncItems(tx, [id], targets, counts)));
      else all.ids.push(id);
    }
    const next = isLeft ? await advanceFrom(tx, item.id, targets.get(item.todoListId) as Target, counts) : null;
    Object.assign(item, next?.item);
    // One that it still stands for goes on by what it was waiting for.
    if (!next && item.taskId === taskId) continue;
    const chain = { titles: match.titles, due: one.task.dueDateTime };
    item.finished = withoutFinished(item, taskId);
    if (next?.task?.recurrenceId) item.finished = withLeft(item, next.task, chain);
    await tx.write.todoItem.update({ id: item.id }, { finished: item.finished });
  }
  return all;
}

const dueOf = ({ task }: RemoteTask) => task.dueDateTime?.dateTime ?? '';

const findTask = (tx: Tx, id: string): Promise<Task | null> =>
  tx.db.task.findFirst({ where: { AND: [{ id }, ownedBy(tx.viewer)] } });

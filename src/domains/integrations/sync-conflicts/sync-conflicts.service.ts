import { taskFrom, taskWith } from '../../../integrations/graph/todo-fields.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { daysBefore, type Retention } from '../../../platform/jobs/retention.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { restoreTask, trashTask, updateTask } from '../../tasks/tasks/tasks.service.ts';
import {
  agreed,
  baseFor,
  baseOf,
  forgotten,
  type StoredTask,
  storedOf,
  withKept,
} from '../todo-items/todo-items.rules.ts';
import { syncItemById } from '../todo-items/todo-items.service.ts';
import { syncConflictList } from './sync-conflicts.access.ts';
import { fieldsOf, keptDays, resolutionOf, resolveSyncConflictInput, type Side } from './sync-conflicts.rules.ts';

type Conflict = Row<'syncConflict'>;
type Item = Row<'todoItem'> & { task: Row<'task'> | null };
type Tx = Transaction<ViewerContext>;

/** One of the viewer's conflicts. Null if there is none. */
export const getSyncConflict = getService(syncConflictList);

/** Lists the viewer's conflicts, by default the latest first. */
export const listSyncConflicts = listService(syncConflictList);

/**
 * Ends a conflict by what the viewer wants to keep. What changes here is a change of the task, and can be undone as such; what changes
 * at the other service is sent there soon. If the other side has changed once more in the meantime, that is another conflict.
 * @throws NotFoundError if there is no such conflict, ConflictError if it has ended
 * @throws InvalidInputError if fields are named that are not in conflict
 */
export async function resolveSyncConflict(
  ctx: ViewerContext,
  input: InputOf<typeof resolveSyncConflictInput>,
): Promise<Conflict> {
  const { id, keep, fields = [] } = parseInput(ctx, resolveSyncConflictInput, input);
  return transaction(ctx, 'resolveSyncConflict', async (tx) => {
    const conflict = orNotFound(await getSyncConflict(tx, id), 'id');
    if (conflict.resolvedAt !== null) throw new ConflictError('The conflict has ended already.');
    const { todoItemId, kind } = conflict;
    const item = await tx.db.todoItem.findUniqueOrThrow({ where: { id: todoItemId }, include: { task: true } });
    const chosen = new Map(fields.map((one) => [one.field, one.keep]));
    const known = new Set(kind === 'CHANGED_ON_BOTH' ? fieldsOf(conflict).map(({ field }) => field) : []);
    for (const [index, { field }] of fields.entries())
      if (!known.has(field))
        throw new InvalidInputError([
          { path: ['input', 'fields', String(index), 'field'], message: 'must be a field that is in conflict' },
        ]);
    const kept = known.size > 0 ? [...known].map((field) => chosen.get(field) ?? keep) : [keep];
    const ended = { resolvedAt: tx.calendar.now, resolution: resolutionOf(kept) };
    const [resolved] = await tx.write.syncConflict.update({ id }, ended);
    if (kind === 'CHANGED_ON_BOTH') await keepFields(tx, conflict, item, (field) => chosen.get(field) ?? keep);
    else await keepOne[kind][keep](tx, item);
    await syncItemById(tx, item);
    await tx.write.todoCursor.update({ integrationId: item.integrationId }, { isDue: true });
    return resolved as Conflict;
  });
}

/** Takes the values of To Do for some fields, and has the others sent there: what To Do has of them was seen. */
async function keepFields(tx: Tx, conflict: Conflict, item: Item, keep: (field: never) => Side): Promise<void> {
  const theirs = storedOf(item) as StoredTask;
  const fields = fieldsOf(conflict).map(({ field }) => field);
  const taken = fields.filter((field) => keep(field as never) === 'KEEP_THEIRS');
  const changes = taskWith(theirs, taken, tx.calendar.timeZone);
  const task =
    taken.length > 0 ? await updateTask(tx, { id: conflict.taskId, ...changes }) : (item.task as Row<'task'>);
  const base = withKept(
    agreed(baseOf(item), task, theirs, taken),
    theirs,
    fields.filter((field) => !taken.includes(field)),
  );
  await tx.write.todoItem.update({ id: item.id }, { base: JSON.stringify(base) });
}

type Keep = (tx: Tx, item: Item) => Promise<unknown>;

const update = (tx: Tx, { id }: Item, changes: Parameters<Tx['write']['todoItem']['update']>[1]) =>
  tx.write.todoItem.update({ id }, changes);

/** What to do about a task that one side has deleted. */
const keepOne: Record<'DELETED_HERE' | 'DELETED_THERE', Record<Side, Keep>> = {
  DELETED_THERE: {
    KEEP_OURS: (tx, item) => update(tx, item, forgotten),
    async KEEP_THEIRS(tx, item) {
      await trashTask(tx, { id: item.taskId as string });
      return update(tx, item, forgotten);
    },
  },
  DELETED_HERE: {
    KEEP_OURS: (tx, item) => {
      const theirs = storedOf(item) as StoredTask;
      return update(tx, item, { base: JSON.stringify(agreed({}, item.task as Row<'task'>, theirs)) });
    },
    async KEEP_THEIRS(tx, item) {
      const { timeZone } = tx.calendar;
      const theirs = storedOf(item) as StoredTask;
      const id = item.taskId as string;
      await restoreTask(tx, { id });
      await updateTask(tx, { id, ...taskFrom(theirs, timeZone) });
      return update(tx, item, { base: baseFor(theirs, timeZone) });
    },
  },
};

/** Conflicts are deleted 30 days after they have ended. */
export const syncConflictRetention: readonly Retention[] = [
  { model: 'syncConflict', expired: (ctx) => ({ resolvedAt: { lt: daysBefore(ctx, keptDays) } }) },
];

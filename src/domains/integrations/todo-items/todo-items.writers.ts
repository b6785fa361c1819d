import { type SyncedTask, type TodoField, taskFrom } from '../../../integrations/graph/todo-fields.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { isOccurrence } from '../../tasks/occurrences/occurrences.rules.ts';
import { makeNext } from '../../tasks/occurrences/occurrences.service.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import { createTask, restoreTask, trashTask, updateTask } from '../../tasks/tasks/tasks.service.ts';
import { baseOfNext, hasGoneOn } from '../todo-series/todo-series.rules.ts';
import { conflictOf, fingerprintOf, type OpenConflict } from './todo-items.plans.ts';
import {
  baseFor,
  baseOf,
  type Counts,
  decide,
  forgotten,
  type Push,
  type StoredTask,
  storedOf,
  type Target,
} from './todo-items.rules.ts';

type Item = Row<'todoItem'>;
type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

/** A synced task with what it takes to decide about it. */
export interface Subject {
  item: Item;
  task: Task | null;
  /** Whether there are tasks below it that are not in the trash. */
  hasSubtasks: boolean;
  /** Its conflict, if one is open. */
  conflict: Row<'syncConflict'> | null;
  /** What it gets if it is made anew. */
  target: Target;
}

/**
 * Does what follows from both sides of a task, as far as it is to be done here. The task is up to date then, but for conflicts.
 * @returns what is to be sent to To Do; null if nothing is
 */
export async function syncItem(
  tx: Tx,
  { item, task, hasSubtasks, conflict, target }: Subject,
  counts: Counts,
): Promise<Push | null> {
  const { timeZone } = tx.calendar;
  const [base, theirs] = [baseOf(item), storedOf(item)];
  const ours = task && { task, isActive: task.trashedAt === null, hasSubtasks };
  if (hasGoneOn(item, task, theirs)) {
    const next = await advance(tx, { item, task, hasSubtasks, conflict, target }, theirs as StoredTask, counts);
    return syncItem(tx, next, counts);
  }
  const decision = decide(base, ours, theirs, item.itemId !== null, timeZone, item.repeats);
  const open = conflictOf(decision, base, task, theirs, timeZone);
  await keepConflict(tx, item, conflict, open);
  const save = async (version: number, changes: Partial<Item> = {}) => {
    await tx.write.todoItem.update({ id: item.id }, { taskVersion: version, isPending: false, ...changes });
  };
  const push = async (kind: Push['kind']): Promise<Push> => {
    await save(task?.version ?? 0, { isPending: true });
    return { itemId: item.id, kind };
  };
  switch (decision.kind) {
    case 'MERGE': {
      const { pull, push: sent, base: next } = decision.merge;
      const version = await pullInto(tx, task as Task, pull, theirs, counts);
      const kind = pushOf(item, task as Task, sent);
      await save(version, { base: JSON.stringify(next), isPending: kind !== null });
      return kind && { itemId: item.id, kind };
    }
    case 'CREATE_THERE':
      return push('CREATE');
    case 'DELETE_THERE':
      return push('DELETE');
    case 'TRASH_HERE': {
      const { version } = await trashTask(tx, { id: (task as Task).id });
      counts.trashedCount += 1;
      await save(version, forgotten);
      return null;
    }
    case 'RESTORE_HERE': {
      const restored = await restoreTask(tx, { id: (task as Task).id });
      const version = await pullInto(tx, restored, taskFrom(theirs as StoredTask, timeZone), theirs, counts);
      await save(version, { base: baseFor(theirs as StoredTask, timeZone) });
      return null;
    }
    case 'CREATE_HERE': {
      const created = await createFrom(tx, target, theirs as StoredTask);
      counts.createdCount += 1;
      const base = baseFor(theirs as StoredTask, timeZone);
      await save(created.version, { taskId: created.id, base, isLinked: false });
      return null;
    }
    case 'CONFLICT':
      await save(task?.version ?? 0);
      return null;
    case 'REST':
      // A task whose creation may have succeeded without a response is known to have existed, should it show up.
      await save(task?.version ?? 0, item.itemId === null ? {} : forgotten);
      return null;
    case 'FORGET':
      await tx.write.todoItem.delete({ id: item.id });
      return null;
  }
}

/** What is to be sent of a task that is there on both sides, of which some fields have changed here. Null if nothing. */
function pushOf({ repeats, wantedRule }: Item, { status }: Task, fields: readonly TodoField[]): Push['kind'] | null {
  if (repeats && fields.includes('STATUS') && !openStatuses.includes(status)) return 'FINISH';
  if (wantedRule !== null) return 'REPEAT';
  return fields.length > 0 ? 'UPDATE' : null;
}

/**
 * Points a synced task to what To Do has gone on to: the next occurrence of the recurrence here, if there is one, or else a new task.
 * @returns both, as they are to be synced
 */
export async function advance(
  tx: Tx,
  { item, task, conflict, target }: Subject,
  theirs: StoredTask,
  counts: Counts,
): Promise<Subject> {
  await keepConflict(tx, item, conflict, null);
  const known = task && (await nextOccurrence(tx, task));
  const next = known ?? (await createFrom(tx, target, theirs));
  if (!known) counts.createdCount += 1;
  const base = known ? JSON.stringify(baseOfNext(baseOf(item), known)) : baseFor(theirs, tx.calendar.timeZone);
  const columns = { taskId: next.id, taskVersion: next.version, base, isLinked: false, isPending: true };
  await tx.write.todoItem.update({ id: item.id }, columns);
  return { item: { ...item, ...columns }, task: next, hasSubtasks: false, conflict: null, target };
}

/** The occurrence here after one that was finished, unless it is at To Do already. Null if there is none. */
const nextOccurrence = (tx: Tx, { recurrenceId, occurrenceNumber }: Task): Promise<Task | null> =>
  recurrenceId === null
    ? Promise.resolve(null)
    : tx.db.task.findFirst({
        where: {
          AND: [ownedBy(tx.viewer), active('task'), { recurrenceId }],
          ...{ occurrenceNumber: { gt: occurrenceNumber ?? 0 }, todoItems: { none: {} } },
        },
        orderBy: [{ occurrenceNumber: 'asc' }, { id: 'asc' }],
      });

/** Sets what To Do has changed. @returns the version of the task */
async function pullInto(tx: Tx, task: Task, pull: Partial<SyncedTask>, theirs: StoredTask | null, counts: Counts) {
  if (Object.keys(pull).length === 0) return task.version;
  counts.updatedCount += 1;
  const updated = await updateTask(tx, { id: task.id, ...pull });
  if (pull.status !== 'DONE') return updated.version;
  const done = await completeOn(tx, updated, theirs?.completedOn ?? null);
  // The end of the transaction makes it, too, but not that of a task which the transaction itself has made, and too late to go on to it.
  if (isOccurrence(done)) await makeNext(tx, done);
  return done.version;
}

/** Makes a task of one of To Do. */
export async function createFrom(tx: Tx, { labelId, goalId }: Target, theirs: StoredTask): Promise<Task> {
  const { status, ...fields } = taskFrom(theirs, tx.calendar.timeZone);
  const created = await createTask(tx, {
    ...fields,
    ...(goalId !== null && { goalId }),
    ...(labelId !== null && { labelIds: [labelId] }),
  });
  if (status === 'TODO') return created;
  const task = await updateTask(tx, { id: created.id, status });
  return status === 'DONE' ? completeOn(tx, task, theirs.completedOn) : task;
}

/** Sets when a task was completed: on an earlier day, at this time of day, since To Do tells none. @returns the task */
async function completeOn(tx: Tx, before: Task, completedOn: string | null): Promise<Task> {
  if (completedOn === null || completedOn >= tx.calendar.today) return before;
  const completedAt = tx.calendar.moveTo(tx.calendar.now, completedOn);
  const [task] = await tx.write.task.update({ id: before.id }, { completedAt });
  return task ?? before;
}

/** Opens, changes or ends the conflict of a task. */
async function keepConflict(tx: Tx, item: Item, before: Subject['conflict'], open: OpenConflict | null): Promise<void> {
  const { now } = tx.calendar;
  if (!open) {
    if (before) await tx.write.syncConflict.update({ id: before.id }, { resolvedAt: now, resolution: 'AGREED' });
    return;
  }
  const { kind } = open;
  const fields = open.fields.map((one) => ({ ...one })) as never;
  if (before) {
    const isSame = before.kind === kind && fingerprintOf(before.fields as never) === fingerprintOf(fields);
    if (!isSame) await tx.write.syncConflict.update({ id: before.id }, { kind, fields, detectedAt: now });
    return;
  }
  const { accountId, integrationId, taskId } = item;
  if (taskId === null) return;
  const owned = { accountId, integrationId, taskId, todoItemId: item.id };
  await tx.write.syncConflict.create({ ...owned, kind, fields, detectedAt: now });
}

import type { TodoFields } from '../../../integrations/graph/todo.ts';
import { dateOfMidnight } from '../../../integrations/graph/todo-dates.ts';
import type { SyncedTask } from '../../../integrations/graph/todo-fields.ts';
import type { Row } from '../../../platform/database/models.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import { type Base, baseOf, type RemoteTask, type StoredTask, storedOf } from '../todo-items/todo-items.rules.ts';

/*
 * Tasks that repeat at To Do. When one of them is completed, To Do makes a task of the completed occurrence, and the one that repeats
 * goes on to the next day. So the task here is the occurrence that is open, and the next one is another task.
 */

type Item = Row<'todoItem'>;

/** An occurrence that was completed here and sent, or is about to be, or that To Do has left by itself. */
interface Finished {
  taskId: string;
  /** The titles that To Do may know it by. */
  titles: string[];
  /** When it was due there. */
  due: TodoFields['dueDateTime'];
  /**
   * What both sides were before To Do had another due date without having been asked to: it was completed there, or moved. Not there if
   * it was completed here.
   */
  base?: Base;
}

/** The maximum number of occurrences whose tasks are waited for. */
const maxFinished = 20;

const finishedOf = ({ finished }: Pick<Item, 'finished'>) => JSON.parse(finished) as Finished[];
const serialize = (all: readonly Finished[]) => JSON.stringify(all.slice(-maxFinished));
const isOpen = (task: Row<'task'>) => openStatuses.includes(task.status);

/** The column after an occurrence is about to be sent as completed. Of one that was before, it stays what To Do had then. */
export function withFinished(item: Item, { id, title }: Row<'task'>, theirs: StoredTask): string {
  const known = finishedOf(item).filter(({ taskId, base }) => !(taskId === id && base));
  if (known.some(({ taskId }) => taskId === id)) return item.finished;
  return serialize([...known, { taskId: id, titles: [theirs.title, title], due: theirs.dueDateTime }]);
}

/** The column without an occurrence. */
export const withoutFinished = (item: Pick<Item, 'finished'>, taskId: string): string =>
  serialize(finishedOf(item).filter((one) => one.taskId !== taskId));

/** The column with an occurrence that To Do has left, in place of what it had of it. */
export const withLeft = (
  item: Pick<Item, 'finished' | 'base'>,
  { id, title }: Row<'task'>,
  { titles, due }: Pick<Finished, 'titles' | 'due'>,
): string =>
  serialize([
    ...finishedOf(item).filter(({ taskId }) => taskId !== id),
    { taskId: id, titles: [...new Set([...titles, title])], due, base: baseOf(item) },
  ]);

/**
 * The column after a task that repeats was read of To Do, which is due later than it was. Whether it was completed there is known by
 * the task that To Do makes of the occurrence, now or in a later round.
 * @returns null if there is nothing to wait for: a task that only repeats there goes on as the same
 */
export function leftBehind(item: Item, task: Row<'task'> | null, remote: TodoFields, timeZone: string): string | null {
  const before = storedOf(item);
  if (!item.repeats || !task || task.trashedAt !== null || !before?.dueDateTime || !remote.dueDateTime) return null;
  if (dateOf(remote.dueDateTime, timeZone) <= dateOf(before.dueDateTime, timeZone)) return null;
  if (isOpen(task) && task.recurrenceId === null) return null;
  const isSent = finishedOf(item).some(({ taskId, base }) => taskId === task.id && !base);
  return isSent ? null : withLeft(item, task, { titles: [before.title, remote.title], due: before.dueDateTime });
}

/** Whether To Do has gone on to the next occurrence since the task here was sent as completed. */
export function hasGoneOn(item: Item, task: Row<'task'> | null, theirs: StoredTask | null): boolean {
  const done = finishedOf(item).find(({ taskId, base }) => taskId === item.taskId && !base);
  const isActive = task !== null && task.trashedAt === null && isOpen(task);
  if (!done || isActive || !theirs || theirs.status === 'completed') return false;
  return JSON.stringify(done.due) !== JSON.stringify(theirs.dueDateTime);
}

const dateOf = (due: TodoFields['dueDateTime'], timeZone: string) => (due ? dateOfMidnight(due, timeZone) : '');

/** Whether a task of To Do may be one that it has made of a completed occurrence. */
export const isMade = ({ task }: RemoteTask): boolean => task.status === 'completed' && task.recurrence === null;

/** A completed occurrence that To Do has made a task of. */
export interface Match {
  item: Item;
  /** The task here. */
  taskId: string;
  titles: string[];
  /** What both sides were when they last agreed about it. */
  base: Base;
  /** Whether it is the task that the item stands for, and To Do has gone on from it. */
  isCurrent: boolean;
}

/** The task here whose completed occurrence a new task of To Do is, and the item that it was of. Null if it is none. */
export function finishedBy(items: readonly Item[], { task, todoListId }: RemoteTask, timeZone: string): Match | null {
  const due = dateOf(task.dueDateTime, timeZone);
  for (const item of items) {
    if (item.todoListId !== todoListId) continue;
    const current = dateOf(storedOf(item)?.dueDateTime ?? null, timeZone);
    // Several may have been completed there since: each is due before the one that is open.
    const isOf = (one: Finished) =>
      due === dateOf(one.due, timeZone) ||
      (one.taskId === item.taskId && due >= dateOf(one.due, timeZone) && due < current);
    const done = finishedOf(item).find((one) => one.titles.includes(task.title) && isOf(one));
    if (!done) continue;
    const isCurrent = done.taskId === item.taskId && dateOf(done.due, timeZone) !== current;
    return { item, taskId: done.taskId, titles: done.titles, base: done.base ?? baseOf(item), isCurrent };
  }
  return null;
}

/** A value that To Do never had, so that what it has is taken. */
const unknown = { isUnknown: true };

/** The base of the task that was made of an occurrence, once To Do has completed it: that, and its due date, count. */
export const baseOfMade = (base: Base, task: SyncedTask): Base => ({
  ...base,
  STATUS: { ours: task.status, theirs: 'notStarted' },
  DUE_ON: { ours: task.dueOn, theirs: unknown },
});

/** The base of the next occurrence here and of what To Do has gone on to: new on both sides, but the due date is that of To Do. */
export const baseOfNext = (base: Base, next: SyncedTask): Base => ({
  ...base,
  STATUS: { ours: 'TODO', theirs: 'notStarted' },
  DUE_ON: { ours: next.dueOn, theirs: unknown },
});

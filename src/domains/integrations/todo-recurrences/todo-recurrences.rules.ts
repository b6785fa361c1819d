import { z } from 'zod';
import { patternOf, type StartedRecurrence } from '../../../integrations/graph/recurrence-pattern.ts';
import type { TodoFields } from '../../../integrations/graph/todo.ts';
import { dateOfMidnight } from '../../../integrations/graph/todo-dates.ts';
import { firstDate, parseDateRule } from '../../../integrations/ics/date-rule.ts';
import type { Row } from '../../../platform/database/models.ts';
import { target } from '../../../platform/validation/input-rules.ts';
import { recurrenceInput } from '../../tasks/recurrences/recurrences.rules.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import type { StoredTask, ToldTask } from '../todo-items/todo-items.rules.ts';

/*
 * Tasks that repeat at To Do. When one of them is completed, To Do makes a task of the completed occurrence, and the one that repeats
 * goes on to the next day. So the task here is the occurrence that is open, and the next one is another task.
 */

type Item = Row<'todoItem'>;

export const repeatInTodoInput = z.object({ ...target('Task'), rule: recurrenceInput.shape.rule.nullable() });

/** An occurrence that was completed here, and sent, or is about to be. */
interface Finished {
  taskId: string;
  /** The titles that To Do may know it by. */
  titles: string[];
  /** When it was due there. */
  due: TodoFields['dueDateTime'];
}

/** The maximum number of occurrences whose tasks are waited for. */
const maxFinished = 20;

const finishedOf = ({ finished }: Pick<Item, 'finished'>) => JSON.parse(finished) as Finished[];

/** The column after an occurrence is about to be sent as completed. Of one that was before, it stays what To Do had then. */
export function withFinished(item: Item, { id, title }: Row<'task'>, theirs: StoredTask): string {
  const known = finishedOf(item);
  if (known.some(({ taskId }) => taskId === id)) return item.finished;
  const added: Finished = { taskId: id, titles: [theirs.title, title], due: theirs.dueDateTime };
  return JSON.stringify([...known, added].slice(-maxFinished));
}

/** The column without an occurrence. */
export const withoutFinished = (item: Pick<Item, 'finished'>, taskId: string): string =>
  JSON.stringify(finishedOf(item).filter((one) => one.taskId !== taskId));

/** Whether To Do has gone on to the next occurrence since the task here was sent as completed. */
export function hasGoneOn(item: Item, task: Row<'task'> | null, theirs: StoredTask | null): boolean {
  const done = finishedOf(item).find(({ taskId }) => taskId === item.taskId);
  const isOpen = task !== null && task.trashedAt === null && openStatuses.includes(task.status);
  if (!done || isOpen || !theirs || theirs.status === 'completed') return false;
  return JSON.stringify(done.due) !== JSON.stringify(theirs.dueDateTime);
}

/** The task here whose completed occurrence a new task of To Do is, and the item that it was of. Null if it is none. */
export function finishedBy(
  items: readonly Item[],
  { task, todoListId }: ToldTask,
  timeZone: string,
): { item: Item; taskId: string } | null {
  if (task.status !== 'completed' || task.recurrence !== null) return null;
  const dateOf = (due: TodoFields['dueDateTime']) => due && dateOfMidnight(due, timeZone);
  for (const item of items) {
    const done = finishedOf(item).find(
      ({ titles, due }) => titles.includes(task.title) && dateOf(due) === dateOf(task.dueDateTime),
    );
    if (done && item.todoListId === todoListId) return { item, taskId: done.taskId };
  }
  return null;
}

/** How a task is to repeat at To Do. Null if To Do cannot say it. @param startsOn the day of its next occurrence */
export const wantedRecurrence = (rule: string, startsOn: string): StartedRecurrence | null => patternOf(rule, startsOn);

/** The day of the next occurrence: the due date, or today, if the rule has it, or else the first of the rule after it. */
export function firstDay(rule: string, { dueOn }: Pick<Row<'task'>, 'dueOn'>, today: string): string {
  const start = dueOn ?? today;
  return (
    firstDate(
      parseDateRule(rule, (local) => local.toPlainDate().toString()),
      start,
      start,
    ) ?? start
  );
}

import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { requireParent, restoreSubtree, trashSubtree } from '../../../platform/records/hierarchies.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import {
  createRecord,
  requireRecords,
  requireReferences,
  type Target,
  updateRecord,
} from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { editOccurrences } from '../occurrences/occurrences.service.ts';
import { startRecurrence } from '../recurrences/recurrences.service.ts';
import { snoozeTaskInput } from '../task-blockers/task-blockers.rules.ts';
import { setBlockers } from '../task-blockers/task-blockers.service.ts';
import { isPresent, plannedDay } from '../task-plans/task-plans.rules.ts';
import { plansOf } from '../task-plans/task-plans.service.ts';
import { taskList } from './tasks.access.ts';
import {
  completeTaskInput,
  createTaskInput,
  openStatuses,
  positionStep,
  reopened,
  reorderTaskInput,
  rescheduleTaskInput,
  type Status,
  schedule,
  taskRelations,
  updateTaskInput,
  withStatus,
} from './tasks.rules.ts';
import { lastPosition, positionAfter } from './tasks.writers.ts';

type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

const references = { goalId: 'goal', meetingId: 'meeting' } as const;

/** Lists the viewer's tasks, by default in the viewer's order. */
export const listTasks = listService(taskList);

/** Returns one of the viewer's tasks, active or in the trash. Null if there is none. */
export const getTask = getService(taskList);

/**
 * Creates a task at the end of the viewer's order. One that repeats is moved to the first day that its rule matches.
 * @throws NotFoundError if a parent, goal, meeting, label or skill does not exist
 * @throws InvalidInputError if one of them is in the trash, or if the tree of tasks would get more than 10 levels
 */
export async function createTask(ctx: ViewerContext, input: InputOf<typeof createTaskInput>): Promise<Task> {
  const { id, labelIds, skillIds, blockedByIds, recurrence, ...data } = parseInput(ctx, createTaskInput, input);
  return transaction(ctx, 'createTask', (tx) =>
    createRecord(tx, 'task', input, id, async (create) => {
      if (data.parentId) await requireParent(tx, 'task', data.parentId, null);
      await requireReferences(tx, references, data);
      const last = await lastPosition(tx);
      const first = recurrence && (await startRecurrence(tx, recurrence, data, ['input', 'recurrence', 'rule']));
      const task = await create({
        ...data,
        ...first?.place,
        ...first?.schedule,
        position: last + positionStep,
      });
      await setManyToMany(tx, taskRelations, task.id, { labelIds, skillIds });
      await setBlockers(tx, task.id, blockedByIds);
      return task;
    }),
  );
}

/**
 * Changes the given fields of a task. Scheduling it for a day clears its time, and the other way round.
 * @throws NotFoundError and InvalidInputError as `createTask`
 */
export async function updateTask(ctx: ViewerContext, input: InputOf<typeof updateTaskInput>): Promise<Task> {
  const { id, ifVersion, labelIds, skillIds, blockedByIds, status, occurrences, ...changes } = parseInput(
    ctx,
    updateTaskInput,
    input,
  );
  return transaction(ctx, 'updateTask', (tx) =>
    updateRecord(
      tx,
      'task',
      { id, ifVersion },
      async (before) => {
        if (changes.parentId && changes.parentId !== before.parentId) {
          await requireParent(tx, 'task', changes.parentId, id);
        }
        await requireReferences(tx, references, changes, before);
        const { title, description, priority, estimateMinutes, goalId, dueOn } = changes;
        const edit = { title, description, priority, estimateMinutes, goalId, dueOn, labelIds, skillIds };
        await editOccurrences(tx, before, occurrences, edit);
        return {
          ...changes,
          ...(await rescheduled(tx, before, schedule(changes))),
          ...(status && withStatus(before, status, tx.calendar.now)),
        };
      },
      async () => {
        const isRelated = await setManyToMany(tx, taskRelations, id, { labelIds, skillIds });
        return (await setBlockers(tx, id, blockedByIds)) || isRelated;
      },
    ),
  );
}

/**
 * Marks a task as done. A task that is done already keeps its `completedAt`. The next occurrence of a task that repeats is made.
 * @throws InvalidInputError if it was completed in the future
 */
export async function completeTask(ctx: ViewerContext, input: InputOf<typeof completeTaskInput>): Promise<Task> {
  const { completedAt, ...target } = parseInput(ctx, completeTaskInput, input);
  return transaction(ctx, 'completeTask', (tx) =>
    updateRecord(tx, 'task', target, (task) => withStatus(task, 'DONE', completedAt ?? tx.calendar.now)),
  );
}

/**
 * Sets a task that is done or cancelled back to TODO. An open task stays as it is. The next occurrence of one that repeats is taken
 * back, if nobody has changed it.
 */
export async function reopenTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  return setStatus(ctx, 'reopenTask', input, reopened);
}

/** Marks a task as cancelled. The next occurrence of a task that repeats is made. */
export async function cancelTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  return setStatus(ctx, 'cancelTask', input, () => 'CANCELLED');
}

function setStatus(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  next: (status: Status) => Status,
): Promise<Task> {
  const target = parseInput(ctx, targetInput('Task'), input);
  return transaction(ctx, name, (tx) =>
    updateRecord(tx, 'task', target, (task) => withStatus(task, next(task.status), tx.calendar.now)),
  );
}

/** Schedules a task for a day or a time. Given neither, the task becomes unscheduled. */
export async function rescheduleTask(ctx: ViewerContext, input: InputOf<typeof rescheduleTaskInput>): Promise<Task> {
  const { id, ifVersion, scheduledOn, scheduledAt } = parseInput(ctx, rescheduleTaskInput, input);
  const changes = { scheduledOn: scheduledOn ?? null, scheduledAt: scheduledAt ?? null };
  return transaction(ctx, 'rescheduleTask', (tx) =>
    updateRecord(tx, 'task', { id, ifVersion }, (before) => rescheduled(tx, before, changes)),
  );
}

/**
 * Puts a task off until a moment, or the start of a day. Given neither, it is there again at once.
 * @throws InvalidInputError if that is not in the future, or the task is done or cancelled
 */
export async function snoozeTask(ctx: ViewerContext, input: InputOf<typeof snoozeTaskInput>): Promise<Task> {
  const { untilDate, until, ...target } = parseInput(ctx, snoozeTaskInput, input);
  const snoozedUntil = untilDate ? ctx.calendar.startOfDay(untilDate) : (until ?? null);
  return transaction(ctx, 'snoozeTask', (tx) =>
    updateRecord(tx, 'task', target, ({ status }) => {
      if (openStatuses.includes(status) || snoozedUntil === null) return { snoozedUntil };
      throw new InvalidInputError([{ path: ['input', 'id'], message: 'must be the id of an open task' }]);
    }),
  );
}

/**
 * Moves a task directly after another one in the viewer's order, or to its start. The other tasks keep their order.
 * @throws InvalidInputError if the other task is the same one
 */
export async function reorderTask(ctx: ViewerContext, input: InputOf<typeof reorderTaskInput>): Promise<Task> {
  const { id, ifVersion, afterId } = parseInput(ctx, reorderTaskInput, input);
  if (afterId === id) throw new InvalidInputError([{ path: ['input', 'afterId'], message: 'must be another task' }]);
  return transaction(ctx, 'reorderTask', (tx) =>
    updateRecord(tx, 'task', { id, ifVersion }, async (task) => ({
      position: await positionAfter(tx, task, afterId ?? null),
    })),
  );
}

/** Moves a task to the trash together with its subtasks. */
export const trashTask = (tx: Tx, target: Target): Promise<Task> => trashSubtree(tx, 'task', target);

/** Restores a task from the trash together with the subtasks that were trashed with it. */
export const restoreTask = (tx: Tx, target: Target): Promise<Task> => restoreSubtree(tx, 'task', target);

/**
 * Returns the viewer's active tasks with these ids, in their order.
 * @param field the input field that holds the ids
 * @throws NotFoundError if one does not exist, InvalidInputError if one is in the trash
 */
export async function requireTasks(tx: Tx, ids: readonly string[], field: string): Promise<Task[]> {
  return requireRecords(tx, 'task', ids, (index) => [field, String(index)]);
}

/**
 * Moves open tasks from a day that they are planned for to a later one, at the same time of day if they have one, and counts that
 * they were carried over: once for the day, however often it is closed. One that was carried over from the day before moves only
 * if it has not been scheduled otherwise since.
 * @param field the input field that holds the ids
 * @throws NotFoundError if one does not exist; InvalidInputError if one is in the trash, done or cancelled, or was not planned for
 *   the day
 */
export async function carryOver(
  tx: Tx,
  ids: readonly string[],
  { from, to }: { from: string; to: string },
  field: string,
): Promise<void> {
  const tasks = await requireTasks(tx, ids, field);
  const otherwise = tasks.filter((task) => plannedDay(task, tx.calendar) !== from);
  const plans = Map.groupBy(await plansOf(tx, idsIn(otherwise)), ({ taskId }) => taskId);
  for (const [index, task] of tasks.entries()) {
    const refuse = (message: string) => {
      throw new InvalidInputError([{ path: ['input', field, String(index)], message }]);
    };
    if (!openStatuses.includes(task.status)) refuse('must be the id of an open task');
    const isPlanned = plannedDay(task, tx.calendar) === from;
    const ofTask = plans.get(task.id) ?? [];
    const carried = ofTask.find(({ plannedOn, outcome }) => plannedOn === from && outcome === 'CARRIED');
    if (!isPlanned && !carried) refuse('must be planned for the day');
    const stays = ofTask.some((plan) => isPresent(plan) && plan.createdAt.getTime() === carried?.endedAt?.getTime());
    if (!isPlanned && !stays) continue;
    const { scheduledAt } = task;
    const later = scheduledAt ? { scheduledAt: tx.calendar.moveTo(scheduledAt, to) } : { scheduledOn: to };
    const count = isPlanned ? { carryOverCount: task.carryOverCount + 1 } : {};
    await tx.write.task.update({ id: task.id }, { ...later, ...count });
  }
}

const idsIn = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

/** What a new schedule of a task sets. If the task goes back to a day that it was carried over from, that no longer counts. */
export async function rescheduled(tx: Tx, task: Task, changes: Partial<Pick<Task, 'scheduledOn' | 'scheduledAt'>>) {
  if (task.carryOverCount === 0 || Object.keys(changes).length === 0) return changes;
  const day = plannedDay({ ...task, ...changes }, tx.calendar);
  if (day === null || day === plannedDay(task, tx.calendar)) return changes;
  const wasCarried = (await plansOf(tx, [task.id])).some(
    (plan) => plan.plannedOn === day && plan.outcome === 'CARRIED',
  );
  return wasCarried ? { ...changes, carryOverCount: task.carryOverCount - 1 } : changes;
}

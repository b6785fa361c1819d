import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import {
  getService,
  type ListArguments,
  listRecords,
  listService,
  type Selection,
} from '../../../platform/queries/lists.ts';
import { requireParent, restoreSubtree, trashSubtree } from '../../../platform/records/hierarchies.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import {
  createRecord,
  findOwned,
  orNotFound,
  requireRecords,
  requireReferences,
  updateRecord,
} from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import {
  dateArgument,
  type InputOf,
  parseInput,
  type TargetInput,
  targetInput,
} from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { scheduledWithin, taskList, visibleTo } from './tasks.access.ts';
import {
  createTaskInput,
  isBetween,
  maxSkills,
  openStatuses,
  positionBetween,
  positionStep,
  reopened,
  reorderTaskInput,
  rescheduleTaskInput,
  type Status,
  schedule,
  spread,
  updateTaskInput,
  withStatus,
} from './tasks.rules.ts';

type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

const references = { goalId: 'goal', meetingId: 'meeting' } as const;
const manyToMany = {
  labelIds: { model: 'taskLabel', row: 'taskId', other: 'label', max: maxLabels },
  skillIds: { model: 'taskSkill', row: 'taskId', other: 'skill', max: maxSkills },
} as const;

/** The viewer's tasks, as they put them in order unless asked otherwise. */
export const listTasks = listService(taskList);

/** The tasks planned for a day, or for a moment of it, as the viewer put them in order. */
export async function listTasksOn(
  ctx: ViewerContext,
  { date, ...args }: ListArguments & { date: string },
  selection: Selection<'task'> = {},
): Promise<Page<Task>> {
  const day = dateArgument(ctx.calendar, 'date', date);
  return listRecords(ctx, taskList, args, selection, scheduledWithin(ctx.calendar, day, day));
}

/** One of the viewer's tasks. */
export const getTask = getService(taskList);

/** Makes a task, and puts it at the end of the viewer's order. */
export async function createTask(ctx: ViewerContext, input: InputOf<typeof createTaskInput>): Promise<Task> {
  const { id, labelIds, skillIds, ...data } = parseInput(createTaskInput(ctx.calendar), input);
  return transaction(ctx, 'createTask', (tx) =>
    createRecord(tx, 'task', input, id, async (create) => {
      if (data.parentId) await requireParent(tx, 'task', data.parentId, null);
      await requireReferences(tx, references, data);
      const last = await tx.db.task.findFirst({ where: visibleTo(tx.viewer), orderBy: { position: 'desc' } });
      const task = await create({ ...data, position: (last?.position ?? 0) + positionStep });
      await setManyToMany(tx, manyToMany, task.id, { labelIds, skillIds });
      return task;
    }),
  );
}

/** Changes what is given of the task. Planning it for a day takes its moment away, and the other way round. */
export async function updateTask(ctx: ViewerContext, input: InputOf<typeof updateTaskInput>): Promise<Task> {
  const { id, ifVersion, labelIds, skillIds, status, ...changes } = parseInput(updateTaskInput(ctx.calendar), input);
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
        return { ...changes, ...schedule(changes), ...(status && withStatus(before, status, tx.calendar.now)) };
      },
      () => setManyToMany(tx, manyToMany, id, { labelIds, skillIds }),
    ),
  );
}

/** Finishes the task. One that is done already stays done when it was. */
export async function completeTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  return setStatus(ctx, 'completeTask', input, () => 'DONE');
}

/** Puts a task that was done or cancelled back among those to do. One that is open stays as it is. */
export async function reopenTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  return setStatus(ctx, 'reopenTask', input, reopened);
}

/** Gives the task up. */
export async function cancelTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  return setStatus(ctx, 'cancelTask', input, () => 'CANCELLED');
}

function setStatus(
  ctx: ViewerContext,
  name: string,
  input: TargetInput,
  next: (status: Status) => Status,
): Promise<Task> {
  const target = parseInput(targetInput('Task'), input);
  return transaction(ctx, name, (tx) =>
    updateRecord(tx, 'task', target, (task) => withStatus(task, next(task.status), tx.calendar.now)),
  );
}

/** Plans the task for a day, for a moment, or, when neither is given, for no time at all. */
export async function rescheduleTask(ctx: ViewerContext, input: InputOf<typeof rescheduleTaskInput>): Promise<Task> {
  const { id, ifVersion, scheduledOn, scheduledAt } = parseInput(rescheduleTaskInput(ctx.calendar), input);
  const planned = { scheduledOn: scheduledOn ?? null, scheduledAt: scheduledAt ?? null };
  return transaction(ctx, 'rescheduleTask', (tx) => updateRecord(tx, 'task', { id, ifVersion }, () => planned));
}

/** Moves the task to right after another one in the viewer's order, or to its start; the others keep their order. */
export async function reorderTask(ctx: ViewerContext, input: InputOf<typeof reorderTaskInput>): Promise<Task> {
  const { id, ifVersion, afterId } = parseInput(reorderTaskInput, input);
  if (afterId === id) throw new InvalidInputError([{ path: ['input', 'afterId'], message: 'must be another task' }]);
  return transaction(ctx, 'reorderTask', (tx) =>
    updateRecord(tx, 'task', { id, ifVersion }, async (task) => ({
      position: await positionAfter(tx, task, afterId ?? null),
    })),
  );
}

/** A position right after a task, or before all; where none is free, the tasks that follow are spread out first. */
async function positionAfter(tx: Tx, moved: Task, afterId: string | null): Promise<number> {
  const before = afterId === null ? null : orNotFound(await findOwned(tx, 'task', afterId), 'afterId').position;
  const following = (take: number) =>
    tx.db.task.findMany({
      where: {
        AND: [visibleTo(tx.viewer), { NOT: { id: moved.id } }, before === null ? {} : { position: { gt: before } }],
      },
      orderBy: { position: 'asc' },
      take,
    });
  const next = (await following(1))[0]?.position ?? null;
  if (isBetween(moved.position, before, next)) return moved.position;
  const between = positionBetween(before, next);
  if (between !== null || before === null) return between ?? positionStep;

  // As many of the tasks that follow as it takes to find room for all of them, with the first place for the one moved.
  for (let count = 50; ; count *= 2) {
    const crowd = await following(count);
    const positions = spread(before, crowd.length < count ? null : (crowd.at(-1)?.position ?? null), crowd.length + 1);
    if (!positions) continue;
    const [first, ...rest] = positions as [number, ...number[]];
    for (const [index, { id }] of crowd.entries()) {
      await tx.write.task.update({ id }, { position: rest[index] as number });
    }
    return first;
  }
}

/** Puts the task in the trash, and its subtasks with it. */
export async function trashTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  const target = parseInput(targetInput('Task'), input);
  return transaction(ctx, 'trashTask', (tx) => trashSubtree(tx, 'task', target));
}

/** Takes the task out of the trash, and the subtasks that went there with it. */
export async function restoreTask(ctx: ViewerContext, input: TargetInput): Promise<Task> {
  const target = parseInput(targetInput('Task'), input);
  return transaction(ctx, 'restoreTask', (tx) => restoreSubtree(tx, 'task', target));
}

/** Those of the viewer's tasks in use that have these ids, in their order; for other domains that refer to tasks. */
export async function requireTasks(tx: Tx, ids: string[], field: string): Promise<Task[]> {
  return requireRecords(tx, 'task', ids, (index) => [field, String(index)]);
}

const refuseAt = (field: string, index: number, message: string) =>
  new InvalidInputError([{ path: ['input', field, String(index)], message }]);

/** Plans open tasks for a later day, at the same time of day where they have one, and counts that it happened. */
export async function carryOver(tx: Tx, ids: string[], to: string, field: string): Promise<void> {
  for (const [index, task] of (await requireTasks(tx, ids, field)).entries()) {
    if (!openStatuses.includes(task.status)) throw refuseAt(field, index, 'must be the id of an open task');
    const { scheduledAt } = task;
    const later = scheduledAt ? { scheduledAt: tx.calendar.moveTo(scheduledAt, to) } : { scheduledOn: to };
    await tx.write.task.update({ id: task.id }, { ...later, carryOverCount: task.carryOverCount + 1 });
  }
}

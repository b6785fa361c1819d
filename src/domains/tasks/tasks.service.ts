import type { ViewerContext } from '../../platform/context.ts';
import { InvalidInputError } from '../../platform/errors.ts';
import { type Filter, toWhere } from '../../platform/filters.ts';
import { dateArgument, type InputOf, parseInput, period, type RowInput, rowInput } from '../../platform/inputs.ts';
import { inTrash, type ListArguments, type Selection } from '../../platform/lists.ts';
import { type Order, toOrderTerms } from '../../platform/ordering.ts';
import { type Page, paginate } from '../../platform/pagination.ts';
import { changeRow, createRow, findOwned, found, requireVersion, type Target } from '../../platform/rows.ts';
import { type Transaction, transaction } from '../../platform/transaction.ts';
import type { Row, Where } from '../../platform/writer.ts';
import { setLabels } from '../labels/labels.service.ts';
import { scheduledWithin, visibleTo } from './tasks.access.ts';
import {
  countByDay,
  createTaskInput,
  deepestSubtask,
  isBetween,
  longestStatsDays,
  openStatuses,
  positionBetween,
  positionStep,
  reopened,
  reorderTaskInput,
  rescheduleTaskInput,
  type Status,
  schedule,
  spread,
  statuses,
  type TaskStats,
  taskFilter,
  taskOrder,
  updateTaskInput,
  withStatus,
} from './tasks.rules.ts';

type Task = Row<'task'>;
type Tx = Transaction<ViewerContext>;

const labelling = { model: 'taskLabel', column: 'taskId' } as const;

async function list(
  ctx: ViewerContext,
  args: ListArguments,
  usual: Order[],
  selection: Selection<'task'>,
  only: Where<'task'> = {},
): Promise<Page<Task>> {
  const filter = toWhere<'task'>(taskFilter, args.filter as Filter, ctx.calendar);
  const where = { AND: [visibleTo(ctx.viewer), inTrash(args.trashed), filter, only] };
  return paginate(args, toOrderTerms(taskOrder, args.orderBy, usual), {
    find: (page) => ctx.db.task.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => ctx.db.task.count({ where }),
  });
}

/** The viewer's tasks, as they put them in order unless asked otherwise. */
export async function listTasks(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'task'> = {},
): Promise<Page<Task>> {
  return list(ctx, args, [{ field: 'POSITION' }], selection);
}

/** The tasks planned for a day, or for a moment of it, as the viewer put them in order. */
export async function listTasksOn(
  ctx: ViewerContext,
  { date, ...args }: ListArguments & { date: string },
  selection: Selection<'task'> = {},
): Promise<Page<Task>> {
  const day = dateArgument(ctx.calendar, 'date', date);
  return list(ctx, args, [{ field: 'POSITION' }], selection, scheduledWithin(ctx.calendar, day, day));
}

/** One of the viewer's tasks. */
export async function getTask(ctx: ViewerContext, id: string, selection: Selection<'task'> = {}): Promise<Task | null> {
  return ctx.db.task.findFirst({ ...selection, where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Makes a task, and puts it at the end of the viewer's order. */
export async function createTask(ctx: ViewerContext, input: InputOf<typeof createTaskInput>): Promise<Task> {
  const { id, labelIds = [], ...data } = parseInput(createTaskInput(ctx.calendar), input);
  return transaction(ctx, 'createTask', (tx) =>
    createRow(tx, 'task', input, id, async (create) => {
      if (data.parentId) await requireParent(tx, data.parentId, null);
      const last = await tx.db.task.findFirst({ where: visibleTo(tx.viewer), orderBy: { position: 'desc' } });
      const task = await create({ ...data, position: (last?.position ?? 0) + positionStep });
      if (labelIds.length > 0) await setLabels(tx, labelling, task.id, labelIds);
      return task;
    }),
  );
}

/** Changes what is given of the task. Planning it for a day takes its moment away, and the other way round. */
export async function updateTask(ctx: ViewerContext, input: InputOf<typeof updateTaskInput>): Promise<Task> {
  const { id, ifVersion, labelIds, status, ...changes } = parseInput(updateTaskInput(ctx.calendar), input);
  return transaction(ctx, 'updateTask', async (tx) => {
    let seen = 0;
    const task = await changeRow(tx, 'task', { id, ifVersion }, async (before) => {
      seen = before.version;
      if (changes.parentId && changes.parentId !== before.parentId) await requireParent(tx, changes.parentId, id);
      return { ...changes, ...schedule(changes), ...(status && withStatus(before, status, tx.calendar.now)) };
    });
    if (!labelIds || !(await setLabels(tx, labelling, id, labelIds)) || task.version > seen) return task;
    return found((await tx.write.task.touch({ id }))[0]);
  });
}

/** Finishes the task. One that is done already stays done when it was. */
export async function completeTask(ctx: ViewerContext, input: RowInput): Promise<Task> {
  return setStatus(ctx, 'completeTask', input, () => 'DONE');
}

/** Puts a task that was done or cancelled back among those to do. One that is open stays as it is. */
export async function reopenTask(ctx: ViewerContext, input: RowInput): Promise<Task> {
  return setStatus(ctx, 'reopenTask', input, reopened);
}

/** Gives the task up. */
export async function cancelTask(ctx: ViewerContext, input: RowInput): Promise<Task> {
  return setStatus(ctx, 'cancelTask', input, () => 'CANCELLED');
}

function setStatus(ctx: ViewerContext, name: string, input: RowInput, next: (status: Status) => Status): Promise<Task> {
  const target = parseInput(rowInput('Task'), input);
  return transaction(ctx, name, (tx) =>
    changeRow(tx, 'task', target, (task) => withStatus(task, next(task.status), tx.calendar.now)),
  );
}

/** Plans the task for a day, for a moment, or, when neither is given, for no time at all. */
export async function rescheduleTask(ctx: ViewerContext, input: InputOf<typeof rescheduleTaskInput>): Promise<Task> {
  const { id, ifVersion, scheduledOn, scheduledAt } = parseInput(rescheduleTaskInput(ctx.calendar), input);
  const planned = { scheduledOn: scheduledOn ?? null, scheduledAt: scheduledAt ?? null };
  return transaction(ctx, 'rescheduleTask', (tx) => changeRow(tx, 'task', { id, ifVersion }, () => planned));
}

/** Moves the task to right after another one in the viewer's order, or to its start; the others keep their order. */
export async function reorderTask(ctx: ViewerContext, input: InputOf<typeof reorderTaskInput>): Promise<Task> {
  const { id, ifVersion, afterId } = parseInput(reorderTaskInput, input);
  if (afterId === id) throw new InvalidInputError([{ path: ['input', 'afterId'], message: 'must be another task' }]);
  return transaction(ctx, 'reorderTask', (tx) =>
    changeRow(tx, 'task', { id, ifVersion }, async (task) => ({
      position: await positionAfter(tx, task, afterId ?? null),
    })),
  );
}

/** A position right after a task, or before all; where none is free, the tasks that follow are spread out first. */
async function positionAfter(tx: Tx, moved: Task, afterId: string | null): Promise<number> {
  const before = afterId === null ? null : found(await findOwned(tx, 'task', afterId), 'afterId').position;
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
export async function trashTask(ctx: ViewerContext, input: RowInput): Promise<Task> {
  const target = parseInput(rowInput('Task'), input);
  return transaction(ctx, 'trashTask', (tx) => moveTree(tx, target, { trashedAt: null }, tx.calendar.now));
}

/** Takes the task out of the trash, and the subtasks that went there with it. */
export async function restoreTask(ctx: ViewerContext, input: RowInput): Promise<Task> {
  const target = parseInput(rowInput('Task'), input);
  return transaction(ctx, 'restoreTask', async (tx) => {
    const { trashedAt } = found(await findOwned(tx, 'task', target.id), 'id');
    return moveTree(tx, target, { trashedAt }, null);
  });
}

/** Moves a task, and those of its subtasks that are like it, into or out of the trash. */
async function moveTree(
  tx: Tx,
  { id, ifVersion }: Target,
  alike: Where<'task'>,
  trashedAt: Date | null,
): Promise<Task> {
  requireVersion(found(await findOwned(tx, 'task', id), 'id'), ifVersion);
  const tree = [id];
  for (let level = [id]; level.length > 0; ) {
    const below = { AND: [{ parentId: { in: level } }, alike, visibleTo(tx.viewer)] };
    level = (await tx.db.task.findMany({ where: below })).map((task) => task.id);
    tree.push(...level);
  }
  await tx.write.task.update({ AND: [{ id: { in: tree } }, alike] }, { trashedAt });
  return found(await findOwned(tx, 'task', id), 'id');
}

/**
 * Throws unless a task can be the parent of another (null: of a new one): it is the viewer's and in use, no circle comes
 * of it, and no tree that is too tall.
 */
async function requireParent(tx: Tx, parentId: string, childId: string | null): Promise<void> {
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'parentId'], message }]);
  const parent = found(await findOwned(tx, 'task', parentId), 'parentId');
  if (parent.trashedAt) throw refuse('must not be a task in the trash');
  let depth = 0;
  for (let above: string | null = parentId; above !== null; depth++) {
    if (above === childId) throw refuse('must not be the task itself or one of its subtasks');
    above = (await findOwned(tx, 'task', above))?.parentId ?? null;
  }
  const height = childId === null ? 1 : await heightOf(tx, childId);
  if (depth + height > deepestSubtask) throw refuse(`must not make a tree of more than ${deepestSubtask} levels`);
}

/** How many levels the tree below a task has, itself included. */
async function heightOf(tx: Tx, id: string): Promise<number> {
  let height = 0;
  for (let level = [id]; level.length > 0; height++) {
    const below = await tx.db.task.findMany({ where: { AND: [{ parentId: { in: level } }, visibleTo(tx.viewer)] } });
    level = below.map((task) => task.id);
  }
  return height;
}

/** What became of the viewer's tasks over some days, of those that a filter takes. */
export async function taskStats(
  ctx: ViewerContext,
  { filter, ...days }: { filter?: Filter | null | undefined; from: string; to: string },
): Promise<TaskStats> {
  const { from, to } = parseInput(period(ctx.calendar, longestStatsDays), days, []);
  const { calendar, db } = ctx;
  const where = { AND: [visibleTo(ctx.viewer), inTrash(), toWhere<'task'>(taskFilter, filter, calendar)] };
  const open = { AND: [where, { status: { in: openStatuses } }] };
  const within = { gte: calendar.startOfDay(from), lt: calendar.startOfDay(calendar.addDays(to, 1)) };
  const planned = { AND: [where, scheduledWithin(calendar, from, to), { NOT: { status: 'CANCELLED' as const } }] };
  const [groups, overdue, estimates, plannedCount, plannedDone, completed] = await Promise.all([
    db.task.groupBy({ by: ['status'], where, _count: { _all: true } }),
    db.task.count({ where: { AND: [open, { deadline: { lt: calendar.today } }] } }),
    db.task.aggregate({ where: open, _sum: { estimateMinutes: true } }),
    db.task.count({ where: planned }),
    db.task.count({ where: { AND: [planned, { status: 'DONE' }] } }),
    db.task.findMany({ where: { AND: [where, { completedAt: within }] }, select: { completedAt: true } }),
  ]);
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
  for (const group of groups) byStatus[group.status] = group._count._all;
  const moments = completed.flatMap(({ completedAt }) => completedAt ?? []);
  return {
    from,
    to,
    byStatus,
    overdue,
    openEstimateMinutes: estimates._sum.estimateMinutes ?? 0,
    planned: plannedCount,
    plannedDone,
    completed: moments.length,
    completedByDay: countByDay(moments, from, to, calendar),
  };
}

/** Those of the viewer's tasks that have these ids, in their order; for other domains that refer to tasks. */
export async function requireTasks(tx: Tx, ids: string[], field: string): Promise<Task[]> {
  const rows = await tx.db.task.findMany({ where: { AND: [{ id: { in: ids } }, visibleTo(tx.viewer)] } });
  const byId = new Map(rows.map((task) => [task.id, task]));
  return ids.map((id, index) => found(byId.get(id), field, String(index)));
}

/** Plans open tasks for a later day, and counts that it happened. */
export async function carryOver(tx: Tx, ids: string[], to: string, field: string): Promise<void> {
  for (const [index, task] of (await requireTasks(tx, ids, field)).entries()) {
    if (task.trashedAt || !openStatuses.includes(task.status)) {
      throw new InvalidInputError([
        { path: ['input', field, String(index)], message: 'must be the id of an open task' },
      ]);
    }
    await tx.write.task.update(
      { id: task.id },
      { ...schedule({ scheduledOn: to }), carriedOver: task.carriedOver + 1 },
    );
  }
}

import type { ViewerContext } from '../../platform/context.ts';
import { toWhere } from '../../platform/filters.ts';
import { inTrash, type ListArguments, type Selection } from '../../platform/lists.ts';
import { toOrderTerms } from '../../platform/ordering.ts';
import { type Page, paginateEach } from '../../platform/pagination.ts';
import type { Row } from '../../platform/writer.ts';
import { visibleTo } from './tasks.access.ts';
import { taskFilter, taskOrder } from './tasks.rules.ts';

/** A page of the subtasks of each of some tasks, as the viewer put them in order unless asked otherwise. */
export async function subtasksByTask(
  ctx: ViewerContext,
  taskIds: readonly string[],
  args: ListArguments,
  selection: Selection<'task'> = {},
): Promise<Page<Row<'task'>>[]> {
  const filter = toWhere<'task'>(taskFilter, args.filter, ctx.calendar);
  const where = { AND: [{ parentId: { in: [...taskIds] } }, visibleTo(ctx.viewer), inTrash(args.trashed), filter] };
  return paginateEach(taskIds, args, toOrderTerms(taskOrder, args.orderBy, [{ field: 'POSITION' }]), {
    find: (page) => ctx.db.task.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    parentOf: ({ parentId }) => parentId,
    async counts() {
      const groups = await ctx.db.task.groupBy({ by: ['parentId'], where, _count: { _all: true } });
      return new Map(groups.map(({ parentId, _count }) => [parentId ?? '', _count._all]));
    },
  });
}

/** How far the subtasks of a task are. */
export interface SubtaskProgress {
  done: number;
  total: number;
}

/** How far the subtasks of each of some tasks are, in one statement. Cancelled ones do not count. */
export async function subtaskProgressByTask(
  ctx: ViewerContext,
  taskIds: readonly string[],
): Promise<SubtaskProgress[]> {
  const groups = await ctx.db.task.groupBy({
    by: ['parentId', 'status'],
    where: {
      AND: [{ parentId: { in: [...taskIds] }, status: { not: 'CANCELLED' } }, inTrash(), visibleTo(ctx.viewer)],
    },
    _count: { _all: true },
  });
  return taskIds.map((id) => {
    const mine = groups.filter(({ parentId }) => parentId === id);
    const count = (rows: typeof mine) => rows.reduce((sum, row) => sum + row._count._all, 0);
    return { done: count(mine.filter(({ status }) => status === 'DONE')), total: count(mine) };
  });
}

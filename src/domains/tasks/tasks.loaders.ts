import type { ViewerContext } from '../../platform/context.ts';
import { inTrash } from '../../platform/lists.ts';
import { visibleTo } from './tasks.access.ts';

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

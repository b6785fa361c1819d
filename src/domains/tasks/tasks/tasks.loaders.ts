import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';

/** The progress of the subtasks of a task. */
export interface SubtaskProgress {
  doneCount: number;
  totalCount: number;
}

/** Counts the subtasks of each of some tasks, in one statement. Cancelled subtasks do not count. */
export async function subtaskProgressByTask(
  ctx: ViewerContext,
  taskIds: readonly string[],
): Promise<SubtaskProgress[]> {
  const groups = await inChunks(taskIds, (some) =>
    ctx.db.task.groupBy({
      by: ['parentId', 'status'],
      where: { AND: [{ parentId: { in: some }, status: { not: 'CANCELLED' } }, active('task'), ownedBy(ctx.viewer)] },
      _count: { _all: true },
    }),
  );
  const byParent = Map.groupBy(groups, ({ parentId }) => parentId);
  return taskIds.map((id) => {
    const mine = byParent.get(id) ?? [];
    const count = (rows: typeof mine) => rows.reduce((sum, row) => sum + row._count._all, 0);
    return { doneCount: count(mine.filter(({ status }) => status === 'DONE')), totalCount: count(mine) };
  });
}

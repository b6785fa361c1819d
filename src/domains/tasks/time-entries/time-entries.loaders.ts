import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { minutesOf } from './time-entries.rules.ts';

/** The minutes that were spent on each of some tasks, in one statement. A timer that runs does not count yet. */
export async function minutesByTask(ctx: ViewerContext, taskIds: readonly string[]): Promise<number[]> {
  const entries = await inChunks(taskIds, (some) =>
    ctx.db.timeEntry.findMany({
      where: { AND: [{ taskId: { in: some } }, notTrashedItself, ownedBy(ctx.viewer)] },
      select: { taskId: true, startedAt: true, endedAt: true },
    }),
  );
  const minutes = new Map<string, number>();
  for (const entry of entries) minutes.set(entry.taskId, (minutes.get(entry.taskId) ?? 0) + minutesOf(entry));
  return taskIds.map((id) => minutes.get(id) ?? 0);
}

import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { blocked } from './task-blockers.rules.ts';

/** Whether each of some tasks waits for another one, in one statement. */
export async function areBlocked(ctx: ViewerContext, ids: readonly string[]): Promise<boolean[]> {
  const found = await inChunks(ids, (some) =>
    ctx.db.task.findMany({
      where: { AND: [{ id: { in: some } }, blocked, ownedBy(ctx.viewer)] },
      select: { id: true },
    }),
  );
  const waiting = new Set(found.map(({ id }) => id));
  return ids.map((id) => waiting.has(id));
}

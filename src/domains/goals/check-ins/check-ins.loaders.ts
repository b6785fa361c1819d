import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { type CheckInChange, changeSince } from './check-ins.rules.ts';

/**
 * Loads what changed with check-ins since those before them, in the order of the ids: in two statements for any number of
 * check-ins.
 */
export async function changeByCheckIn(
  ctx: ViewerContext,
  checkInIds: readonly string[],
): Promise<(CheckInChange | null)[]> {
  const mine = ownedBy(ctx.viewer);
  const asked = await inChunks(checkInIds, (some) =>
    ctx.db.goalCheckIn.findMany({ where: { AND: [{ id: { in: some } }, mine] }, select: { id: true, goalId: true } }),
  );
  const all = await inChunks([...new Set(asked.map(({ goalId }) => goalId))], (some) =>
    ctx.db.goalCheckIn.findMany({
      where: { AND: [{ goalId: { in: some } }, { OR: [notTrashedItself, { id: { in: [...checkInIds] } }] }, mine] },
      select: { id: true, goalId: true, checkedOn: true, value: true, health: true, trashedAt: true },
      orderBy: [{ goalId: 'asc' }, { checkedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const byGoal = Map.groupBy(all, ({ goalId }) => goalId);
  const goalOf = new Map(asked.map(({ id, goalId }) => [id, goalId]));
  return checkInIds.map((id) => changeSince(byGoal.get(goalOf.get(id) ?? '') ?? [], id, ctx.calendar));
}

import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Place } from './recurrences.rules.ts';

/** The place of the last occurrence of each of some recurrences, in one statement. Null if it has none. */
export async function lastPlaces(ctx: ViewerContext, ids: readonly string[]): Promise<(Place | null)[]> {
  const groups = await inChunks(ids, (some) =>
    ctx.db.task.groupBy({
      by: ['recurrenceId'],
      where: { AND: [{ recurrenceId: { in: some } }, active('task'), ownedBy(ctx.viewer)] },
      _max: { occursOn: true, occurrenceNumber: true },
    }),
  );
  const byId = new Map(groups.map(({ recurrenceId, _max }) => [recurrenceId, _max]));
  return ids.map((id) => {
    const { occursOn, occurrenceNumber } = byId.get(id) ?? {};
    return occursOn && occurrenceNumber ? { occursOn, occurrenceNumber } : null;
  });
}

import type { ViewerContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/lists.ts';
import type { Row } from '../../platform/writer.ts';
import { visibleTo } from './skill-assessments.access.ts';

/** The viewer's assessments with these ids, in their order; in one statement. */
export async function assessmentsById(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'assessment'> = {},
): Promise<Row<'assessment'>[]> {
  const rows = await ctx.db.assessment.findMany({
    ...selection,
    where: { AND: [{ id: { in: [...ids] } }, visibleTo(ctx.viewer)] },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) as Row<'assessment'>);
}

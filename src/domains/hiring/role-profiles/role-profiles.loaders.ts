import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';

/*
 * What requirements refer to, by its id: a requirement can be one of a past day that has been deleted since, of which Prisma finds
 * no relations.
 */

/** The viewer's skills with these ids, in their order. Null for one that has been deleted. */
export async function requiredSkills(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'skill'>,
): Promise<(Row<'skill'> | null)[]> {
  const skills = await inChunks(ids, (some) =>
    ctx.db.skill.findMany({ ...selection, where: ownedAmong(ctx.viewer, some) }),
  );
  return inOrder(ids, skills);
}

/** The viewer's roles with these ids, in their order. Null for one that has been deleted. */
export async function requiringRoles(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'roleProfile'>,
): Promise<(Row<'roleProfile'> | null)[]> {
  const roles = await inChunks(ids, (some) =>
    ctx.db.roleProfile.findMany({ ...selection, where: ownedAmong(ctx.viewer, some) }),
  );
  return inOrder(ids, roles);
}

function inOrder<R extends { readonly id: string }>(ids: readonly string[], records: readonly R[]): (R | null)[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id) ?? null);
}

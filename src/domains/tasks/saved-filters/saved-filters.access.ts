import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { idIn, savedFilterFilter, savedFilterOrder } from './saved-filters.rules.ts';

/** How saved filters are listed. Default order: by name. */
export const savedFilterList: ListSpec<'savedFilter'> = {
  model: 'savedFilter',
  visibleTo: ownedBy,
  filter: savedFilterFilter,
  order: savedFilterOrder,
  defaultOrder: [{ field: 'NAME' }],
};

/** The condition of active saved filters of a name, regardless of case. */
export const named = (name: string) => ({ AND: [active('savedFilter'), { nameNormalized: caseFold(name) }] });

/**
 * The viewer's active saved filter with an id or a name. Takes one statement.
 * @throws NotFoundError at `savedFilter` if there is none
 */
export async function findSavedFilter(ctx: ViewerContext, idOrName: string): Promise<Row<'savedFilter'>> {
  const id = idIn(idOrName);
  const which = id === null ? named(idOrName.trim()) : { AND: [active('savedFilter'), { id }] };
  const found = await ctx.db.savedFilter.findFirst({
    where: { AND: [ownedBy(ctx.viewer), which] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return orNotFound(found, 'savedFilter');
}

import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { skillFilter, skillOrder } from './skills.rules.ts';

/** How skills of all categories are listed. */
export const skillList: ListSpec<'skill'> = {
  model: 'skill',
  visibleTo: ownedBy,
  filter: skillFilter,
  order: skillOrder,
  defaultOrder: [{ field: 'NAME' }],
};

/** How the skills of one category are listed. */
export const skillsOfCategory: ListSpec<'skill'> = { ...skillList, defaultOrder: [{ field: 'POSITION' }] };

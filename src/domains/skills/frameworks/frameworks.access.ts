import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { categoryFilter, categoryOrder, frameworkFilter, frameworkOrder } from './frameworks.rules.ts';

/** How frameworks are listed. */
export const frameworkList: ListSpec<'framework'> = {
  model: 'framework',
  visibleTo: ownedBy,
  filter: frameworkFilter,
  order: frameworkOrder,
  defaultOrder: [{ field: 'NAME' }],
};

/** How categories of all frameworks are listed: by name, because positions of different frameworks do not compare. */
export const categoryList: ListSpec<'skillCategory'> = {
  model: 'skillCategory',
  visibleTo: ownedBy,
  filter: categoryFilter,
  order: categoryOrder,
  defaultOrder: [{ field: 'NAME' }],
};

/** How the categories of one framework are listed. */
export const categoriesOfFramework: ListSpec<'skillCategory'> = {
  ...categoryList,
  defaultOrder: [{ field: 'POSITION' }],
};

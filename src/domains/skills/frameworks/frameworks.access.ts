import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { categoryFilter, categoryOrder, frameworkFilter, frameworkOrder } from './frameworks.rules.ts';

/** A viewer sees the frameworks and categories they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId };
}

/** How frameworks are listed: by name, unless asked otherwise. */
export const frameworkList: ListSpec<'framework'> = {
  model: 'framework',
  visibleTo,
  filter: frameworkFilter,
  order: frameworkOrder,
  defaultOrder: [{ field: 'NAME' }],
};

/** How categories are listed: as they stand in their framework, unless asked otherwise. */
export const categoryList: ListSpec<'skillCategory'> = {
  model: 'skillCategory',
  visibleTo,
  filter: categoryFilter,
  order: categoryOrder,
  defaultOrder: [{ field: 'POSITION' }],
};

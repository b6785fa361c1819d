import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { storyFilter, storyOrder } from './stories.rules.ts';

/** How stories are listed. Default order: by title. */
export const storyList: ListSpec<'story'> = {
  model: 'story',
  visibleTo: ownedBy,
  filter: storyFilter,
  order: storyOrder,
  defaultOrder: [{ field: 'TITLE' }],
};

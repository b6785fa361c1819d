import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { storyFilter, storyOrder } from './stories.rules.ts';

/** A viewer sees the stories they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.StoryWhereInput;
}

/** How stories are listed: by title, unless asked otherwise. */
export const storyList: ListSpec<'story'> = {
  model: 'story',
  visibleTo,
  filter: storyFilter,
  order: storyOrder,
  defaultOrder: [{ field: 'TITLE' }],
};

import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { learningFilter, learningOrder } from './learnings.rules.ts';

/** A viewer sees the learnings they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.LearningWhereInput;
}

/** How learnings are listed: the latest first, unless asked otherwise. */
export const learningList: ListSpec<'learning'> = {
  model: 'learning',
  visibleTo,
  filter: learningFilter,
  order: learningOrder,
  usual: [
    { field: 'LEARNED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** How those to look at again are listed: what has been due the longest first, unless asked otherwise. */
export const dueReviewList: ListSpec<'learning'> = { ...learningList, usual: [{ field: 'REVIEW_ON' }] };

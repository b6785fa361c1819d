import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { feedbackFilter, feedbackOrder } from './feedback.rules.ts';

/** A viewer sees the feedback they own: what they were told, and what they said. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.FeedbackWhereInput;
}

/** How feedback is listed: the latest first, unless asked otherwise. */
export const feedbackList: ListSpec<'feedback'> = {
  model: 'feedback',
  visibleTo,
  filter: feedbackFilter,
  order: feedbackOrder,
  usual: [
    { field: 'OCCURRED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

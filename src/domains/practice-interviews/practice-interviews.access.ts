import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { practiceInterviewFilter, practiceInterviewOrder } from './practice-interviews.rules.ts';

/** A viewer sees the practice interviews they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.PracticeInterviewWhereInput;
}

/** How practice interviews are listed: the latest first, unless asked otherwise. */
export const practiceInterviewList: ListSpec<'practiceInterview'> = {
  model: 'practiceInterview',
  visibleTo,
  filter: practiceInterviewFilter,
  order: practiceInterviewOrder,
  usual: [{ field: 'HELD_ON', direction: 'DESC' }],
};

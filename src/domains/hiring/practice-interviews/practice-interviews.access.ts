import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
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
  defaultOrder: [{ field: 'HELD_ON', direction: 'DESC' }],
};

/** What practice interviews can be counted by. */
export const practiceInterviewStats: StatsSpec<'practiceInterview'> = {
  list: practiceInterviewList,
  rows: 'practice interviews',
  times: {
    HELD_ON: { column: 'heldOn', description: 'The day they were held.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    KIND: { value: 'kind', description: 'By kind.' },
    ROLE: { row: 'roleProfileId', type: 'RoleProfile', description: 'By the role they were practice for.' },
  },
  measures: {
    score: 'How they went, from 1 (badly) to 5 (very well).',
  },
};

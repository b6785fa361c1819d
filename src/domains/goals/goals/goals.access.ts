import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { goalFilter, goalOrder } from './goals.rules.ts';

/** A viewer sees the goals they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.GoalWhereInput;
}

/** How goals are listed: what is due first comes first, unless asked otherwise. */
export const goalList: ListSpec<'goal'> = {
  model: 'goal',
  visibleTo,
  filter: goalFilter,
  order: goalOrder,
  defaultOrder: [{ field: 'DUE_ON' }],
};

/** What goals can be counted by. */
export const goalStats: StatsSpec<'goal'> = {
  list: goalList,
  rows: 'goals',
  times: {
    CLOSED_AT: { column: 'closedAt', description: 'When they were achieved or abandoned.' },
    STARTS_ON: { column: 'startsOn', description: 'The first day of work on them.' },
    DUE_ON: { column: 'dueOn', description: 'The day to reach them by.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    STATUS: { value: 'status', description: 'By status.' },
    KIND: { value: 'kind', description: 'By kind.' },
    HEALTH: { value: 'health', description: 'By how they looked at the last check-in.' },
    PARENT: { row: 'parentId', type: 'Goal', description: 'By the goal they are part of.' },
    LABEL: { rows: 'goalLabels', type: 'Label', description: 'By label.' },
  },
  measures: {},
};

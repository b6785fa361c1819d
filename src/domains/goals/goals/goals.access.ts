import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { goalFilter, goalOrder } from './goals.rules.ts';

/** How goals are listed. */
export const goalList: ListSpec<'goal'> = {
  model: 'goal',
  visibleTo: ownedBy,
  filter: goalFilter,
  order: goalOrder,
  defaultOrder: [{ field: 'DUE_ON' }],
};

/** The statistics of goals. */
export const goalStats: StatsSpec<'goal'> = {
  list: goalList,
  plural: 'goals',
  times: {
    CLOSED_AT: { column: 'closedAt', description: 'When the goal was achieved or abandoned.' },
    STARTS_ON: { column: 'startsOn', description: 'The first day of work on the goal.' },
    DUE_ON: { column: 'dueOn', description: 'The day to reach the goal by.' },
    CREATED_AT: { column: 'createdAt', description: 'When the goal was created.' },
  },
  groups: {
    STATUS: { value: 'status', description: 'The status.' },
    KIND: { value: 'kind', description: 'The kind.' },
    HEALTH: { value: 'health', description: 'The health at the last check-in.' },
    PARENT: { row: 'parentId', type: 'Goal', description: 'The parent goal.' },
    LABEL: { joins: 'goalLabels', type: 'Label', description: 'The labels.' },
  },
  measures: {
    metricProgress: {
      ...{ value: 'metricCurrent', start: 'metricStart', end: 'metricTarget' },
      description: 'How far the metrics have come, from 0 (start) to 1 (target). Goals without a metric have none.',
    },
    daysToClose: {
      ...{ from: 'createdAt', to: 'closedAt', unit: 'days' },
      description: 'The days of 24 hours from the creation of the goals until they were achieved or abandoned.',
    },
    checkInCount: { countOf: 'checkIns', description: 'The numbers of check-ins.' },
  },
};

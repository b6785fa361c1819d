import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { taskPlanFilter, taskPlanOrder } from './task-plans.rules.ts';

/** How plans are listed, by default the latest day first. */
export const taskPlanList: ListSpec<'taskPlan'> = {
  model: 'taskPlan',
  visibleTo: ownedBy,
  filter: taskPlanFilter,
  order: taskPlanOrder,
  defaultOrder: [{ field: 'PLANNED_ON', direction: 'DESC' }],
};

/** The statistics of plans. */
export const taskPlanStats: StatsSpec<'taskPlan'> = {
  list: taskPlanList,
  plural: 'plans',
  times: {
    PLANNED_ON: { column: 'plannedOn', description: 'The day that the task was planned for.' },
    ENDED_AT: { column: 'endedAt', description: 'When the plan ended.' },
  },
  groups: {
    OUTCOME: { value: 'outcome', description: 'How the plan ended.' },
    TASK: { row: 'taskId', type: 'Task', description: 'The task.' },
    GOAL: { ...{ through: 'task', row: 'goalId', type: 'Goal' }, description: 'The goal of the task.' },
  },
  measures: {},
};

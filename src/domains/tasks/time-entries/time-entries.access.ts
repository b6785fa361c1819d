import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { timeEntryFilter, timeEntryOrder } from './time-entries.rules.ts';

/** A viewer sees the timer that they own. */
export const timerVisibleTo = ownedBy;

/** How time entries are listed, by default the latest first. */
export const timeEntryList: ListSpec<'timeEntry'> = {
  model: 'timeEntry',
  visibleTo: ownedBy,
  filter: timeEntryFilter,
  order: timeEntryOrder,
  defaultOrder: [{ field: 'STARTED_AT', direction: 'DESC' }],
};

/** The statistics of time entries. */
export const timeEntryStats: StatsSpec<'timeEntry'> = {
  list: timeEntryList,
  plural: 'time entries',
  times: {
    STARTED_AT: { column: 'startedAt', description: 'When the work started.' },
    CREATED_AT: { column: 'createdAt', description: 'When the time entry was created.' },
  },
  groups: {
    TASK: { row: 'taskId', type: 'Task', description: 'The task.' },
    GOAL: { ...{ through: 'task', row: 'goalId', type: 'Goal' }, description: 'The goal of the task.' },
  },
  measures: {
    durationMinutes: {
      ...{ from: 'startedAt', to: 'endedAt', unit: 'minutes' },
      description: 'The lengths in minutes. An entry across midnight counts where it started; `timeReport` splits it.',
    },
  },
};

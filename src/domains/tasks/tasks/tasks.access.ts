import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { findSavedFilter } from '../saved-filters/saved-filters.access.ts';
import { snoozed } from '../task-blockers/task-blockers.rules.ts';
import { priorityNames, taskFilter, taskOrder } from './tasks.rules.ts';

/** The condition for tasks scheduled within some days, for a whole day or for a time of one. Both ends are included. */
export function scheduledWithin(calendar: Calendar, from: string, to: string) {
  const scheduledAt = { gte: calendar.startOfDay(from), lt: calendar.endOfDay(to) };
  return { OR: [{ scheduledOn: { gte: from, lte: to } }, { scheduledAt }] } satisfies Prisma.TaskWhereInput;
}

/** The same, without tasks that are snoozed now. */
export function shownWithin(calendar: Calendar, from: string, to: string) {
  const isThere = { NOT: snoozed(calendar) };
  const alternatives = scheduledWithin(calendar, from, to).OR.map((scheduled) => ({ AND: [scheduled, isThere] }));
  return { OR: alternatives } satisfies Prisma.TaskWhereInput;
}

/** How tasks are listed. */
export const taskList: ListSpec<'task'> = {
  model: 'task',
  visibleTo: ownedBy,
  filter: taskFilter,
  order: taskOrder,
  defaultOrder: [{ field: 'POSITION' }],
  findSaved: findSavedFilter,
};

/** The statistics of tasks. */
export const taskStats: StatsSpec<'task'> = {
  list: taskList,
  plural: 'tasks',
  times: {
    COMPLETED_AT: { column: 'completedAt', description: 'When the task was finished.' },
    SCHEDULED_ON: { column: 'scheduledOn', description: 'The day to do the task on.' },
    SCHEDULED_AT: { column: 'scheduledAt', description: 'The time to do the task at.' },
    DUE_ON: { column: 'dueOn', description: 'The due date.' },
    CREATED_AT: { column: 'createdAt', description: 'When the task was created.' },
  },
  groups: {
    STATUS: { value: 'status', description: 'The status.' },
    PRIORITY: { value: 'priority', names: priorityNames, description: 'The priority.' },
    PARENT: { row: 'parentId', type: 'Task', description: 'The parent task.' },
    GOAL: { row: 'goalId', type: 'Goal', description: 'The goal of the task.' },
    MEETING: { row: 'meetingId', type: 'Meeting', description: 'The meeting that the task is an action item of.' },
    LABEL: { joins: 'taskLabels', type: 'Label', description: 'The labels.' },
    SKILL: { joins: 'taskSkills', type: 'Skill', description: 'The skills that the task practices.' },
  },
  measures: {
    estimateMinutes: 'The estimated effort, in minutes.',
    carryOverCount: 'The number of times the tasks were carried over.',
    daysToComplete: {
      ...{ from: 'createdAt', to: 'completedAt', unit: 'days' },
      description: 'The days of 24 hours from the creation of the tasks until they were finished.',
    },
  },
};

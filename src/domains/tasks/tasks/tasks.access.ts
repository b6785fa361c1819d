import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import type { StatsSpec } from '../../../platform/queries/stats.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { priorityNames, taskFilter, taskOrder } from './tasks.rules.ts';

/** A viewer sees the tasks they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.TaskWhereInput;
}

/** Tasks planned for the days from one to another, both included, or for a moment of them. */
export function scheduledWithin(calendar: Calendar, from: string, to: string) {
  const scheduledAt = { gte: calendar.startOfDay(from), lt: calendar.startOfDay(calendar.addDays(to, 1)) };
  return { OR: [{ scheduledOn: { gte: from, lte: to } }, { scheduledAt }] } satisfies Prisma.TaskWhereInput;
}

/** How tasks are listed: as the viewer put them in order, unless asked otherwise. */
export const taskList: ListSpec<'task'> = {
  model: 'task',
  visibleTo,
  filter: taskFilter,
  order: taskOrder,
  defaultOrder: [{ field: 'POSITION' }],
};

/** What tasks can be counted by. */
export const taskStats: StatsSpec<'task'> = {
  list: taskList,
  rows: 'tasks',
  times: {
    COMPLETED_AT: { column: 'completedAt', description: 'When they were finished.' },
    SCHEDULED_ON: { column: 'scheduledOn', description: 'The day they are planned for.' },
    SCHEDULED_AT: { column: 'scheduledAt', description: 'The moment they are planned for.' },
    DUE_ON: { column: 'dueOn', description: 'Their due date.' },
    CREATED_AT: { column: 'createdAt', description: 'When they were made.' },
  },
  groups: {
    STATUS: { value: 'status', description: 'By status.' },
    PRIORITY: { value: 'priority', names: priorityNames, description: 'By priority.' },
    PARENT: { row: 'parentId', type: 'Task', description: 'By the task they are part of.' },
    GOAL: { row: 'goalId', type: 'Goal', description: 'By the goal they serve.' },
    MEETING: { row: 'meetingId', type: 'Meeting', description: 'By the meeting they are action items of.' },
    LABEL: { rows: 'taskLabels', type: 'Label', description: 'By label.' },
    SKILL: { rows: 'taskSkills', type: 'Skill', description: 'By the skill they are practice for.' },
  },
  measures: {
    estimateMinutes: 'Their estimates, in minutes.',
    carryOverCount: 'How often they were carried over.',
  },
};

import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Calendar } from '../../platform/calendar.ts';
import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { taskFilter, taskOrder } from './tasks.rules.ts';

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
  usual: [{ field: 'POSITION' }],
};

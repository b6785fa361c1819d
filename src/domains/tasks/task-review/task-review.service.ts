import type { ViewerContext } from '../../../platform/context.ts';
import { countOwned } from '../../../platform/database/delegates.ts';
import { type Filter, toWhere } from '../../../platform/queries/filters.ts';
import { countRecords } from '../../../platform/queries/stats.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { parseInput } from '../../../platform/validation/input-rules.ts';
import { taskStats } from '../tasks/tasks.access.ts';
import { openStatuses, type Status, taskFilter } from '../tasks/tasks.rules.ts';
import { everyDay, type TaskReview, taskReviewInput } from './task-review.rules.ts';

/**
 * Reviews the viewer's tasks that match a filter, over a period of days with both ends included.
 * @throws InvalidInputError if the period has more than 366 days, or if the first day is after the last
 */
export async function taskReview(
  ctx: ViewerContext,
  { filter, ...days }: { filter?: Filter | null | undefined; from: string; to: string },
): Promise<TaskReview> {
  const { from, to } = parseInput(ctx, taskReviewInput, days, []);
  const { calendar, db } = ctx;
  const where = { AND: [ownedBy(ctx.viewer), active('task'), toWhere<'task'>(taskFilter, filter, calendar)] };
  const open = { AND: [where, { status: { in: openStatuses } }] };
  const within = { gte: calendar.startOfDay(from), lt: calendar.endOfDay(to) };
  const plans = { AND: [ownedBy(ctx.viewer), { plannedOn: { gte: from, lte: to }, isReplanned: false, task: where }] };
  const read = () =>
    Promise.all([
      db.task.groupBy({ by: ['status'], where, _count: { _all: true } }),
      countOwned(ctx, 'task', { AND: [open, { dueOn: { lt: calendar.today } }] }),
      db.task.aggregate({ where: open, _sum: { estimateMinutes: true } }),
      db.taskPlan.groupBy({ by: ['outcome'], where: plans, _count: { _all: true } }),
      countRecords(ctx, taskStats, { filter, only: { completedAt: within }, bucket: 'DAY', time: 'COMPLETED_AT' }),
    ]);
  const [groups, overdueCount, estimates, outcomes, finished] = await ctx.database.readMany(
    { model: 'task', ownerId: ctx.viewer.accountId },
    read,
  );
  const byStatus: Record<Status, number> = { TODO: 0, IN_PROGRESS: 0, DONE: 0, CANCELLED: 0 };
  for (const group of groups) byStatus[group.status] = group._count._all;
  const planned = { OPEN: 0, DONE: 0, CANCELLED: 0, CARRIED: 0, MOVED: 0 };
  for (const { outcome, _count } of outcomes) planned[outcome] = _count._all;
  const completed = finished.flatMap(({ period, count }) => (period ? [{ date: period.startsOn, count }] : []));
  return {
    startsOn: from,
    endsOn: to,
    byStatus,
    overdueCount,
    openEstimateMinutes: estimates._sum.estimateMinutes ?? 0,
    planned,
    completedCount: completed.reduce((sum, { count }) => sum + count, 0),
    completedByDay: everyDay(completed, from, to, calendar),
  };
}

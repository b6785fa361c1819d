import { periodUntilToday } from '../../../graphql/fields/period.ts';
import { savedFilterArgument, withSavedFilter } from '../../../graphql/fields/saved-filter.ts';
import { rateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { rateOf } from '../../../platform/queries/rates.ts';
import { taskList } from '../tasks/tasks.access.ts';
import { type DayCount, plannedCount, type TaskReview } from './task-review.rules.ts';
import * as review from './task-review.service.ts';

/** The task review: what was planned and done in a period, and what is open now. */
export function defineTaskReview(builder: Builder): void {
  const StatusCounts = builder.objectRef<TaskReview['byStatus']>('TaskStatusCounts').implement({
    description: 'The number of tasks by status.',
    fields: (t) => ({
      todoCount: t.exposeInt('TODO', { description: 'The number of tasks that are not started.' }),
      inProgressCount: t.exposeInt('IN_PROGRESS', { description: 'The number of tasks that are started.' }),
      doneCount: t.exposeInt('DONE', { description: 'The number of tasks that are done.' }),
      cancelledCount: t.exposeInt('CANCELLED', { description: 'The number of tasks that are cancelled.' }),
    }),
  });
  const Rate = rateType(builder);
  const PlanCounts = builder.objectRef<TaskReview['planned']>('TaskPlanCounts').implement({
    description: 'The number of plans by how they ended, without those that were changed before their day began.',
    fields: (t) => ({
      openCount: t.exposeInt('OPEN', { description: 'The number of plans that have not ended.' }),
      doneCount: t.exposeInt('DONE', { description: 'The number of plans whose task was done.' }),
      cancelledCount: t.exposeInt('CANCELLED', { description: 'The number of plans whose task was cancelled.' }),
      carriedCount: t.exposeInt('CARRIED', { description: 'The number of plans whose task was carried over.' }),
      movedCount: t.exposeInt('MOVED', {
        description: 'The number of plans whose task was scheduled otherwise, on the day itself or later.',
      }),
    }),
  });
  const TaskDayCount = builder.objectRef<DayCount>('TaskDayCount').implement({
    description: 'The number of tasks on a day.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      count: t.exposeInt('count', { description: 'The number of tasks.' }),
    }),
  });
  const Review = builder.objectRef<TaskReview>('TaskReview').implement({
    description: 'What was planned and done in a period, and what is open now.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day of the period.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day of the period.' }),
      byStatus: t.field({
        type: StatusCounts,
        description: 'The number of tasks by status, as of now, regardless of the period.',
        resolve: ({ byStatus }) => byStatus,
      }),
      overdueCount: t.exposeInt('overdueCount', {
        description: 'The number of open tasks past their due date, as of now, regardless of the period.',
      }),
      openEstimateMinutes: t.exposeInt('openEstimateMinutes', {
        description: 'The sum of the estimates of all open tasks, in minutes. Tasks without an estimate add nothing.',
      }),
      planned: t.field({
        type: PlanCounts,
        description: 'The plans for the days of the period, by how they ended.',
        resolve: ({ planned }) => planned,
      }),
      plannedCount: t.int({
        description:
          'The number of plans for the days of the period: a task counts for each day that it was planned for. Not those of ' +
          'cancelled tasks, nor those that were changed before their day began.',
        resolve: ({ planned }) => plannedCount(planned),
      }),
      plannedDoneCount: t.int({
        description: 'The number of these plans whose task was done while it was planned for the day.',
        resolve: ({ planned }) => planned.DONE,
      }),
      doneRate: t.field({
        type: Rate,
        description: 'The share of the plans whose task was done: `plannedDoneCount` of `plannedCount`.',
        resolve: ({ planned }) => rateOf(planned.DONE, plannedCount(planned), 'plans'),
      }),
      carryOverRate: t.field({
        type: Rate,
        description: 'The share of the plans whose task was carried over.',
        resolve: ({ planned }) => rateOf(planned.CARRIED, plannedCount(planned), 'plans'),
      }),
      completedCount: t.exposeInt('completedCount', {
        description: 'The number of tasks finished within the period.',
      }),
      completedByDay: t.field({
        type: [TaskDayCount],
        description: 'The number of tasks finished on each day of the period.',
        resolve: ({ completedByDay }) => [...completedByDay],
      }),
    }),
  });

  const days = periodUntilToday(builder, '-P6D');
  builder.queryFields((t) => ({
    taskReview: t.field({
      type: Review,
      description: 'A review of your tasks, by default of the last seven days.',
      args: {
        filter: t.arg({ type: builder.listInputs().filter(taskList.filter), description: 'Only tasks that match.' }),
        ...savedFilterArgument(builder),
        ...days.args,
      },
      resolve: (_root, args, ctx, { schema }) =>
        withSavedFilter(ctx, schema, taskList, args, ({ filter }) =>
          review.taskReview(ctx, { filter, ...days.of(args) }),
        ),
    }),
  }));
}

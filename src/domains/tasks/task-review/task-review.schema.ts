import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { taskFilter } from '../tasks/tasks.rules.ts';
import type { TaskReview } from './task-review.rules.ts';
import * as review from './task-review.service.ts';

/** The review of tasks: what became of them over some days. */
export function defineTaskReview(builder: Builder, shared: Shared): void {
  const StatusCounts = builder.objectRef<TaskReview['byStatus']>('TaskStatusCounts').implement({
    description: 'How many tasks have each status.',
    fields: (t) => ({
      todoCount: t.exposeInt('TODO', { description: 'Not begun.' }),
      inProgressCount: t.exposeInt('IN_PROGRESS', { description: 'Begun, not finished.' }),
      doneCount: t.exposeInt('DONE', { description: 'Finished.' }),
      cancelledCount: t.exposeInt('CANCELLED', { description: 'Given up.' }),
    }),
  });
  const DayCount = builder.objectRef<TaskReview['completedByDay'][number]>('TaskDayCount').implement({
    description: 'How many tasks were finished on a day.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });
  const Review = builder.objectRef<TaskReview>('TaskReview').implement({
    description: 'What became of the tasks of some days.',
    fields: (t) => ({
      from: t.expose('from', { type: 'Date', description: 'The first day.' }),
      to: t.expose('to', { type: 'Date', description: 'The last day.' }),
      byStatus: t.field({
        type: StatusCounts,
        description: 'How many tasks have each status now, whatever the days.',
        resolve: ({ byStatus }) => byStatus,
      }),
      overdueCount: t.exposeInt('overdueCount', {
        description: 'How many open tasks are past their due date now, whatever the days.',
      }),
      openEstimateMinutes: t.exposeInt('openEstimateMinutes', {
        description: 'What the estimates of the open tasks add up to, in minutes; those without one add nothing.',
      }),
      plannedCount: t.exposeInt('plannedCount', {
        description: 'How many tasks are planned for these days and not cancelled.',
      }),
      plannedDoneCount: t.exposeInt('plannedDoneCount', {
        description: 'How many of those are done, whenever that was.',
      }),
      completedCount: t.exposeInt('completedCount', { description: 'How many tasks were finished on these days.' }),
      completedByDay: t.field({
        type: [DayCount],
        description: 'How many were finished on each of these days.',
        resolve: ({ completedByDay }) => completedByDay,
      }),
    }),
  });

  builder.queryFields((t) => ({
    taskReview: t.field({
      type: Review,
      description: 'What became of your tasks over some days.',
      args: {
        filter: t.arg({ type: shared.filter(taskFilter), description: 'Which tasks to count.' }),
        from: t.arg({ type: 'Date', defaultValue: '-P6D', description: 'The first day.' }),
        to: t.arg({
          type: 'Date',
          defaultValue: 'TODAY',
          description: 'The last day, at most a year after the first.',
        }),
      },
      resolve: (_root, { filter, from, to }, ctx) =>
        review.taskReview(ctx, { filter, from: from ?? '-P6D', to: to ?? 'TODAY' }),
    }),
  }));
}

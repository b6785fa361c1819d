import { periodUntilToday } from '../../../graphql/fields/period.ts';
import { statisticStateType } from '../../../graphql/rates.ts';
import type { Builder } from '../../../graphql/types.ts';
import { minRateCount } from '../../../platform/queries/rates.ts';
import type { DayMinutes, EstimateAccuracy, TaskMinutes } from './time-report.rules.ts';
import * as report from './time-report.service.ts';

/** The time report: what time went into, by day and task, and how it compares to estimates. */
export function defineTimeReport(builder: Builder): void {
  const TaskTime = builder.objectRef<TaskMinutes>('TaskTime').implement({
    description: 'The time that was spent on a task.',
    fields: (t) => ({
      task: t.nodeOf({
        description: 'The task. Null if it has been deleted since.',
        resolve: ({ taskId: id }: TaskMinutes) => ({ type: 'Task', id }),
      }),
      minutes: t.exposeFloat('minutes', { description: 'The time, in minutes.' }),
    }),
  });
  const Day = builder.objectRef<DayMinutes>('TimeReportDay').implement({
    description: 'What the time of one day went into.',
    fields: (t) => ({
      date: t.expose('date', { type: 'Date', description: 'The day.' }),
      minutes: t.exposeFloat('minutes', { description: 'The time of the day, in minutes.' }),
      tasks: t.field({
        type: [TaskTime],
        description: 'The tasks, the most time first.',
        resolve: ({ tasks }) => [...tasks],
      }),
    }),
  });
  const none = `Null if \`n\` is below ${minRateCount}.`;
  const Accuracy = builder.objectRef<EstimateAccuracy>('EstimateAccuracy').implement({
    description: 'How the time that tasks took compares to their estimates: 1 is as estimated, 2 is twice as long.',
    fields: (t) => ({
      median: t.float({
        nullable: true,
        description: `The median of time spent by estimate. ${none}`,
        resolve: ({ value }) => value,
      }),
      lowerQuartile: t.float({
        nullable: true,
        description: `A quarter of the tasks took less, by their estimates. ${none}`,
        resolve: ({ low }) => low,
      }),
      upperQuartile: t.float({
        nullable: true,
        description: `A quarter of the tasks took more, by their estimates. ${none}`,
        resolve: ({ high }) => high,
      }),
      n: t.exposeInt('n', { description: 'The number of tasks.' }),
      state: t.expose('state', { type: statisticStateType(builder), description: 'Whether there are enough tasks.' }),
      missing: t.exposeString('missing', {
        nullable: true,
        description: 'What is missing, in a sentence. Null if nothing is.',
      }),
    }),
  });
  const Report = builder.objectRef<report.TimeReport>('TimeReport').implement({
    description: 'What the time of some days went into. Time across the start of a day counts on both days.',
    fields: (t) => ({
      startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
      endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day.' }),
      minutes: t.exposeFloat('minutes', { description: 'The time of all days, in minutes.' }),
      days: t.field({ type: [Day], description: 'Each day, in order.', resolve: ({ days }) => [...days] }),
      tasks: t.field({
        type: [TaskTime],
        description: 'The tasks, the most time first.',
        resolve: ({ tasks }) => [...tasks],
      }),
      estimateAccuracy: t.field({
        type: Accuracy,
        description:
          'Of the tasks that were finished within these days, and have an estimate and time entries of any day.',
        resolve: (parent, _args, ctx) => report.estimateAccuracy(ctx, parent),
      }),
    }),
  });
  const days = periodUntilToday(builder, '-P6D');
  builder.queryFields((t) => ({
    timeReport: t.field({
      type: Report,
      description:
        'What your time went into, by day and task. Without the timer that runs, and without tasks in the trash.',
      args: days.args,
      resolve: (_root, args, ctx) => report.timeReport(ctx, days.of(args)),
    }),
  }));
}

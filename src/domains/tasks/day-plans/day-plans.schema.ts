import type { GraphQLResolveInfo } from 'graphql';
import { selectionAt } from '../../../graphql/fields/selections.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { grouped } from '../../../platform/text/english.ts';
import { freeTimeType } from '../../meetings/meeting-load/meeting-load.schema.ts';
import {
  commitDayInput,
  defaultOptions,
  type Leftover,
  type LeftoverCause,
  maxConsidered,
  minFocusWork,
  type Placement,
  type PlacementReason,
} from './day-plans.rules.ts';
import * as plans from './day-plans.service.ts';

/* What the options of a plan mean, in the arguments of the query and in the input of the mutation. */
const meaning = {
  bufferMinutes: 'The minutes to keep free before and after each meeting. 0 to 240.',
  capMinutes: 'The most minutes of tasks on the day, with those that have a time already. 0 to 1,440.',
  defaultEstimateMinutes:
    'The minutes that a task without an estimate is taken to need. 1 to 1,440. Null leaves such tasks out, as NO_ESTIMATE.',
  splitOver:
    'A task longer than this many minutes that no gap holds is split into parts of this length, and a last one of what is left. ' +
    '5 to 1,440. Default: no task is split.',
  includeOverdue:
    'Whether to plan tasks whose due date is before the day, too. By default they are left out, as AFTER_DEADLINE.',
};

/** Plans of days: open tasks fitted into the gaps between meetings. */
export function defineDayPlans(builder: Builder): void {
  const Task = builder.modelRef('Task');
  const task = {
    type: Task,
    nullable: true,
    byPath: true,
    description: 'The task. Null if it has been deleted since.',
    load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) =>
      plans.plannedTasks(ctx, ids, selectionAt(ctx, info)),
    resolve: ({ taskId }: { taskId: string }) => taskId,
  } as const;
  const Reason = builder.enumType('DayPlanReason', {
    description: 'Why a task is where it is in a plan.',
    values: {
      ALREADY_PLACED: { description: 'It had that time before the day was planned.' },
      BEST_ENERGY: { description: `Focus work of ${minFocusWork} minutes or more, in hours of your best energy.` },
      FIRST_GAP: { description: 'The first gap that was long enough when it was its turn.' },
    } satisfies Record<PlacementReason, { description: string }>,
  });
  const Cause = builder.enumType('DayPlanCause', {
    description: 'Why a task is not in a plan. If there are several causes, it is the first of these.',
    values: {
      SNOOZED: { description: 'It is snoozed beyond the time from which the day is planned.' },
      BLOCKED: { description: 'It waits for another task that is open.' },
      AFTER_DEADLINE: { description: 'Its due date is before the day.' },
      NO_ESTIMATE: { description: 'It has no estimate, and none is to be assumed.' },
      NO_ROOM: { description: 'No gap is long enough, or it exceeds what is left of the cap.' },
    } satisfies Record<LeftoverCause, { description: string }>,
  });
  const PlacementType = builder.objectRef<Placement>('DayPlanPlacement').implement({
    description: 'A task, or a part of one, at its time in a plan.',
    fields: (t) => ({
      task: t.loadable(task),
      startsAt: t.field({ type: 'DateTime', description: 'The start.', resolve: ({ start }) => new Date(start) }),
      endsAt: t.field({ type: 'DateTime', description: 'The end.', resolve: ({ end }) => new Date(end) }),
      part: t.exposeInt('part', { description: 'The number of the part of the task, starting at 1.' }),
      partCount: t.exposeInt('partCount', { description: 'The number of parts of the task. 1 if it is not split.' }),
      reason: t.expose('reason', { type: Reason, description: 'Why it is there.' }),
      isEstimated: t.exposeBoolean('isEstimated', {
        description: 'Whether the task has an estimate. If not, its length is `defaultEstimateMinutes`.',
      }),
      explanation: t.exposeString('explanation', { description: 'Why it is there, in sentences.' }),
    }),
  });
  const LeftoverType = builder.objectRef<Leftover>('DayPlanLeftover').implement({
    description: 'A task that is not in a plan.',
    fields: (t) => ({
      task: t.loadable(task),
      cause: t.expose('cause', { type: Cause, description: 'Why it is not in the plan.' }),
      explanation: t.exposeString('explanation', { description: 'Why it is not in the plan, in sentences.' }),
    }),
  });
  const minutesOf = (spans: readonly { start: number; end: number }[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0) / 60_000;
  const DayPlan = builder.objectRef<plans.HashedPlan>('DayPlan').implement({
    description: 'A plan of a day. The same tasks, meetings, settings and energy make the same plan.',
    fields: (t) => ({
      date: t.field({ type: 'Date', description: 'The day.', resolve: ({ options }) => options.date }),
      startsAt: t.field({
        type: 'DateTime',
        description:
          'From when on it plans: the start of the working hours; today not before now, rounded up to 5 minutes.',
        resolve: ({ from }) => new Date(from),
      }),
      endsAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'The end of the working hours. Null if there are none on the day.',
        resolve: ({ working }) => working && new Date(working.end),
      }),
      gaps: t.field({
        type: [freeTimeType(builder)],
        description: 'The working time that is left by meetings with their buffers and by tasks with a time, in order.',
        resolve: ({ gaps }) => [...gaps],
      }),
      freeMinutes: t.float({
        description: 'The length of all gaps, in minutes, before the tasks of the plan are put in.',
        resolve: ({ gaps }) => minutesOf(gaps),
      }),
      plannedMinutes: t.float({
        description: 'The length of all tasks on the day, in minutes: placed by the plan or before.',
        resolve: ({ placements, kept }) => minutesOf([...placements, ...kept]),
      }),
      capMinutes: t.int({
        description: 'The most minutes of tasks on the day.',
        resolve: ({ options }) => options.capMinutes,
      }),
      alreadyPlaced: t.field({
        type: [PlacementType],
        description: 'The open tasks that had a time of the day before, in order. They stay where they are.',
        resolve: ({ kept }) => [...kept],
      }),
      placements: t.field({
        type: [PlacementType],
        description: 'The tasks that the plan places, in order.',
        resolve: ({ placements }) => [...placements],
      }),
      leftovers: t.field({
        type: [LeftoverType],
        description:
          'The open tasks that are not in the plan: those that cannot be planned, then those without room in the order of the plan. ' +
          `Of more than ${grouped(maxConsidered)} tasks, only the first are considered.`,
        resolve: ({ leftovers }) => [...leftovers],
      }),
      planHash: t.exposeString('planHash', {
        description: 'What `commitDay` takes. It is another one once anything changes that the plan follows from.',
      }),
    }),
  });

  const { includeOverdue, bufferMinutes, capMinutes, defaultEstimateMinutes } = defaultOptions;
  builder.queryFields((t) => ({
    planDay: t.field({
      type: DayPlan,
      description:
        'Fits open tasks into the working hours of a day, between the meetings that count: tasks that are unscheduled, or scheduled ' +
        'for the day or one before. Tasks with the least days to their due date come first, then by priority, by how often they were ' +
        'carried over, and the longest. Writes nothing: `commitDay` does.',
      args: {
        date: t.arg({ type: 'Date', defaultValue: 'TODAY', description: 'The day. Not in the past.' }),
        bufferMinutes: t.arg.int({ defaultValue: bufferMinutes, description: meaning.bufferMinutes }),
        capMinutes: t.arg.int({ defaultValue: capMinutes, description: meaning.capMinutes }),
        defaultEstimateMinutes: t.arg.int({
          defaultValue: defaultEstimateMinutes,
          description: meaning.defaultEstimateMinutes,
        }),
        splitOver: t.arg.int({ description: meaning.splitOver }),
        includeOverdue: t.arg.boolean({ defaultValue: includeOverdue, description: meaning.includeOverdue }),
      },
      resolve: (_root, { date, defaultEstimateMinutes: assumed, ...options }, ctx) =>
        plans.planDay(ctx, { date: date ?? 'TODAY', defaultEstimateMinutes: assumed ?? null, ...options }),
    }),
  }));

  builder.payloadMutation('commitDay', {
    description:
      'Schedules the tasks of a plan for their times, all or none. A task that is split gets the time of its first part. Takes the ' +
      'options that `planDay` was given.',
    rules: commitDayInput,
    input: (t) => ({
      planHash: t.string({ required: true, description: 'The `planHash` of the plan.' }),
      date: t.field({ type: 'Date', defaultValue: 'TODAY', description: 'The day.' }),
      bufferMinutes: t.int({ defaultValue: bufferMinutes, description: meaning.bufferMinutes }),
      capMinutes: t.int({ defaultValue: capMinutes, description: meaning.capMinutes }),
      defaultEstimateMinutes: t.int({
        defaultValue: defaultEstimateMinutes,
        description: meaning.defaultEstimateMinutes,
      }),
      splitOver: t.int({ description: meaning.splitOver }),
      includeOverdue: t.boolean({ defaultValue: includeOverdue, description: meaning.includeOverdue }),
      blockTime: t.boolean({
        defaultValue: false,
        description:
          'Whether to keep the times free in your main Outlook calendar, as time blocks: see `blockTime`. Those of the same day that ' +
          'were kept free for an earlier plan are moved or deleted.',
      }),
    }),
    errors: [ConflictError],
    isRecorded: true,
    payload: (t) => ({
      dayPlan: t.field({
        type: DayPlan,
        description: 'The plan that was committed, as it was made.',
        resolve: ({ dayPlan }) => dayPlan,
      }),
      tasks: t.field({
        type: [Task],
        description: 'The tasks that were scheduled, in order of time.',
        resolve: ({ tasks }) => tasks,
      }),
      timeBlocks: t.field({
        type: [builder.modelRef('TimeBlock')],
        description: 'The time blocks of the plan, by start. Empty unless `blockTime` is true.',
        resolve: ({ timeBlocks }) => timeBlocks,
      }),
    }),
    resolve: plans.commitDay,
  });
}

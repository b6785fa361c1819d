import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { goalList, goalStats } from './goals.access.ts';
import { createGoalInput, goalMetricInput, type Metric, metricOf, updateGoalInput } from './goals.rules.ts';
import * as goals from './goals.service.ts';

/** Goals, in trees, with metrics and progress. */
export function defineGoals(builder: Builder): void {
  const GoalKind = builder.modelEnum('GoalKind');
  const GoalStatus = builder.modelEnum('GoalStatus');
  const GoalMetricDirection = builder.modelEnum('GoalMetricDirection');
  const GoalMetric = builder.objectRef<Metric>('GoalMetric').implement({
    description: 'The metric of a goal.',
    fields: (t) => ({
      start: t.exposeFloat('start', { description: 'The value the metric starts from.' }),
      target: t.exposeFloat('target', { description: 'The value the metric should reach.' }),
      current: t.exposeFloat('current', {
        description: 'The current value: that of the latest check-in with a value, or else `start`.',
      }),
      unit: t.exposeString('unit', { description: 'The unit, such as `%` or `talks`. Empty if not given.' }),
      direction: t.expose('direction', {
        type: GoalMetricDirection,
        description: 'The direction in which the metric should move.',
      }),
    }),
  });
  const Goal = builder.prismaNode('Goal', {
    ...nodeOf(goalList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      kind: t.expose('kind', { type: GoalKind }),
      status: t.expose('status', { type: GoalStatus }),
      health: t.expose('health', { type: builder.modelEnum('GoalHealth'), nullable: true }),
      metric: t.field({
        type: GoalMetric,
        nullable: true,
        description: 'The metric. Null if the goal has none.',
        resolve: metricOf,
      }),
      startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
      weight: t.exposeInt('weight'),
      checkInEveryDays: t.exposeInt('checkInEveryDays'),
      parent: t.relation('parent', { nullable: true, description: 'The parent goal. Null if it has none.' }),
      subgoals: t.childConnection(goalList, { below: 'parentId', description: 'The subgoals of the goal.' }),
      labels: t.manyToMany('Label', labelsThrough('goalLabels')),
    }),
  });

  builder.stats(goalStats);
  builder.queryFields((t) => ({
    goal: t.byId({ type: Goal, resolve: goals.getGoal }),
    goals: t.connectionOf(goalList, { description: 'Your goals.', resolve: goals.listGoals }),
  }));

  const GoalMetricInput = builder.inputType('GoalMetricInput', {
    description: 'The metric of a goal.',
    rules: goalMetricInput,
    fields: (t) => ({
      start: t.float({ required: true, description: 'The value the metric starts from.' }),
      target: t.float({ required: true, description: 'The value the metric should reach, other than `start`.' }),
      unit: t.string({ description: 'The unit, such as `%` or `talks`. Default: empty.' }),
      direction: t.field({
        type: GoalMetricDirection,
        description: 'The direction from `start` to `target`. Default: the one that follows from them.',
      }),
    }),
  });
  const details = (t: InputFields) => ({
    description: t.string({ description: 'The purpose of the goal, in Markdown.' }),
    metric: t.field({ type: GoalMetricInput, description: 'The metric, as a whole. Null removes it.' }),
    startsOn: t.field({ type: 'Date', description: 'The first day of work on the goal.' }),
    dueOn: t.field({ type: 'Date', description: 'The day to reach the goal by. Not before `startsOn`.' }),
    parentId: t.id({ description: 'The id of the parent goal. A tree of goals has at most 10 levels.' }),
    weight: t.int({
      description:
        'The weight in the progress of the parent goal. Default: 1. Not 0 if no other subgoal of the parent has a weight above 0.',
    }),
    checkInEveryDays: t.int({ description: 'The number of days after which the next check-in is due. Default: 14.' }),
    labelIds: t.idList({ description: 'The ids of all labels of the goal.' }),
  });
  builder.recordMutation('createGoal', {
    record: Goal,
    description: 'Creates a goal.',
    rules: createGoalInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'The goal.' }),
      kind: t.field({ type: GoalKind, required: true, description: 'The kind of goal.' }),
      status: t.field({ type: GoalStatus, description: 'The state of the goal. Default: ACTIVE.' }),
      ...details(t),
    }),
    resolve: goals.createGoal,
  });
  builder.recordMutation('updateGoal', {
    record: Goal,
    description: 'Changes a goal.',
    rules: updateGoalInput,
    input: (t) => ({
      title: t.string({ description: 'The goal.' }),
      kind: t.field({ type: GoalKind, description: 'The kind of goal.' }),
      status: t.field({ type: GoalStatus, description: 'The state of the goal.' }),
      ...details(t),
    }),
    resolve: goals.updateGoal,
  });
  builder.recordMutation('achieveGoal', {
    record: Goal,
    description: 'Marks a goal as achieved. A goal that is already achieved stays as it is.',
    rules: targetInput('Goal'),
    resolve: goals.achieveGoal,
  });
  builder.recordMutation('abandonGoal', {
    record: Goal,
    description: 'Marks a goal as abandoned. A goal that is already abandoned stays as it is.',
    rules: targetInput('Goal'),
    resolve: goals.abandonGoal,
  });
  builder.recordMutation('reopenGoal', {
    record: Goal,
    description: 'Makes an achieved or abandoned goal active. A goal that is open stays as it is.',
    rules: targetInput('Goal'),
    resolve: goals.reopenGoal,
  });
}

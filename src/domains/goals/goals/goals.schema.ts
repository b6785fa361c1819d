import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { targetInput } from '../../../platform/validation/input-rules.ts';
import { labelsThrough } from '../../across/labels/labels.access.ts';
import { goalList, goalStats } from './goals.access.ts';
import { progressByGoal } from './goals.loaders.ts';
import {
  createGoalInput,
  goalMetricInput,
  type Metric,
  metricOf,
  type Progress,
  type progressRules,
  updateGoalInput,
} from './goals.rules.ts';
import * as goals from './goals.service.ts';

/** Goals, in trees, with metrics and progress. */
export function defineGoals(builder: Builder): void {
  const GoalKind = builder.modelEnum('GoalKind');
  const GoalStatus = builder.modelEnum('GoalStatus');
  const GoalMetricDirection = builder.modelEnum('GoalMetricDirection');
  const GoalProgressRule = builder.enumType('GoalProgressRule', {
    description: 'A rule for the progress of a goal. The first of these that applies is used.',
    values: {
      ACHIEVED: { description: 'For an achieved goal: 1.' },
      METRIC: {
        description: 'For a goal with a metric: (current - start) / (target - start), at least 0 and at most 1.',
      },
      SUBGOALS: {
        description:
          'For a goal with subgoals, one of which at least has something to measure by: the mean of their progress. Subgoals that ' +
          'are abandoned or in the trash are left out. One with nothing to measure by counts as 0 until it is achieved.',
      },
      MILESTONES: {
        description: 'For a goal with milestones: reached / total. Milestones in the trash are left out.',
      },
      TASKS: {
        description: 'For a goal with tasks: done / total. Tasks that are cancelled or in the trash are left out.',
      },
    } satisfies Record<(typeof progressRules)[number], { description: string }>,
  });

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
  const counts = 'for the rules SUBGOALS, MILESTONES and TASKS. Null for other rules.';
  const GoalProgress = builder.objectRef<Progress>('GoalProgress').implement({
    description: 'The progress of a goal, with the rule and the counts it was calculated from.',
    fields: (t) => ({
      fraction: t.exposeFloat('fraction', { description: 'The progress, from 0 (none) to 1 (complete).' }),
      rule: t.expose('rule', { type: GoalProgressRule, description: 'The rule it was calculated by.' }),
      doneCount: t.exposeInt('doneCount', {
        nullable: true,
        description: `The number of completed subgoals, milestones or tasks, ${counts}`,
      }),
      totalCount: t.exposeInt('totalCount', {
        nullable: true,
        description: `The number of subgoals, milestones or tasks, ${counts}`,
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
      parent: t.relation('parent', { nullable: true, description: 'The parent goal. Null if it has none.' }),
      subgoals: t.childConnection(goalList, { below: 'parentId', description: 'The subgoals of the goal.' }),
      labels: t.manyToMany('Label', labelsThrough('goalLabels')),
      progress: t.loadable({
        type: GoalProgress,
        nullable: true,
        description: 'The progress. Null if there is nothing to measure by.',
        columns: ['id'],
        load: (ids: string[], ctx) => progressByGoal(ctx, ids),
        resolve: ({ id }) => id,
      }),
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

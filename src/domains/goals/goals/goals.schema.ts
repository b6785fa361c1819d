import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { labelsThrough } from '../../across/labels/labels.schema.ts';
import { goalList, goalStats, visibleTo } from './goals.access.ts';
import { progressByGoal } from './goals.loaders.ts';
import {
  type directions,
  healths,
  type kinds,
  type Metric,
  metricOf,
  type Progress,
  type progressRules,
  type Status,
} from './goals.rules.ts';
import * as goals from './goals.service.ts';

type Described<V extends string> = Record<V, { description: string }>;

/** Goals: what one wants to reach, why, by when, and how far it is. */
export function defineGoals(builder: Builder, shared: Shared): void {
  const GoalKind = builder.enumType('GoalKind', {
    description: 'What sort of goal it is.',
    values: {
      OBJECTIVE: { description: 'Somewhere to get to, in words; key results say when one is there.' },
      KEY_RESULT: { description: 'Something to measure, by which one knows that an objective is reached.' },
      PROJECT: { description: 'Something to build or to bring about, with an end.' },
      HABIT: { description: 'Something to do again and again.' },
    } satisfies Described<(typeof kinds)[number]>,
  });
  const GoalStatus = builder.enumType('GoalStatus', {
    description: 'What has become of a goal.',
    values: {
      PLANNED: { description: 'For later.' },
      ACTIVE: { description: 'Being worked on.' },
      ACHIEVED: { description: 'Reached.' },
      ABANDONED: { description: 'Given up; it counts neither as open nor as reached.' },
    } satisfies Described<Status>,
  });
  const GoalHealth = builder.enumType(healths, {
    name: 'GoalHealth',
    description: 'How a goal looks.',
    values: {
      ON_TRACK: { description: 'It will be reached as things are.' },
      AT_RISK: { description: 'It will be reached only if something changes.' },
      OFF_TRACK: { description: 'It will not be reached as things are.' },
    },
  });
  const GoalMetricDirection = builder.enumType('GoalMetricDirection', {
    description: 'Which way a metric is to go.',
    values: {
      INCREASE: { description: 'Up.' },
      DECREASE: { description: 'Down.' },
    } satisfies Described<(typeof directions)[number]>,
  });
  const GoalProgressRule = builder.enumType('GoalProgressRule', {
    description: 'How progress was worked out: by the first of these that a goal has.',
    values: {
      ACHIEVED: { description: 'It is achieved: 1.' },
      METRIC: { description: '(current - start) / (target - start), no less than 0 and no more than 1.' },
      SUBGOALS: {
        description:
          'The mean of the progress of its subgoals, but for those abandoned or in the trash; one with nothing to ' +
          'measure it by counts as 0 until it is achieved.',
      },
      MILESTONES: { description: 'Milestones reached / all, but for those in the trash.' },
      TASKS: { description: 'Tasks done / all, but for those cancelled or in the trash.' },
    } satisfies Described<(typeof progressRules)[number]>,
  });

  const GoalMetric = builder.objectRef<Metric>('GoalMetric').implement({
    description: 'What a goal is measured by.',
    fields: (t) => ({
      start: t.exposeFloat('start', { description: 'Where it started.' }),
      target: t.exposeFloat('target', { description: 'Where it is to arrive.' }),
      current: t.exposeFloat('current', {
        description: 'Where it is: the value of the latest check-in that has one, or else where it started.',
      }),
      unit: t.exposeString('unit', { description: 'What it counts, such as `%` or `talks`; may be empty.' }),
      direction: t.expose('direction', { type: GoalMetricDirection, description: 'Which way it is to go.' }),
    }),
  });
  const GoalProgress = builder.objectRef<Progress>('GoalProgress').implement({
    description: 'How far a goal is, and where the number comes from: its rule names the rows that it counts.',
    fields: (t) => ({
      fraction: t.exposeFloat('fraction', { description: 'How far it is: from 0, nothing yet, to 1, all of it.' }),
      rule: t.expose('rule', { type: GoalProgressRule, description: 'How that was worked out.' }),
      doneCount: t.exposeInt('doneCount', {
        nullable: true,
        description: 'How many subgoals, milestones or tasks are done; null when the rule counts none of these.',
      }),
      totalCount: t.exposeInt('totalCount', {
        nullable: true,
        description: 'How many subgoals, milestones or tasks there are; null when the rule counts none of these.',
      }),
    }),
  });

  const Goal = builder.prismaNode('Goal', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      title: t.exposeString('title'),
      description: t.exposeString('description'),
      kind: t.expose('kind', { type: GoalKind, description: 'What sort of goal it is.' }),
      status: t.expose('status', { type: GoalStatus, description: 'What has become of it.' }),
      health: t.expose('health', { type: GoalHealth, nullable: true }),
      metric: t.field({
        type: GoalMetric,
        nullable: true,
        description: 'What it is measured by; null when it is not.',
        resolve: metricOf,
      }),
      startsOn: t.expose('startsOn', { type: 'Date', nullable: true }),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
      parent: t.relation('parent', {
        nullable: true,
        description: 'The goal that it is part of; null when it is part of none.',
      }),
      labels: t.manyToMany('Label', labelsThrough('goalLabels')),
      progress: t.loadable({
        type: GoalProgress,
        nullable: true,
        description: 'How far it is; null when there is nothing to measure it by.',
        load: (ids: string[], ctx) => progressByGoal(ctx, ids),
        resolve: ({ id }) => id,
      }),
    }),
  });

  shared.listBelow(
    'Goal',
    'subgoals',
    goalList,
    'parentId',
    'The goals that are part of it, what is due first coming first unless asked otherwise.',
  );

  shared.stats(goalStats);
  builder.queryFields((t) => ({
    goal: shared.oneById(t, Goal, 'goal', goals.getGoal),
    goals: shared.list(
      t,
      goalList,
      'Your goals, what is due first coming first unless asked otherwise.',
      goals.listGoals,
    ),
  }));

  const GoalMetricInput = builder.inputType('GoalMetricInput', {
    description: 'What to measure a goal by.',
    fields: (t) => ({
      start: t.float({ required: true, description: 'Where it starts, from -1e15 to 1e15.' }),
      target: t.float({ required: true, description: 'Where it is to arrive, from -1e15 to 1e15; not its start.' }),
      unit: t.string({ description: 'What it counts, in one line of at most 40 characters.' }),
      direction: t.field({ type: GoalMetricDirection, description: 'The way from start to target; need not be said.' }),
    }),
  });
  const details = (t: InputFields) => ({
    description: t.string({ description: 'What it is good for, in Markdown, at most 20,000 characters.' }),
    status: t.field({
      type: GoalStatus,
      description: 'What has become of it; a new goal is ACTIVE if nothing is said.',
    }),
    metric: t.field({
      type: GoalMetricInput,
      description: 'What to measure it by, the whole of it; null: by nothing.',
    }),
    startsOn: t.field({ type: 'Date', description: 'The first day of work on it.' }),
    dueOn: t.field({ type: 'Date', description: 'The day to reach it by, not before `startsOn`.' }),
    parentId: t.id({ description: 'The goal that it is part of. A tree of goals has at most 10 levels.' }),
    labelIds: t.idList({ description: 'All its labels, at most 20.' }),
  });
  const CreateGoalInput = builder.inputType('CreateGoalInput', {
    description: 'A goal to set.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      title: t.string({ required: true, description: 'What is to be reached, in one line of 1 to 300 characters.' }),
      kind: t.field({ type: GoalKind, required: true, description: 'What sort of goal it is.' }),
      ...details(t),
    }),
  });
  const UpdateGoalInput = builder.inputType('UpdateGoalInput', {
    description: 'Changes to a goal; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which goal.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What is to be reached, in one line of 1 to 300 characters.' }),
      kind: t.field({ type: GoalKind, description: 'What sort of goal it is.' }),
      ...details(t),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createGoal: mutation(t, Goal, CreateGoalInput, 'Sets a goal.', goals.createGoal),
    updateGoal: mutation(t, Goal, UpdateGoalInput, 'Changes a goal.', goals.updateGoal),
    achieveGoal: mutation(t, Goal, TargetInput, 'Notes that a goal was reached.', goals.achieveGoal),
    abandonGoal: mutation(t, Goal, TargetInput, 'Gives a goal up.', goals.abandonGoal),
    reopenGoal: mutation(
      t,
      Goal,
      TargetInput,
      'Makes a goal that was achieved or abandoned active again.',
      goals.reopenGoal,
    ),
    trashGoal: mutation(
      t,
      Goal,
      TargetInput,
      'Puts a goal in the trash, and its subgoals with it. Its tasks stay where they are.',
      goals.trashGoal,
    ),
    restoreGoal: mutation(
      t,
      Goal,
      TargetInput,
      'Takes a goal out of the trash, and the subgoals that went there with it.',
      goals.restoreGoal,
    ),
  }));
}

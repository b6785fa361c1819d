import type { Builder } from '../../../graphql/types.ts';
import type { Progress, progressRules } from './progress.rules.ts';
import { progressByGoal } from './progress.service.ts';

/** The progress of goals, and what it was calculated from. */
export function defineProgress(builder: Builder): void {
  const GoalProgressRule = builder.enumType('GoalProgressRule', {
    description: 'A rule for the progress of a goal. The first of these that applies is used.',
    values: {
      ACHIEVED: { description: 'For an achieved goal: 1.' },
      METRIC: {
        description: 'For a goal with a metric: (current - start) / (target - start), at least 0 and at most 1.',
      },
      SUBGOALS: {
        description:
          'For a goal with subgoals, one of which at least has something to measure by: the mean of their progress by their ' +
          'weights. Subgoals that are abandoned or in the trash are left out. One with nothing to measure by counts as 0 until it is achieved.',
      },
      MILESTONES: {
        description:
          'For a goal with milestones: the weights of those reached / the weights of all. Milestones in the trash are left out.',
      },
      TASKS: {
        description: 'For a goal with tasks: done / total. Tasks that are cancelled or in the trash are left out.',
      },
    } satisfies Record<(typeof progressRules)[number], { description: string }>,
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

  builder.prismaObjectFields('Goal', (t) => ({
    progress: t.loadable({
      type: GoalProgress,
      nullable: true,
      description: 'The progress. Null if there is nothing to measure by.',
      load: (ids: string[], ctx) => progressByGoal(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));
}

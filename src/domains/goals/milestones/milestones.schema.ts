import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { milestoneList, milestonesOfGoal } from './milestones.access.ts';
import { createMilestoneInput, updateMilestoneInput } from './milestones.rules.ts';
import * as milestones from './milestones.service.ts';

/** Milestones: steps towards a goal, in an order of your own. */
export function defineMilestones(builder: Builder): void {
  const Milestone = builder.prismaNode('Milestone', {
    ...nodeOf(milestoneList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      goal: t.relation('goal', { description: 'The goal.' }),
      title: t.exposeString('title'),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      reachedAt: t.expose('reachedAt', { type: 'DateTime', nullable: true }),
      isReached: t.boolean({
        description: 'Whether the milestone is reached.',
        columns: ['reachedAt'],
        resolve: ({ reachedAt }) => reachedAt !== null,
      }),
      position: t.exposeInt('position'),
      weight: t.exposeInt('weight'),
    }),
  });
  builder.objectField(builder.modelRef('Goal'), 'milestones', (t) =>
    t.childConnection(milestonesOfGoal, {
      below: 'goalId',
      description: 'The milestones of the goal, at most 100.',
    }),
  );

  builder.queryFields((t) => ({
    milestone: t.byId({ type: Milestone, resolve: milestones.getMilestone }),
    milestones: t.connectionOf(milestoneList, {
      description: 'The milestones of your goals.',
      resolve: milestones.listMilestones,
    }),
  }));

  const dueOn = (t: InputFields) => t.field({ type: 'Date', description: 'The day to reach the milestone by.' });
  const weight = (t: InputFields) =>
    t.int({
      description:
        'The weight in the progress of the goal. Default: 1. Not 0 if no other milestone of the goal has a weight above 0.',
    });
  builder.recordMutation('createMilestone', {
    record: Milestone,
    description: 'Creates a milestone at the end of its goal.',
    rules: createMilestoneInput,
    input: (t) => ({
      goalId: t.id({ required: true, description: 'The id of the goal. It has at most 100 milestones.' }),
      title: t.string({ required: true, description: 'The step.' }),
      dueOn: dueOn(t),
      isReached: t.boolean({ description: 'Whether the milestone is reached. Default: false.' }),
      weight: weight(t),
    }),
    resolve: milestones.createMilestone,
  });
  builder.recordMutation('updateMilestone', {
    record: Milestone,
    description: 'Changes a milestone or moves it within its goal.',
    rules: updateMilestoneInput,
    input: (t) => ({
      title: t.string({ description: 'The step.' }),
      dueOn: dueOn(t),
      isReached: t.boolean({
        description: 'Whether the milestone is reached. True sets `reachedAt` unless it is set; false clears it.',
      }),
      weight: weight(t),
      afterId: t.id({
        description: 'The id of the milestone to move this one after, of the same goal. Null moves it to the start.',
      }),
    }),
    resolve: milestones.updateMilestone,
  });
}

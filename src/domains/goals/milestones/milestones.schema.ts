import { nodeOf } from '../../../graphql/nodes.ts';
import type { InputFields, Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { milestoneList, milestonesOfGoal, visibleTo } from './milestones.access.ts';
import * as milestones from './milestones.service.ts';

/** Milestones: the steps on the way to a goal, in order. */
export function defineMilestones(builder: Builder, shared: Shared): void {
  const Milestone = builder.prismaNode('Milestone', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      goal: t.relation('goal', { description: 'The goal it leads to.' }),
      title: t.exposeString('title'),
      dueOn: t.expose('dueOn', { type: 'Date', nullable: true }),
      reachedAt: t.expose('reachedAt', { type: 'DateTime', nullable: true }),
      isReached: t.boolean({
        description: 'Whether the milestone is reached.',
        resolve: ({ reachedAt }) => reachedAt !== null,
      }),
      position: t.exposeInt('position'),
    }),
  });

  shared.listBelow(
    'Goal',
    'milestones',
    milestonesOfGoal,
    'goalId',
    'The steps on the way to it, at most 100, in their order unless asked otherwise.',
  );

  builder.queryFields((t) => ({
    milestone: shared.oneById(t, Milestone, 'milestone', milestones.getMilestone),
    milestones: shared.list(
      t,
      milestoneList,
      'The milestones of your goals in use, what is due first coming first unless asked otherwise.',
      milestones.listMilestones,
    ),
  }));

  const details = (t: InputFields) => ({
    dueOn: t.field({ type: 'Date', description: 'The day to reach it by.' }),
    isReached: t.boolean({ description: 'Whether it is reached: as of now, or still as of when it was.' }),
  });
  const CreateMilestoneInput = builder.inputType('CreateMilestoneInput', {
    description: 'A milestone to add to a goal, as its last one.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      goalId: t.id({ required: true, description: 'Which goal; it has at most 100 milestones.' }),
      title: t.string({ required: true, description: 'What is to be reached, in one line of 1 to 300 characters.' }),
      ...details(t),
    }),
  });
  const UpdateMilestoneInput = builder.inputType('UpdateMilestoneInput', {
    description: 'Changes to a milestone; what is left out stays as it is, and null empties what may be empty.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which milestone.' }),
      ifVersion: t.int(shared.ifVersion),
      title: t.string({ description: 'What is to be reached, in one line of 1 to 300 characters.' }),
      ...details(t),
      afterId: t.id({ description: 'Moves it right after this milestone of its goal, or, when null, before all.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createMilestone: mutation(
      t,
      Milestone,
      CreateMilestoneInput,
      'Adds a milestone to a goal.',
      milestones.createMilestone,
    ),
    updateMilestone: mutation(
      t,
      Milestone,
      UpdateMilestoneInput,
      'Changes a milestone, says whether it is reached, or moves it.',
      milestones.updateMilestone,
    ),
    trashMilestone: mutation(
      t,
      Milestone,
      TargetInput,
      'Puts a milestone in the trash: it no longer counts.',
      milestones.trashMilestone,
    ),
    restoreMilestone: mutation(
      t,
      Milestone,
      TargetInput,
      'Takes a milestone out of the trash, to where it stood.',
      milestones.restoreMilestone,
    ),
  }));
}

import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { healths } from '../goals/goals.rules.ts';
import { goalCheckInList, visibleTo } from './check-ins.access.ts';
import * as checkIns from './check-ins.service.ts';

/** Check-ins: how a goal stood on a day. They are never changed; the latest says how the goal stands. */
export function defineGoalCheckIns(builder: Builder, shared: Shared): void {
  const GoalCheckIn = builder.prismaNode('GoalCheckIn', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      goal: t.relation('goal', { description: 'The goal it is about.' }),
      value: t.exposeFloat('value', { nullable: true }),
      health: t.expose('health', { type: healths, description: 'How the goal looked.' }),
      notes: t.exposeString('notes'),
      checkedOn: t.expose('checkedOn', { type: 'Date' }),
    }),
  });

  shared.listBelow(
    'Goal',
    'checkIns',
    goalCheckInList,
    'goalId',
    'How it stood, the latest check-in first unless asked otherwise.',
  );

  builder.queryFields((t) => ({
    goalCheckIn: shared.oneById(t, GoalCheckIn, 'check-in', checkIns.getGoalCheckIn),
    goalCheckIns: shared.list(
      t,
      goalCheckInList,
      'The check-ins on your goals in use, the latest first unless asked otherwise.',
      checkIns.listGoalCheckIns,
    ),
  }));

  const CreateGoalCheckInInput = builder.inputType('CreateGoalCheckInInput', {
    description: 'How a goal stands, or stood on an earlier day.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      goalId: t.id({ required: true, description: 'Which goal.' }),
      value: t.float({ description: 'Where its metric is, from -1e15 to 1e15; only for a goal that has one.' }),
      health: t.field({ type: healths, required: true, description: 'How it looks.' }),
      notes: t.string({ description: 'What happened, in Markdown, at most 10,000 characters.' }),
      checkedOn: t.field({ type: 'Date', description: 'The day it stood like this, today when nothing is said.' }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createGoalCheckIn: mutation(
      t,
      GoalCheckIn,
      CreateGoalCheckInInput,
      'Notes how a goal stands: the latest check-in sets its health, and the latest with a value its metric.',
      checkIns.createGoalCheckIn,
    ),
    trashGoalCheckIn: mutation(
      t,
      GoalCheckIn,
      TargetInput,
      'Puts a check-in in the trash: its goal then stands as the one before said.',
      checkIns.trashGoalCheckIn,
    ),
    restoreGoalCheckIn: mutation(
      t,
      GoalCheckIn,
      TargetInput,
      'Takes a check-in out of the trash.',
      checkIns.restoreGoalCheckIn,
    ),
  }));
}

import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { goalCheckInList, goalCheckInStats } from './check-ins.access.ts';
import { changeByCheckIn } from './check-ins.loaders.ts';
import { type CheckInChange, createGoalCheckInInput } from './check-ins.rules.ts';
import * as checkIns from './check-ins.service.ts';

/** Check-ins: the state of a goal on a day. They are not changed; the latest decides on the state of the goal. */
export function defineGoalCheckIns(builder: Builder): void {
  const GoalHealth = builder.modelEnum('GoalHealth');
  const Change = builder.objectRef<CheckInChange>('GoalCheckInChange').implement({
    description: 'What changed from one check-in of a goal to the next.',
    fields: (t) => ({
      previous: t.nodeOf({
        description: 'The check-in before. Null if it has been deleted meanwhile.',
        resolve: ({ previousId }: CheckInChange) => ({ type: 'GoalCheckIn', id: previousId }),
      }),
      days: t.exposeInt('days', { description: 'The days from the check-in before to this one.' }),
      healthBefore: t.expose('healthBefore', { type: GoalHealth, description: 'The health at the check-in before.' }),
      valueChange: t.exposeFloat('valueChange', {
        nullable: true,
        description:
          'The value less that of the latest check-in before that has one, in the unit of the goal. Null if there is none, or if ' +
          'this one has no value.',
      }),
    }),
  });
  const GoalCheckIn = builder.prismaNode('GoalCheckIn', {
    ...nodeOf(goalCheckInList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      goal: t.relation('goal', { description: 'The goal.' }),
      value: t.exposeFloat('value', { nullable: true }),
      health: t.expose('health', { type: GoalHealth }),
      notes: t.exposeString('notes'),
      checkedOn: t.expose('checkedOn', { type: 'Date' }),
      change: t.loadable({
        type: Change,
        nullable: true,
        description: 'What changed since the check-in before. Null if this is the first of its goal.',
        columns: ['id'],
        load: (ids: string[], ctx) => changeByCheckIn(ctx, ids),
        resolve: ({ id }) => id,
      }),
    }),
  });
  builder.objectField(builder.modelRef('Goal'), 'checkIns', (t) =>
    t.childConnection(goalCheckInList, { below: 'goalId', description: 'The check-ins of the goal.' }),
  );

  builder.stats(goalCheckInStats);
  builder.queryFields((t) => ({
    goalCheckIn: t.byId({ type: GoalCheckIn, resolve: checkIns.getGoalCheckIn }),
    goalCheckIns: t.connectionOf(goalCheckInList, {
      description: 'The check-ins of your goals.',
      resolve: checkIns.listGoalCheckIns,
    }),
  }));

  builder.recordMutation('createGoalCheckIn', {
    record: GoalCheckIn,
    description:
      'Creates a check-in of a goal. The latest check-in sets the health of the goal, and the latest with a value the current ' +
      'value of its metric. A check-in cannot be changed: create a new one to correct it.',
    rules: createGoalCheckInInput,
    input: (t) => ({
      goalId: t.id({ required: true }),
      value: t.float({ description: 'The value of the metric. Only for a goal that has one.' }),
      health: t.field({ type: GoalHealth, required: true, description: 'The health of the goal.' }),
      notes: t.string({ description: 'Notes about the check-in, in Markdown.' }),
      checkedOn: t.field({ type: 'Date', description: 'The day of the check-in. Default: today.' }),
    }),
    resolve: checkIns.createGoalCheckIn,
  });
}

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['goals'],
  async populate({ id, make, mark, rows }) {
    const [goalId, , , goneGoal] = rows('Goal');
    const checkIn = await id('createGoalCheckIn', { goalId, value: 3, health: 'ON_TRACK', notes: mark });
    const gone = await id('createGoalCheckIn', { goalId, value: 5, health: 'AT_RISK', notes: mark });
    await make('trash', { id: gone });
    const ofGone = await id('createGoalCheckIn', { goalId: goneGoal, health: 'OFF_TRACK', notes: mark });
    return { GoalCheckIn: [checkIn, gone, ofGone] };
  },
  inputs: {
    createGoalCheckIn: (own) => ({ goalId: own('Goal'), health: 'ON_TRACK' }),
  },
  bounded: {
    'Query.goalCheckInStats': 'At most 1,000 groups and periods.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['goals'],
  async populate({ id, make, mark, own, rows }) {
    const goalId = own('Goal');
    const milestone = await id('createMilestone', { goalId, title: mark, dueOn: 'P7D' });
    const reached = await id('createMilestone', { goalId, title: `${mark} reached`, isReached: true });
    const gone = await id('createMilestone', { goalId, title: `${mark} gone` });
    await make('trash', { id: gone });
    const ofGone = await id('createMilestone', { goalId: rows('Goal')[3], title: `${mark} of what is gone` });
    return { Milestone: [milestone, reached, gone, ofGone] };
  },
  inputs: {
    createMilestone: (own) => ({ goalId: own('Goal'), title: 'A step' }),
    updateMilestone: (own) => ({ id: own('Milestone'), title: 'Changed', afterId: null }),
  },
};

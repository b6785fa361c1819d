import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks'],
  async populate({ id, mark, rows }) {
    const [task, parent, , gone] = rows('Task');
    return { DailyFocus: [await id('setDailyFocus', { intention: mark, taskIds: [task, parent, gone] })] };
  },
  inputs: {
    setDailyFocus: (own) => ({ intention: 'Focus', taskIds: [own('Task')] }),
    closeDay: (own) => ({ reflection: 'Well', carryOverIds: [own('Task')] }),
  },
  bounded: { 'DailyFocus.tasks': 'A day has at most five focus tasks.' },
};

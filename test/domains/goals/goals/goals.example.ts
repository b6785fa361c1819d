import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['labels'],
  async populate({ id, make, mark, own, rows }) {
    const metric = { start: 0, target: 10, unit: mark };
    const parentId = await id('createGoal', {
      title: `${mark} parent`,
      description: mark,
      kind: 'OBJECTIVE',
      dueOn: 'P30D',
      labelIds: rows('Label'),
    });
    const goal = await id('createGoal', {
      title: mark,
      kind: 'KEY_RESULT',
      parentId,
      metric,
      labelIds: [own('Label')],
    });
    const achieved = await id('createGoal', { title: `${mark} achieved`, kind: 'PROJECT', parentId });
    await make('achieveGoal', { id: achieved });
    const gone = await id('createGoal', { title: `${mark} gone`, kind: 'HABIT', parentId: goal });
    return { Goal: [goal, parentId, achieved, gone] };
  },
  // After other records refer to it, so that these refer to a record in the trash.
  async finish({ make, rows }) {
    await make('trash', { id: rows('Goal')[3] });
  },
  inputs: {
    createGoal: (own) => ({ title: 'A goal', kind: 'PROJECT', parentId: own('Goal'), labelIds: [own('Label')] }),
    updateGoal: (own) => ({ id: own('Goal'), title: 'Changed', parentId: null, labelIds: [own('Label')] }),
    achieveGoal: (own) => ({ id: own('Goal') }),
    abandonGoal: (own) => ({ id: own('Goal') }),
    reopenGoal: (own) => ({ id: own('Goal') }),
  },
  bounded: {
    'Query.goalStats': 'At most 1,000 groups and periods.',
    'Goal.labels': 'A goal has at most 20 labels.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['labels', 'skills', 'goals'],
  async populate({ id, make, mark, own, rows }) {
    const supports = { skillIds: rows('Skill').slice(0, 1), goalIds: [own('Goal'), rows('Goal')[3]] };
    const learning = await id('createLearning', {
      title: mark,
      notes: mark,
      sourceTitle: mark,
      sourceUrl: `https://example.org/${mark}`,
      reviewOn: 'TODAY',
      labelIds: [own('Label')],
      ...supports,
    });
    const gone = await id('createLearning', { title: `${mark} gone`, skillIds: [own('Skill')], reviewOn: 'TODAY' });
    await make('trash', { id: gone });
    return { Learning: [learning, gone] };
  },
  inputs: {
    createLearning: (own) => ({
      ...{ title: 'A learning', labelIds: [own('Label')], skillIds: [own('Skill')], goalIds: [own('Goal')] },
    }),
    updateLearning: (own) => ({
      ...{ id: own('Learning'), labelIds: [own('Label')], skillIds: [own('Skill')], goalIds: [own('Goal')] },
    }),
    reviewLearning: (own) => ({ id: own('Learning'), confidence: 3 }),
  },
  bounded: {
    'Query.learningStats': 'At most 1,000 groups and periods.',
    'Learning.labels': 'A learning has at most 20 labels.',
    'Learning.skills': 'A learning supports at most 20 skills.',
    'Learning.goals': 'A learning supports at most 20 goals.',
  },
};

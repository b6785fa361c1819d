import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['skills'],
  async populate({ id, make, mark, own }) {
    const told = { situation: mark, task: mark, action: mark, result: mark, skillIds: [own('Skill')] };
    const story = await id('createStory', { title: `${mark} story`, ...told });
    const gone = await id('createStory', { title: `${mark} gone`, skillIds: [own('Skill')] });
    await make('trash', { id: gone });
    return { Story: [story, gone] };
  },
  inputs: {
    createStory: (own) => ({ title: 'A story', skillIds: [own('Skill')] }),
    updateStory: (own) => ({ id: own('Story'), skillIds: [own('Skill')] }),
  },
  bounded: { 'Story.skills': 'A story shows at most 20 skills.' },
};

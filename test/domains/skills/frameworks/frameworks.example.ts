import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, make, mark }) {
    const framework = await id('createFramework', { name: `${mark} ladder`, description: mark });
    const gone = await id('createFramework', { name: `${mark} gone` });
    const category = await id('createSkillCategory', { frameworkId: framework, name: `${mark} category` });
    const goneCategory = await id('createSkillCategory', { frameworkId: framework, name: `${mark} gone` });
    await make('trash', { id: gone });
    await make('trash', { id: goneCategory });
    return { Framework: [framework, gone], SkillCategory: [category, goneCategory] };
  },
  inputs: {
    createFramework: () => ({ name: 'A ladder' }),
    updateFramework: (own) => ({ id: own('Framework'), name: 'Changed' }),
    createSkillCategory: (own) => ({ frameworkId: own('Framework'), name: 'A category' }),
    updateSkillCategory: (own) => ({ id: own('SkillCategory'), afterId: null }),
  },
};

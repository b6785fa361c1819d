import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['frameworks'],
  async populate({ id, make, mark, own }) {
    const categoryId = own('SkillCategory');
    const levels = [{ level: 2, summary: mark, signals: [mark], examples: [mark] }];
    const skill = await id('createSkill', { categoryId, name: `${mark} skill`, description: mark, levels });
    const gone = await id('createSkill', { categoryId, name: `${mark} gone` });
    await make('trash', { id: gone });
    return { Skill: [skill, gone] };
  },
  inputs: {
    createSkill: (own) => ({ categoryId: own('SkillCategory'), name: 'A skill' }),
    updateSkill: (own) => ({ id: own('Skill'), afterId: null }),
  },
  bounded: { 'Skill.levels': 'A scale has at most 11 levels.' },
};

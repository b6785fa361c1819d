import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['skills', 'people'],
  async populate({ id, make, mark, own }) {
    const skillId = own('Skill');
    const assessed = { skillId, level: 3, source: 'PEER', personId: own('Person'), confidence: 4, notes: mark };
    const assessment = await id('createAssessment', assessed);
    const gone = await id('createAssessment', { skillId, level: 1, source: 'SELF', notes: mark });
    const target = await id('createSkillTarget', { skillId, level: 4, dueOn: 'P90D', notes: mark });
    const goneTarget = await id('createSkillTarget', { skillId, level: 5, notes: mark });
    await make('trash', { id: gone });
    await make('trash', { id: goneTarget });
    return { Assessment: [assessment, gone], SkillTarget: [target, goneTarget] };
  },
  inputs: {
    createAssessment: (own) => ({ skillId: own('Skill'), level: 2, source: 'MANAGER', personId: own('Person') }),
    createSkillTarget: (own) => ({ skillId: own('Skill'), level: 2 }),
  },
  bounded: {
    'Query.assessmentStats': 'At most 1,000 groups and periods.',
  },
};

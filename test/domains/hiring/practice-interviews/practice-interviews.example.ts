import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['role-profiles'],
  async populate({ id, make, mark, own }) {
    const about = { kind: 'TECHNICAL', notes: mark, roleProfileId: own('RoleProfile') };
    const one = await id('createPracticeInterview', { ...about, score: 4 });
    const gone = await id('createPracticeInterview', about);
    await make('trash', { id: gone });
    return { PracticeInterview: [one, gone] };
  },
  inputs: {
    createPracticeInterview: (own) => ({ kind: 'CASE', roleProfileId: own('RoleProfile') }),
    updatePracticeInterview: (own) => ({ id: own('PracticeInterview'), roleProfileId: own('RoleProfile') }),
  },
  bounded: {
    'Query.practiceInterviewStats': 'At most 1,000 groups and periods; more is refused.',
  },
};

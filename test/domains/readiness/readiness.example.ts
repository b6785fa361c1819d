import type { Example } from '../../support/examples.ts';

export const example: Example = {
  after: ['role-profiles', 'artifacts', 'stories', 'practice-interviews', 'skill-assessments'],
  shown: 'createRoleProfile',
  bounded: {
    'Readiness.criteria': 'A role asks at most 50 things.',
    'ReadinessCriterion.metBy': 'At most 20 of the rows that count.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Readiness.criteria': 'A role has at most 50 requirements.',
    'Readiness.nextSteps': 'A role has at most 50 requirements.',
    'ReadinessCriterion.metBy': 'At most 20.',
  },
};

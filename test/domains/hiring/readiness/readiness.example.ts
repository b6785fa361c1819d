import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Readiness.criteria': 'A role asks at most 50 things.',
    'ReadinessCriterion.metBy': 'At most 20.',
  },
};

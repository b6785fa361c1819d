import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Day.entries': 'An agenda has at most 1,000 entries.',
    'Query.agenda': 'An agenda covers at most 62 days.',
  },
};

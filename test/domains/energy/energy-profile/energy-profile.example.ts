import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Query.energyProfile': 'The 168 hours of a week.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'JobApplicationFunnel.stages': 'The stages from INTERESTED to ACCEPTED.',
  },
};

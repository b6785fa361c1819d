import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'JobApplicationFunnel.groups': 'At most 100 groups.',
    'JobApplicationFunnelGroup.stages': 'The stages from INTERESTED to ACCEPTED.',
    'JobApplicationFunnel.stages': 'The stages from INTERESTED to ACCEPTED.',
  },
};

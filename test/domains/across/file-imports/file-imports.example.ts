import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['tasks'],
  bounded: {
    'ImportFilePayload.skipped': 'At most 1,000.',
    'ImportFilePayload.warnings': 'At most 1,000.',
    'ImportFilePayload.mapped': 'At most 1,000.',
    'ImportFilePayload.counts': 'One for each kind.',
  },
};

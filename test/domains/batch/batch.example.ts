import type { Example } from '../../support/examples.ts';

export const example: Example = {
  shown: 'batch',
  bounded: { 'BatchOutcome.items': 'One for each operation, at most 200.' },
};

import type { Example } from '../../support/examples.ts';

export const example: Example = {
  shown: 'taskStats',
  bounded: { 'TaskStats.completedByDay': 'At most 366 days.' },
};

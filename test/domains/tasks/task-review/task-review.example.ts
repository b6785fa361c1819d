import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: { 'TaskReview.completedByDay': 'At most 366 days.' },
};

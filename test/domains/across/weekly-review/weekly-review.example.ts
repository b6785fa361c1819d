import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: { 'WeeklyReview.sections': 'One of each kind.', 'WeeklyReviewSection.lines': 'At most 50.' },
};

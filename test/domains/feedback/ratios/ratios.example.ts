import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'FeedbackRatios.groups': 'At most 200 groups.',
    'FeedbackRatio.suggestionsWithoutFollowUp': 'The first 20.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id }) {
    return { ReviewSettings: [await id('updateReviewSettings', { desiredRetention: 0.85 })] };
  },
  inputs: { updateReviewSettings: () => ({ desiredRetention: 0.8 }) },
};

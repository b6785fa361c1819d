import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ id, mark }) {
    return { EngagementPulse: [await id('recordEngagementPulse', { score: 4, notes: mark })] };
  },
  bounded: {
    'Query.engagementPulseStats': 'At most 1,000 groups and periods.',
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  populate: async ({ person }) => ({ Account: [person.id] }),
  bounded: { 'Account.workingHours': 'One for each weekday.' },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  populate: async ({ person }) => ({ Account: [person.id] }),
};

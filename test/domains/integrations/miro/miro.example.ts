import type { Example } from '../../../support/examples.ts';

/** A sync as a whole, which is part of the API as one of an integration. */
export const example: Example = {
  async populate() {
    return {};
  },
};

import type { Example } from '../../../support/examples.ts';

/** What frames show, which is no part of the API. */
export const example: Example = {
  async populate() {
    return {};
  },
};

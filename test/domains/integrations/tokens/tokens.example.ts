import type { Example } from '../../../support/examples.ts';

/** The tokens are part of integrations, and not of the API. */
export const example: Example = {
  async populate() {
    return {};
  },
};

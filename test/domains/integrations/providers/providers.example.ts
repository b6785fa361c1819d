import type { Example } from '../../../support/examples.ts';

/** What the server is set up with, of which nobody owns anything. */
export const example: Example = {
  async populate() {
    return {};
  },
  bounded: { 'OutlookConfiguration.permissionScopes': 'One for each permission.' },
};

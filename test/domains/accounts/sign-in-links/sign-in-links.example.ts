import { createSignInLink } from '../../../../src/domains/accounts/sign-in-links/sign-in-links.service.ts';
import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ app, person }) {
    await createSignInLink(app.systemContext(), person.id.slice('Account:'.length));
    return {};
  },
};

import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ person, make }) {
    await make('createRecoveryCodes', { password: person.password }, 'codes');
    return {};
  },
};

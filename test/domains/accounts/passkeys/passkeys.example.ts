import { createAuthenticator } from '../../../support/authenticator.ts';
import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ make, mark, person }) {
    const begin = await make('beginPasskeyRegistration', { password: person.password }, 'options');
    const response = createAuthenticator().create(begin.options);
    const { id } = await make('registerPasskey', { name: `${mark} phone`, response });
    return { Passkey: [id] };
  },
  inputs: {
    renamePasskey: (own) => ({ id: own('Passkey'), name: 'Mine' }),
    deletePasskey: (own) => ({ id: own('Passkey') }),
  },
  bounded: { 'Query.passkeys': 'The latest 20.' },
};

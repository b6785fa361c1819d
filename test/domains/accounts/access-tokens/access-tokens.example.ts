import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  async populate({ make, mark }) {
    const input = { name: `${mark} token`, scopes: ['READ'] };
    const { accessToken } = await make('createAccessToken', input, 'accessToken { id }');
    return { AccessToken: [accessToken.id] };
  },
  inputs: { revokeAccessToken: (own) => ({ id: own('AccessToken') }) },
  bounded: { 'Query.accessTokens': 'The latest 100.' },
};

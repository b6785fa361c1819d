import { fetchBounded } from '../http-bounds.ts';
import type { SignInService } from '../oauth/sign-in-service.ts';
import { ProviderError } from '../provider-error.ts';
import { createMiroClient, readMiroProfile } from './client.ts';

/** An app that is registered at Miro, and the origins to sign in at and of the API. */
interface MiroApp {
  clientId: string;
  clientSecret: string;
  loginUrl: string;
  apiUrl: string;
}

/** The scopes that are asked for. Miro gives an app those that it is registered with. */
const scopes = ['boards:read', 'boards:write'];

/** The sign-in of Miro. Each refresh token works once, and takes the old access token with it. */
export function miroSignIn({ clientId, clientSecret, loginUrl, apiUrl }: MiroApp): SignInService {
  return {
    client: {
      clientId,
      clientSecret,
      issuer: loginUrl,
      authorizationUrl: `${loginUrl}/oauth/authorize`,
      authorizationParameters: {},
      tokenUrl: `${apiUrl}/v1/oauth/token`,
      deviceUrl: null,
      scopes,
      errorOf,
    },
    permissionScopes: {},
    accountOf: (accessToken) =>
      readMiroProfile(createMiroClient({ origin: apiUrl, token: async () => accessToken, now: () => new Date() })),
    async revoke(accessToken) {
      const response = await fetchBounded(`${apiUrl}/v2/oauth/revoke`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ accessToken, clientId, clientSecret }),
      }).catch(() => null);
      const status = response?.status ?? 0;
      // A token that Miro does not know need not be revoked.
      if (status !== 204 && status !== 200 && status !== 404)
        throw new ProviderError(`Miro responded with ${status}.`, { status });
    },
  };
}

/**
 * What an error of the token endpoint is in the terms of RFC 6749. Miro writes `{"code": "oauthError", "message": …}`. What is not
 * about the app is about the code or token.
 */
function errorOf(body: Readonly<Record<string, unknown>>): { code: string; description: string } | null {
  const { code, message } = body;
  if (typeof code !== 'string') return null;
  const description = typeof message === 'string' ? message : '';
  if (code !== 'oauthError') return { code, description };
  return { code: /client/i.test(description) ? 'invalid_client' : 'invalid_grant', description };
}

import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import type { Consent } from '../graph/identity.ts';
import type { FakeResponse } from '../graph/server.ts';

/* Miro's sign-in: authorization code, refresh tokens that work once and take the old access token with them, revocation. */

export const clientId = '3458764500000000001';
export const clientSecret = 'miro-secret-canary~1';
const lifetime = 3_599;
const codeLifetime = 600;
const refreshLifetime = 60 * 86_400;
const team = { type: 'team', id: '3074457300000000001', name: 'Analytical Engines' };

/** A sign-in of a user: its present pair of tokens. */
interface Grant {
  user: string;
  accessToken: string;
  refreshToken: string;
  accessEndsAt: number;
  refreshEndsAt: number;
}

const random = (label: string) => `${label}-canary-${randomBytes(18).toString('base64url')}`;

/** An error as Miro writes it: not in the form of RFC 6749. */
const refused = (status: number, code: string, message: string): FakeResponse => ({
  status,
  json: { status, code, message, context: null, type: 'error' },
});

/** Creates the part of the fake that signs people in. */
export function createMiroIdentity(clock: Clock, redirectUris: readonly string[]) {
  const codes = new Map<string, { user: string; redirectUri: string; challenge: string | null; endsAt: number }>();
  const grants = new Set<Grant>();
  const state = {
    /** Who signs in next. */
    user: 'ada',
    consent: 'accept' as Consent,
    /** The number of times that tokens were refreshed. */
    refreshCount: 0,
    /** The number of sign-ins that were revoked. */
    revokedCount: 0,
    /** The tokens and codes that were issued so far, which must show up nowhere. */
    secrets: [clientSecret] as string[],
  };
  const seconds = () => clock.now().getTime() / 1000;
  const remember = (secret: string) => {
    state.secrets.push(secret);
    return secret;
  };
  const grantOf = (accessToken: string) => [...grants].find((grant) => grant.accessToken === accessToken) ?? null;

  function issue(user: string): FakeResponse {
    const grant: Grant = {
      user,
      accessToken: remember(random('access')),
      refreshToken: remember(random('refresh')),
      accessEndsAt: seconds() + lifetime,
      refreshEndsAt: seconds() + refreshLifetime,
    };
    grants.add(grant);
    const { accessToken, refreshToken } = grant;
    return {
      status: 200,
      json: {
        ...{ token_type: 'bearer', scope: 'boards:read boards:write', expires_in: lifetime },
        ...{ access_token: accessToken, refresh_token: refreshToken, user_id: `id-of-${user}`, team_id: team.id },
      },
    };
  }

  function authorize(query: URLSearchParams): FakeResponse {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== clientId || query.get('response_type') !== 'code')
      return { status: 400, html: 'Unknown app.' };
    if (!redirectUris.includes(redirectUri)) return refused(401, 'oauthError', 'Redirect URI mismatch.');
    const back = new URL(redirectUri);
    if (query.has('state')) back.searchParams.set('state', query.get('state') ?? '');
    if (state.consent === 'decline') back.searchParams.set('error', 'access_denied');
    else {
      const code = remember(random('code'));
      const [challenge, endsAt] = [query.get('code_challenge'), seconds() + codeLifetime];
      codes.set(code, { user: state.user, redirectUri, challenge, endsAt });
      back.searchParams.set('code', code);
      back.searchParams.set('client_id', clientId);
      back.searchParams.set('team_id', team.id);
    }
    return { status: 302, headers: { location: back.href } };
  }

  function redeem(form: URLSearchParams): FakeResponse {
    const given = form.get('code') ?? '';
    const code = codes.get(given);
    codes.delete(given);
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.endsAt <= seconds() || (code.challenge !== null && code.challenge !== verifier))
      return refused(400, 'oauthError', 'Authorization code is invalid.');
    if (code.redirectUri !== form.get('redirect_uri')) return refused(401, 'oauthError', 'Redirect URI mismatch.');
    return issue(code.user);
  }

  function refresh(form: URLSearchParams): FakeResponse {
    const grant = [...grants].find(({ refreshToken }) => refreshToken === form.get('refresh_token'));
    if (!grant || grant.refreshEndsAt <= seconds()) return refused(400, 'oauthError', 'Refresh token is invalid.');
    // The old pair dies.
    grants.delete(grant);
    state.refreshCount += 1;
    return issue(grant.user);
  }

  function token(query: URLSearchParams, form: URLSearchParams): FakeResponse {
    if ([...query].length > 0) return refused(400, 'invalidRequest', 'The fake wants no parameters in the address.');
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return refused(401, 'invalid_client', 'Client authentication failed.');
    if (form.get('grant_type') === 'authorization_code') return redeem(form);
    if (form.get('grant_type') === 'refresh_token') return refresh(form);
    return refused(400, 'oauthError', 'Unsupported grant type.');
  }

  function revoke(body: string): FakeResponse {
    const given = JSON.parse(body || '{}') as Record<string, unknown>;
    const grant = grantOf(String(given.accessToken));
    if (!grant || given.clientId !== clientId || given.clientSecret !== clientSecret)
      return refused(404, 'notFound', 'Failed to revoke token.');
    grants.delete(grant);
    state.revokedCount += 1;
    return { status: 204 };
  }

  return {
    state,
    /** Whose access token it is. Null if it is unknown or has expired. */
    userOf(accessToken: string): string | null {
      const grant = grantOf(accessToken);
      return grant && grant.accessEndsAt > seconds() ? grant.user : null;
    },
    /** The number of sign-ins whose tokens work. */
    grantCount: () => grants.size,
    /** Makes all tokens worthless, as when a person removes the app. */
    revokeAll: () => grants.clear(),
    respond(method: string, { pathname, searchParams }: URL, body: string): FakeResponse | null {
      if (method === 'GET' && pathname === '/oauth/authorize') return authorize(searchParams);
      if (method === 'POST' && pathname === '/v1/oauth/token') return token(searchParams, new URLSearchParams(body));
      if (method === 'POST' && pathname === '/v2/oauth/revoke') return revoke(body);
      return null;
    },
    /** What Miro says about a token. */
    context: (user: string): FakeResponse => ({
      status: 200,
      json: {
        type: 'oauth-token',
        organization: { type: 'organization', name: 'Engines', id: '3074457300000000000' },
        team,
        ...{ user: { type: 'user', name: user, id: `id-of-${user}` }, scopes: ['boards:read', 'boards:write'] },
        createdBy: { type: 'user', name: user, id: `id-of-${user}` },
      },
    }),
  };
}

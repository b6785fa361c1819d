import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../src/platform/time/clock.ts';
import type { FakeResponse } from './server.ts';

/* Microsoft's identity platform, as far as its sign-in goes: authorization code with PKCE, device code, refresh. */

export const clientId = '11111111-2222-4333-8444-555555555555';
export const clientSecret = 'client-secret-canary~1';
const tenants = ['common', 'organizations', 'consumers', 'contoso.example'];
const lifetime = 3_599;
const deviceLifetime = 900;

/** What a person does at the sign-in page. */
export type Consent = 'accept' | 'decline' | 'wait';

interface Grant {
  user: string;
  scope: string;
}

const random = (label: string) => `${label}-canary-${randomBytes(18).toString('base64url')}`;

/** An error as Microsoft writes it: with ids for the support on lines of their own. */
const refused = (error: string, description: string, status = 400): FakeResponse => ({
  status,
  json: {
    error,
    error_description: `${description}\r\nTrace ID: 00000000-0000-0000-0000-000000000000\r\nTimestamp: 2026-11-23 09:00:00Z`,
    error_codes: [70_000],
    trace_id: '00000000-0000-0000-0000-000000000000',
    correlation_id: '00000000-0000-0000-0000-000000000000',
  },
});

/** Creates the part of the fake that signs people in. */
export function createIdentity(clock: Clock, redirectUris: readonly string[]) {
  const codes = new Map<string, Grant & { redirectUri: string; challenge: string }>();
  const devices = new Map<string, Grant & { expiresAt: number; nextPollAt: number; interval: number }>();
  const refreshTokens = new Map<string, Grant>();
  const accessTokens = new Map<string, Grant & { expiresAt: number }>();
  const state = {
    /** Who signs in next. */
    user: 'ada',
    consent: 'accept' as Consent,
    /** The least time between two polls for a device, in seconds. 0 is none, and not told. */
    interval: 5,
    /** The scopes that the person does not grant. */
    withheld: [] as string[],
    /** Whether a refresh token works once. */
    rotates: true,
    /** The number of times that tokens were refreshed. */
    refreshCount: 0,
    /** The tokens and codes that were issued so far, which must show up nowhere. */
    secrets: [clientSecret] as string[],
  };
  const seconds = () => clock.now().getTime() / 1000;
  const remember = (secret: string) => {
    state.secrets.push(secret);
    return secret;
  };

  function issue({ user, scope: asked }: Grant): FakeResponse {
    const scope = asked
      .split(' ')
      .filter((name) => !state.withheld.includes(name))
      .join(' ');
    const accessToken = remember(random('access'));
    accessTokens.set(accessToken, { user, scope, expiresAt: seconds() + lifetime });
    const tokens = {
      token_type: 'Bearer',
      scope,
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: accessToken,
    };
    if (!scope.split(' ').includes('offline_access')) return { status: 200, json: tokens };
    const refreshToken = remember(random('refresh'));
    refreshTokens.set(refreshToken, { user, scope });
    return { status: 200, json: { ...tokens, refresh_token: refreshToken } };
  }

  function authorize(query: URLSearchParams): FakeResponse {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== clientId) return { status: 400, html: 'AADSTS700016: Application not found.' };
    if (!redirectUris.includes(redirectUri))
      return { status: 400, html: 'AADSTS50011: The redirect URI does not match.' };
    const challenge = query.get('code_challenge') ?? '';
    if (query.get('code_challenge_method') !== 'S256' || challenge === '') return { status: 400, html: 'No PKCE.' };
    const back = new URL(redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    if (state.consent === 'decline') {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', 'AADSTS65004: User declined to consent to access the app.');
    } else {
      const code = remember(random('code'));
      codes.set(code, { user: state.user, scope: query.get('scope') ?? '', redirectUri, challenge });
      back.searchParams.set('code', code);
      back.searchParams.set('session_state', 'some-session');
    }
    return { status: 302, headers: { location: back.href } };
  }

  function deviceCode(form: URLSearchParams): FakeResponse {
    if (form.get('client_id') !== clientId)
      return refused('unauthorized_client', 'AADSTS700016: Application not found.');
    const code = remember(random('device'));
    const { interval } = state;
    devices.set(code, {
      user: state.user,
      scope: form.get('scope') ?? '',
      expiresAt: seconds() + deviceLifetime,
      nextPollAt: seconds() + interval,
      interval,
    });
    const uri = 'https://microsoft.com/devicelogin';
    const message = `To sign in, open ${uri} and enter the code FAKE12345.`;
    const answer = { user_code: 'FAKE12345', device_code: code, verification_uri: uri, expires_in: deviceLifetime };
    return { status: 200, json: { ...answer, ...(interval > 0 && { interval }), message } };
  }

  function redeemDevice(code: string): FakeResponse {
    const device = devices.get(code);
    if (!device) return refused('bad_verification_code', 'AADSTS50004: The device code is not known.');
    if (device.expiresAt <= seconds()) return refused('expired_token', 'AADSTS70020: The device code has expired.');
    if (seconds() < device.nextPollAt) {
      device.interval += 5;
      return refused('slow_down', 'AADSTS90000: Polling too often.');
    }
    device.nextPollAt = seconds() + device.interval;
    if (state.consent === 'wait') return refused('authorization_pending', 'AADSTS70016: Authorization is pending.');
    devices.delete(code);
    if (state.consent === 'decline') return refused('authorization_declined', 'AADSTS65004: User declined.');
    return issue(device);
  }

  function token(form: URLSearchParams): FakeResponse {
    if (form.get('client_id') !== clientId)
      return refused('unauthorized_client', 'AADSTS700016: Application not found.');
    if (form.get('client_secret') !== clientSecret)
      return refused('invalid_client', 'AADSTS7000215: Invalid client secret provided.', 401);
    const grantType = form.get('grant_type');
    if (grantType === 'urn:ietf:params:oauth:grant-type:device_code')
      return redeemDevice(form.get('device_code') ?? '');
    if (grantType === 'authorization_code') {
      const given = form.get('code') ?? '';
      const code = codes.get(given);
      codes.delete(given);
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (code?.challenge !== challenge || code.redirectUri !== form.get('redirect_uri'))
        return refused('invalid_grant', 'AADSTS54005: The code was already redeemed, or does not match.');
      return issue(code);
    }
    if (grantType === 'refresh_token') {
      const given = form.get('refresh_token') ?? '';
      const grant = refreshTokens.get(given);
      if (!grant) return refused('invalid_grant', 'AADSTS70008: The refresh token has expired or was revoked.');
      if (state.rotates) refreshTokens.delete(given);
      state.refreshCount += 1;
      return issue(grant);
    }
    return refused('unsupported_grant_type', 'AADSTS70003: The grant type is not supported.');
  }

  return {
    state,
    /** Whose access token it is. Null if it is unknown or has expired. */
    userOf(accessToken: string): string | null {
      const grant = accessTokens.get(accessToken);
      return grant && grant.expiresAt > seconds() ? grant.user : null;
    },
    /** The scopes of an access token. */
    scopesOf: (accessToken: string): string[] => accessTokens.get(accessToken)?.scope.split(' ') ?? [],
    /** Makes all tokens worthless, as when a person revokes the consent. */
    revokeAll() {
      refreshTokens.clear();
      accessTokens.clear();
    },
    /** @param tenant the tenant in whose path the endpoint was asked */
    respond(
      { method, tenant, endpoint }: { method: string; tenant: string; endpoint: string },
      query: URLSearchParams,
      form: URLSearchParams,
    ): FakeResponse {
      const unknown = `AADSTS90002: Tenant '${tenant}' not found.`;
      if (!tenants.includes(tenant))
        return method === 'GET' ? { status: 400, html: unknown } : refused('invalid_tenant', unknown);
      if (method === 'GET' && endpoint === 'authorize') return authorize(query);
      if (method === 'POST' && endpoint === 'devicecode') return deviceCode(form);
      if (method === 'POST' && endpoint === 'token') return token(form);
      return { status: 404, html: 'Not found.' };
    },
  };
}

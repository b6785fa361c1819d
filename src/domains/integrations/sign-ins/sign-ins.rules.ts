import { z } from 'zod';
import type { OAuthClient } from '../../../integrations/oauth/client.ts';
import type { OutlookApp } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';

type SignIn = Row<'integrationSignIn'>;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a sign-in in the browser may take, in milliseconds. */
export const signInLifetime = 15 * minute;
/** How many sign-ins an account may start in a minute. */
export const signInLimit = { name: 'sign-in to a provider', points: 10, seconds: 60 };
/** How long a sign-in is kept after it has expired, in days. */
export const keptDays = 1;
/** The maximum number of sign-ins that are listed. */
export const maxListed = 20;
/** How much longer to wait when the provider says that it is asked too often, in seconds (RFC 8628, section 3.5). */
export const slowDownSeconds = 5;
/** How long one server may take to refresh tokens before another one may, in milliseconds. */
export const refreshLease = minute;
/** How often one waits for another who refreshes tokens, in milliseconds. */
export const refreshPoll = 200;
/** How long before they expire access tokens are refreshed, in milliseconds. */
export const refreshAhead = 2 * minute;
/** The maximum lifetime of an access token that is believed, in milliseconds. */
const maxLifetime = 24 * hour;

export const startIntegrationSignInInput = z.object({
  provider: enumOf('IntegrationProvider'),
  method: enumOf('IntegrationSignInMethod'),
});

/** The tokens of an integration, as they are sealed. */
export interface TokenCredentials {
  accessToken: string;
  /** Null if the provider issued none. */
  refreshToken: string | null;
  /** When the access token expires, in milliseconds since 1970. */
  expiresAt: number;
}

/** The scopes that are asked for at Microsoft: to read the calendar, to know whose it is, and to stay signed in. */
export const outlookScopes = ['offline_access', 'User.Read', 'Calendars.Read'];

/** The OAuth client of an app at Microsoft's identity platform. */
export function outlookClient({ clientId, clientSecret, tenant, loginUrl }: OutlookApp): OAuthClient {
  const at = (path: string) => `${loginUrl}/${tenant}/oauth2/v2.0/${path}`;
  return {
    clientId,
    clientSecret,
    issuer: `${loginUrl}/${tenant}/v2.0`,
    authorizationUrl: at('authorize'),
    tokenUrl: at('token'),
    deviceUrl: at('devicecode'),
    scope: outlookScopes.join(' '),
  };
}

/** Where the provider sends the browser back to. It has to be registered there. */
export const redirectUriOf = (publicUrl: string) => `${publicUrl}/connect/outlook/callback`;

/** The context that the secret of a sign-in is sealed with. */
export const secretContext = ({ accountId, id }: Pick<SignIn, 'accountId' | 'id'>) => `sign-in:${accountId}:${id}`;

/** When an access token expires. @param expiresIn in seconds */
export const expiryOf = (now: Date, expiresIn: number) =>
  now.getTime() + Math.min(Math.max(expiresIn, 0) * second, maxLifetime);

/** The state of a sign-in, which expires without anybody writing that down. */
export const stateAt = ({ state, expiresAt }: Pick<SignIn, 'state' | 'expiresAt'>, now: Date): SignIn['state'] =>
  state === 'WAITING' && expiresAt <= now ? 'EXPIRED' : state;

/** How a sign-in ends that the provider has refused with an error code of OAuth. */
export function refusal(code: string, message: string): { state: SignIn['state']; problem: string } {
  if (code === 'access_denied' || code === 'authorization_declined')
    return {
      state: 'DECLINED',
      problem: 'You declined, or your organization did. Start again, or ask its administrator.',
    };
  if (code === 'expired_token') return { state: 'EXPIRED', problem: 'The code has expired. Start again.' };
  return { state: 'FAILED', problem: `The provider refused the sign-in. ${message}` };
}

/** Error codes of a provider whose app is set up wrongly. To sign in again would not help. */
const setupErrors = new Set(['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope']);

/** Whether a refusal to refresh tokens is about the app of the server, not about the sign-in of a person. */
export const isSetupError = (code: string) => setupErrors.has(code);

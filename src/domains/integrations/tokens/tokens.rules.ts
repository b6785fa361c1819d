import type { Tokens } from '../../../integrations/oauth/client.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long one server may take to refresh tokens before another one may, in milliseconds. */
export const refreshLease = minute;
/** The longest time for which one server may hold others up, as the clocks of servers differ. In milliseconds. */
const longestLease = 2 * refreshLease;
/** The longest time that one waits for another who refreshes tokens, in milliseconds. */
export const longestWait = 3 * refreshLease;

/** The condition of tokens that nobody refreshes: also of those whose lease was taken by a clock that was ahead. */
export const isFree = (now: Date) => ({
  OR: [
    { refreshingUntil: null },
    { refreshingUntil: { lte: now } },
    { refreshingUntil: { gt: new Date(now.getTime() + longestLease) } },
  ],
});

/** How often one waits for another who refreshes tokens, in milliseconds. */
export const refreshPoll = 200;
/** How long before they expire access tokens are refreshed, in milliseconds. */
export const refreshAhead = 2 * minute;
/** The maximum lifetime of an access token that is believed, in milliseconds. */
const maxLifetime = 24 * hour;

/** The tokens of an integration, as they are sealed. */
export interface TokenCredentials {
  accessToken: string;
  /** Null if the provider issued none. */
  refreshToken: string | null;
  /** When the access token expires, in milliseconds since 1970. */
  expiresAt: number;
}

/** Tokens that were issued now, as they are sealed. */
export const credentialsOf = (
  { accessToken, refreshToken, expiresIn }: Omit<Tokens, 'scopes'>,
  now: Date,
): TokenCredentials => ({
  accessToken,
  refreshToken,
  expiresAt: now.getTime() + Math.min(Math.max(expiresIn, 0) * second, maxLifetime),
});

/** Error codes of a provider whose app is set up wrongly. To sign in again would not help. */
const setupErrors = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_scope',
  'invalid_tenant',
  'unsupported_grant_type',
]);

/** Whether a refusal to refresh tokens is about the app of the server, not about the sign-in of a person. */
export const isSetupError = (code: string) => setupErrors.has(code);

import type * as Library from 'oauth4webapi';
import { fetchBounded } from '../http-bounds.ts';
import { jsonText, jsonWebAddress } from '../json-values.ts';
import { OAuthError, OAuthUnavailableError } from './errors.ts';

/** An OAuth 2.0 client at an authorization server (RFC 6749). */
export interface OAuthClient {
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  readonly issuer: string;
  readonly authorizationUrl: string;
  /** What the server takes in addition to the parameters of RFC 6749 and RFC 7636. */
  readonly authorizationParameters: Readonly<Record<string, string>>;
  readonly tokenUrl: string;
  /** Null if the server issues no device codes. */
  readonly deviceUrl: string | null;
  /** The scopes to ask for. */
  readonly scopes: readonly string[];
  /** What an error of the server is in the terms of RFC 6749, for one that writes them otherwise. Null if it is none. */
  readonly errorOf?: (body: Readonly<Record<string, unknown>>) => { code: string; description: string } | null;
}

/** The tokens of a response of the token endpoint. */
export interface Tokens {
  accessToken: string;
  /** Null if the server issued none. */
  refreshToken: string | null;
  /** The lifetime of the access token, in seconds. */
  expiresIn: number;
  /** The scopes that were granted. Null if the server did not tell. */
  scopes: string[] | null;
}

/** A device code (RFC 8628). */
export interface DeviceCode {
  deviceCode: string;
  userCode: string;
  verificationUrl: string;
  /** The lifetime, in seconds. */
  expiresIn: number;
  /** The least time between two polls, in seconds. */
  interval: number;
}

/** What a browser was sent away with, and must come back with. */
export interface AuthorizationRequest {
  url: string;
  state: string;
  /** The verifier of PKCE (RFC 7636). */
  verifier: string;
}

/** The maximum length of a code that a person enters. */
const maxUserCode = 100;
/** The longest time that a device code is believed to be valid, in seconds: a day. */
const maxDeviceTime = 86_400;
const seconds = (value: number, max: number) => Math.ceil(Math.min(Math.max(value, 0), max));

/** Errors of RFC 6749 by which a server says that it cannot do what it is asked now. */
const transient = new Set(['temporarily_unavailable', 'server_error']);

/** Loaded on demand: most servers connect to nothing. */
const library = () => import('oauth4webapi');

/** The lifetime of an access token whose server does not tell it, in seconds. */
const defaultLifetime = 600;

const serverOf = ({ issuer, authorizationUrl, tokenUrl, deviceUrl }: OAuthClient): Library.AuthorizationServer => ({
  issuer,
  authorization_endpoint: authorizationUrl,
  token_endpoint: tokenUrl,
  ...(deviceUrl !== null && { device_authorization_endpoint: deviceUrl }),
});

async function prepare(client: OAuthClient) {
  const oauth = await library();
  return {
    oauth,
    server: serverOf(client),
    me: { client_id: client.clientId } satisfies Library.Client,
    authentication: client.clientSecret === null ? oauth.None() : oauth.ClientSecretPost(client.clientSecret),
    options: {
      // The configuration allows http for this machine alone.
      [oauth.allowInsecureRequests]: client.tokenUrl.startsWith('http:'),
      [oauth.customFetch]: ((url: string, init: RequestInit) => fetchFrom(client, url, init)) as typeof fetch,
    },
  };
}

/** Fetches a response, with an error in the form of RFC 6749. */
async function fetchFrom({ errorOf }: OAuthClient, url: string, init: RequestInit): Promise<Response> {
  const response = await fetchBounded(url, init);
  if (!errorOf || response.ok) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const error = errorOf(Object(body) as Record<string, unknown>);
  if (!error) return response;
  const { status, headers } = response;
  return Response.json({ error: error.code, error_description: error.description }, { status, headers });
}

/** Makes the address at which to sign in, with PKCE S256 and a random state. */
export async function authorizationRequest(client: OAuthClient, redirectUri: string): Promise<AuthorizationRequest> {
  const oauth = await library();
  const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
  const url = new URL(client.authorizationUrl);
  const parameters = {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: client.scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...client.authorizationParameters,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { url: url.href, state, verifier };
}

/**
 * Redeems the code that a browser came back with.
 * @param answer the parameters of the redirect
 * @throws OAuthError if the person declined or the server refuses the code, OAuthUnavailableError if it cannot be asked
 */
export function redeemCode(
  client: OAuthClient,
  answer: URLSearchParams,
  { state, verifier }: Pick<AuthorizationRequest, 'state' | 'verifier'>,
  redirectUri: string,
): Promise<Tokens> {
  return asked(async () => {
    const { oauth, server, me, authentication, options } = await prepare(client);
    const valid = oauth.validateAuthResponse(server, me, answer, state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      me,
      authentication,
      valid,
      redirectUri,
      verifier,
      options,
    );
    return tokensOf(await oauth.processAuthorizationCodeResponse(server, me, response));
  });
}

/** Asks for a device code. @throws OAuthError if the server refuses, OAuthUnavailableError if it cannot be asked */
export function requestDeviceCode(client: OAuthClient): Promise<DeviceCode> {
  return asked(async () => {
    const { oauth, server, me, authentication, options } = await prepare(client);
    const parameters = { scope: client.scopes.join(' ') };
    const response = await oauth.deviceAuthorizationRequest(server, me, authentication, parameters, options);
    const code = await oauth.processDeviceAuthorizationResponse(server, me, response);
    const userCode = jsonText(code.user_code, maxUserCode + 1);
    const verificationUrl = jsonWebAddress(code.verification_uri, 2_000);
    const isShowable = verificationUrl !== null && userCode.length <= maxUserCode && userCode === code.user_code;
    if (!isShowable) throw new OAuthUnavailableError(null);
    return {
      deviceCode: code.device_code,
      userCode,
      verificationUrl,
      expiresIn: seconds(code.expires_in, maxDeviceTime),
      interval: seconds(code.interval ?? 5, maxDeviceTime),
    };
  });
}

/**
 * Asks once whether the code of a device was entered.
 * @throws OAuthError with `authorization_pending` or `slow_down` while it was not, or with why it is over;
 *   OAuthUnavailableError if the server cannot be asked
 */
export function redeemDeviceCode(client: OAuthClient, deviceCode: string): Promise<Tokens> {
  return asked(async () => {
    const { oauth, server, me, authentication, options } = await prepare(client);
    const response = await oauth.deviceCodeGrantRequest(server, me, authentication, deviceCode, options);
    return tokensOf(await oauth.processDeviceCodeResponse(server, me, response));
  });
}

/**
 * Gets new tokens for a refresh token. A server that rotates refresh tokens accepts the old one no more.
 * @throws OAuthError if the server refuses the token, OAuthUnavailableError if it cannot be asked
 */
export function refreshTokens(client: OAuthClient, refreshToken: string): Promise<Tokens> {
  return asked(async () => {
    const { oauth, server, me, authentication, options } = await prepare(client);
    const response = await oauth.refreshTokenGrantRequest(server, me, authentication, refreshToken, options);
    return tokensOf(await oauth.processRefreshTokenResponse(server, me, response));
  });
}

const tokensOf = (response: Library.TokenEndpointResponse): Tokens => ({
  accessToken: response.access_token,
  refreshToken: response.refresh_token ?? null,
  expiresIn: response.expires_in ?? defaultLifetime,
  scopes: response.scope?.split(' ').filter((scope) => scope !== '') ?? null,
});

/** Runs a request, and turns the library's errors into ours. Theirs hold responses and parameters, which must not be logged. */
async function asked<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const { ResponseBodyError, AuthorizationResponseError, OperationProcessingError } = await library();
    const isTold = error instanceof ResponseBodyError || error instanceof AuthorizationResponseError;
    const status = error instanceof ResponseBodyError ? error.status : 0;
    if (isTold && status !== 429 && status < 500 && !transient.has(error.error))
      throw new OAuthError(error.error, error.error_description ?? '');
    if (error instanceof ResponseBodyError) throw new OAuthUnavailableError(error.response.headers.get('retry-after'));
    const cause = error instanceof OperationProcessingError ? error.cause : null;
    const response = cause instanceof Response ? cause : null;
    throw new OAuthUnavailableError(response?.headers.get('retry-after') ?? null);
  }
}

import { authenticateAccessToken } from '../domains/accounts/access-tokens/access-tokens.service.ts';
import { authenticateSession } from '../domains/accounts/sessions/sessions.service.ts';
import { actAs, type Context, type Viewer } from '../platform/context.ts';
import { ForbiddenError, UnauthenticatedError } from '../platform/errors.ts';
import { type PromiseOrValue, whenKnown } from '../platform/runtime/promise-or-value.ts';
import type { HeaderReader, RequestHead } from './json-post.ts';

/** The cookie that a browser is signed in with. */
export const sessionCookie = 'waymark_session';

/**
 * Headers that a page of another origin can send only after a CORS preflight. A request signed in by cookie needs one of
 * them, or any page could send it. Apollo Client and GraphiQL send one by default.
 */
export const csrfHeaders = ['x-waymark-csrf', 'apollo-require-preflight', 'x-apollo-operation-name'];

/**
 * Whether a page of any site can have a visitor's browser send this request, as a link or a form: without a header that takes
 * a CORS preflight, to whatever address the browser reaches.
 */
export function isForgeable({ method, headers }: Pick<RequestHead, 'method' | 'headers'>): boolean {
  const isForm = headers.get('content-type')?.includes('application/x-www-form-urlencoded') ?? false;
  return (method === 'GET' || isForm) && ![...csrfHeaders, 'authorization'].some((name) => headers.has(name));
}

/**
 * Like `authenticate`, but a credential that is not valid leaves the request signed out, and is told: what a document asks for
 * decides whether that is enough.
 * @throws ForbiddenError if a cookie comes without a required CSRF header
 */
export function authenticateOrReject(ctx: Context, headers: HeaderReader): PromiseOrValue<Context> {
  const reject = (error: unknown): Context => {
    if (!(error instanceof UnauthenticatedError)) throw error;
    const [, token = ''] = (headers.get('authorization') ?? '').split(' ');
    return { ...ctx, rejected: { jwt: token.startsWith('wm_') ? null : token, error } };
  };
  try {
    const signedIn = authenticate(ctx, headers);
    return signedIn instanceof Promise ? signedIn.catch(reject) : signedIn;
  } catch (error) {
    return reject(error);
  }
}

/**
 * The context with the viewer that the request is signed in as. The viewer is null if the request has no credentials.
 * @param csrf whether a cookie requires a CSRF header
 * @throws UnauthenticatedError if the token is not valid
 * @throws ForbiddenError if a cookie comes without a required CSRF header
 */
export function authenticate(ctx: Context, headers: HeaderReader, { csrf } = { csrf: true }): PromiseOrValue<Context> {
  const [scheme, token] = (headers.get('authorization') ?? '').split(' ');
  if (scheme !== undefined && scheme !== '') {
    if (scheme.toLowerCase() !== 'bearer' || !token)
      throw new UnauthenticatedError('Use the header Authorization: Bearer <token>.');
    const found = token.startsWith('wm_')
      ? authenticateAccessToken(ctx, token)
      : authenticateSession(ctx, { jwt: token });
    return whenKnown(found, (viewer) => {
      if (!viewer) throw new UnauthenticatedError('The token is unknown, expired or revoked.');
      return asViewer(ctx, viewer);
    });
  }
  return whenKnown(authenticateCookie(ctx, headers), (signedIn) => {
    if (csrf && signedIn.viewer && !csrfHeaders.some((name) => headers.has(name))) {
      throw new ForbiddenError(`A request signed in by cookie needs one of these headers: ${csrfHeaders.join(', ')}.`);
    }
    return signedIn;
  });
}

/** The context with the viewer of a session cookie alone. For pages and what they send, which bring no CSRF header. */
export async function authenticateCookie(ctx: Context, headers: Pick<HeaderReader, 'get'>): Promise<Context> {
  const cookie = readCookie(headers, sessionCookie);
  const viewer = cookie === null ? null : await authenticateSession(ctx, { cookie });
  // Browsers keep the cookie of an ended session. Such a request is signed out.
  return viewer ? asViewer(ctx, viewer) : ctx;
}

/** Acts as a viewer, of which the log takes note. */
function asViewer(ctx: Context, viewer: Viewer): Context {
  ctx.log.accountId = viewer.accountId;
  return actAs(ctx, viewer);
}

function readCookie(headers: Pick<HeaderReader, 'get'>, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value) return value;
  }
  return null;
}

import { fetchBounded } from '../http-bounds.ts';
import { GraphError } from './errors.ts';

/** How to ask Microsoft Graph. */
export interface GraphAccess {
  /** The origin of Microsoft Graph. The token goes to no other. */
  readonly origin: string;
  readonly accessToken: string;
  readonly signal?: AbortSignal;
}

/** The account that is signed in, as Microsoft Graph knows it. */
export interface GraphProfile {
  id: string;
  /** The email address. The sign-in name if it has none. */
  email: string;
}

/**
 * Gets a JSON object. An address of another origin is not asked, and gets no token.
 * @param path an absolute path, or a link as Graph gave it
 * @throws GraphError if there is no such response
 */
export async function getFromGraph(
  { origin, accessToken, signal }: GraphAccess,
  path: string,
  prefer: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const url = URL.parse(path, origin);
  if (url?.origin !== origin)
    throw new GraphError('Microsoft Graph gave a link to another server, which was not followed.');
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json',
    ...(prefer.length > 0 && { prefer: prefer.join(', ') }),
  };
  let response: Response;
  let body: unknown;
  try {
    response = await fetchBounded(url, { headers, ...(signal && { signal }) });
    body = await response.json().catch(() => null);
  } catch (error) {
    // The server stops.
    if (signal?.aborted) throw error;
    throw new GraphError('Microsoft Graph cannot be reached.');
  }
  const { status } = response;
  const object = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  if (status === 200 && object) return object;
  const { code } = Object(object?.error) as { code?: unknown };
  throw new GraphError(`Microsoft Graph responded with ${status}.`, {
    status,
    code: typeof code === 'string' ? code.slice(0, 100) : '',
    retryAfter: response.headers.get('retry-after'),
  });
}

/** The account that an access token is of. @throws GraphError if it cannot be told */
export async function readProfile(access: GraphAccess): Promise<GraphProfile> {
  const { id, mail, userPrincipalName } = await getFromGraph(access, '/v1.0/me?$select=id,mail,userPrincipalName');
  if (typeof id !== 'string' || id === '') throw new GraphError('Microsoft Graph did not say whose account it is.');
  const names = [mail, userPrincipalName].filter((name) => typeof name === 'string' && name !== '') as string[];
  return { id: id.slice(0, 200), email: (names[0] ?? id).slice(0, 254) };
}

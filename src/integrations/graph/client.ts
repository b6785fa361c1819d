import { fetchBounded } from '../http-bounds.ts';
import { GraphError } from './errors.ts';
import type { GetFromGraph } from './pages.ts';

/** How to ask Microsoft Graph. */
export interface GraphAccess {
  /** The origin of Microsoft Graph. The token goes to no other. */
  readonly origin: string;
  readonly accessToken: string;
  readonly signal?: AbortSignal;
}

/** A request that writes. */
export interface GraphWrite {
  method: 'POST' | 'PATCH' | 'DELETE';
  /** An absolute path. */
  path: string;
  json?: object;
  /** The version that must still be the present one. */
  ifMatch?: string;
  /** What the header Prefer asks for. Default: nothing. */
  prefer?: readonly string[];
}

/** Sends something to Microsoft Graph. @returns the JSON of the response; null if it has none */
export type SendToGraph = (write: GraphWrite) => Promise<Record<string, unknown> | null>;

/** How Microsoft Graph is asked. */
export interface Graph {
  readonly get: GetFromGraph;
  readonly send: SendToGraph;
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
  access: GraphAccess,
  path: string,
  prefer: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const { response, object } = await ask(access, { method: 'GET', path, prefer });
  if (response.status === 200 && object) return object;
  throw errorOf(response, object);
}

/**
 * Sends something to Microsoft Graph.
 * @returns the JSON of the response; null if it has none
 * @throws GraphError if it is not accepted, or if there is no response: then it may have been done
 */
export async function sendToGraph(access: GraphAccess, write: GraphWrite): Promise<Record<string, unknown> | null> {
  const { response, object } = await ask(access, write);
  if (response.ok) return object;
  const { message } = Object(object?.error) as { message?: unknown };
  const isTold = response.status < 500 && typeof message === 'string' && message !== '';
  throw errorOf(response, object, isTold ? ` ${message.slice(0, 300).toWellFormed()}` : '');
}

type GraphRequest = Omit<GraphWrite, 'method'> & { method: GraphWrite['method'] | 'GET' };

async function ask(
  { origin, accessToken, signal }: GraphAccess,
  { method, path, json, ifMatch, prefer = [] }: GraphRequest,
) {
  const url = URL.parse(path, origin);
  if (url?.origin !== origin)
    throw new GraphError('Microsoft Graph gave a link to another server, which was not followed.');
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json',
    ...(json && { 'content-type': 'application/json' }),
    ...(ifMatch && { 'if-match': ifMatch }),
    ...(prefer.length > 0 && { prefer: prefer.join(', ') }),
  };
  const body = json && { body: JSON.stringify(json) };
  try {
    const response = await fetchBounded(url, { method, headers, ...body, ...(signal && { signal }) });
    const told: unknown = await response.json().catch(() => null);
    const object = typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : null;
    return { response, object };
  } catch (error) {
    // The server stops.
    if (signal?.aborted) throw error;
    throw new GraphError('Microsoft Graph cannot be reached.');
  }
}

function errorOf({ status, headers }: Response, object: Record<string, unknown> | null, told = ''): GraphError {
  const { code } = Object(object?.error) as { code?: unknown };
  return new GraphError(`Microsoft Graph responded with ${status}.${told}`, {
    status,
    code: typeof code === 'string' ? code.slice(0, 100) : '',
    retryAfter: headers.get('retry-after'),
  });
}

/** The account that an access token is of. @throws GraphError if it cannot be told */
export async function readProfile(access: GraphAccess): Promise<GraphProfile> {
  const { id, mail, userPrincipalName } = await getFromGraph(access, '/v1.0/me?$select=id,mail,userPrincipalName');
  if (typeof id !== 'string' || id === '') throw new GraphError('Microsoft Graph did not say whose account it is.');
  const names = [mail, userPrincipalName].filter((name) => typeof name === 'string' && name !== '') as string[];
  return { id: id.slice(0, 200), email: (names[0] ?? id).slice(0, 254) };
}

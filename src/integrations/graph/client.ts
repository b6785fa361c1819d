import { fetchBounded } from '../http-bounds.ts';
import { hasDotSegments, jsonId, jsonObject, jsonText } from '../json-values.ts';
import { brokenLinks, GraphError } from './errors.ts';
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
 * @throws GraphError if there is no such response, or if it links to another origin
 */
export async function getFromGraph(
  access: GraphAccess,
  path: string,
  prefer: readonly string[] = [],
): Promise<Record<string, unknown>> {
  const { response, object } = await ask(access, { method: 'GET', path, prefer });
  if (response.status !== 200 || !object) throw errorOf(response, object);
  // They are kept, and followed later.
  for (const link of [object['@odata.nextLink'], object['@odata.deltaLink']])
    if (typeof link === 'string') requireFollowable(link, access.origin);
  return object;
}

/**
 * Sends something to Microsoft Graph.
 * @returns the JSON of the response; null if it has none
 * @throws GraphError if it is not accepted, or if there is no response: then it may have been done
 */
export async function sendToGraph(access: GraphAccess, write: GraphWrite): Promise<Record<string, unknown> | null> {
  const { response, object, isEmpty } = await ask(access, write);
  if (response.ok && (object || isEmpty)) return object;
  const message = response.status < 500 ? jsonText(jsonObject(object?.error).message, 300) : '';
  throw errorOf(response, object, message && ` ${message}`);
}

type GraphRequest = Omit<GraphWrite, 'method'> & { method: GraphWrite['method'] | 'GET' };

async function ask(
  { origin, accessToken, signal }: GraphAccess,
  { method, path, json, ifMatch, prefer = [] }: GraphRequest,
) {
  const url = requireFollowable(path, origin);
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
    const json: unknown = response.body === null ? null : await response.json().catch(() => null);
    const object = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
    return { response, object, isEmpty: response.body === null };
  } catch (error) {
    // The server stops.
    if (signal?.aborted) throw error;
    throw new GraphError('Microsoft Graph cannot be reached.');
  }
}

/** The maximum length of a link. */
const maxLink = 16_000;

/** The address of a path or a link. @throws GraphError if it must not be asked */
function requireFollowable(path: string, origin: string): URL {
  const url = path.length <= maxLink ? URL.parse(path, origin) : null;
  if (url?.origin !== origin)
    throw new GraphError('Microsoft Graph gave a link to another server, which was not followed.', {
      code: brokenLinks,
    });
  // A path is made of ids that Graph gave.
  if (hasDotSegments(path.replace(/[?#].*$/s, '')))
    throw new GraphError('Microsoft Graph does not have what an id stands for that is none.', { status: 404 });
  return url;
}

function errorOf({ status, headers }: Response, object: Record<string, unknown> | null, detail = ''): GraphError {
  // What is no JSON is of something between: only Graph itself can say that a request was done, or that something is gone.
  const isOfAnother = object === null && (status < 300 || status === 404);
  return new GraphError(`Microsoft Graph responded with ${status}.${detail}`, {
    status: isOfAnother ? 0 : status,
    code: jsonText(jsonObject(object?.error).code, 100),
    retryAfter: headers.get('retry-after'),
  });
}

/** The account that an access token is of. @throws GraphError if it does not say */
export async function readProfile(access: GraphAccess): Promise<GraphProfile> {
  const { id, mail, userPrincipalName } = await getFromGraph(access, '/v1.0/me?$select=id,mail,userPrincipalName');
  const account = jsonId(id, 200);
  if (account === null) throw new GraphError('Microsoft Graph did not say whose account it is.');
  return { id: account, email: jsonText(mail, 254) || jsonText(userPrincipalName, 254) || account };
}

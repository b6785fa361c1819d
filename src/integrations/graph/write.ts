import { fetchBounded } from '../http-bounds.ts';
import type { GraphAccess } from './client.ts';
import { GraphError } from './errors.ts';

/** A request that writes. */
export interface GraphWrite {
  method: 'POST' | 'PATCH' | 'DELETE';
  /** An absolute path. */
  path: string;
  json?: object;
  /** The version that must still be the present one. */
  ifMatch?: string;
}

/** Sends something to Microsoft Graph. @returns the JSON of the response; null if it has none */
export type SendToGraph = (write: GraphWrite) => Promise<Record<string, unknown> | null>;

/**
 * Sends something to Microsoft Graph.
 * @throws GraphError if it is not accepted, or if there is no response: then it may have been done
 */
export async function sendToGraph(
  { origin, accessToken, signal }: GraphAccess,
  { method, path, json, ifMatch }: GraphWrite,
): Promise<Record<string, unknown> | null> {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json',
    ...(json && { 'content-type': 'application/json' }),
    ...(ifMatch && { 'if-match': ifMatch }),
  };
  let response: Response;
  let text: string;
  try {
    const body = json && JSON.stringify(json);
    response = await fetchBounded(new URL(path, origin), {
      method,
      headers,
      ...(body && { body }),
      ...(signal && { signal }),
    });
    text = await response.text();
  } catch (error) {
    // The server stops.
    if (signal?.aborted) throw error;
    throw new GraphError('Microsoft Graph cannot be reached.');
  }
  const { status } = response;
  const object = objectIn(text);
  if (status >= 200 && status < 300) return object;
  const { code, message } = Object(object?.error) as { code?: unknown; message?: unknown };
  const told = typeof message === 'string' && message !== '' ? ` ${message.slice(0, 300).toWellFormed()}` : '';
  throw new GraphError(`Microsoft Graph responded with ${status}.${status < 500 ? told : ''}`, {
    status,
    code: typeof code === 'string' ? code.slice(0, 100) : '',
    retryAfter: response.headers.get('retry-after'),
  });
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

import type { HeaderReader } from './json-post.ts';

/** Headers of a response, by their names in lower case. */
interface HeaderWriter {
  has(name: string): boolean;
  get(name: string): string | null | undefined;
  set(name: string, value: string): unknown;
}

/** Adds headers to the response to a request, in either form. */
export type AddHeaders = (headers: HeaderWriter, request: { readonly headers: HeaderReader }) => void;

/** How long browsers use HTTPS only, in seconds: a year. */
const httpsOnlySeconds = 365 * 24 * 60 * 60;

/**
 * Adds headers to every response that does not have its own: browsers must not guess content types, and nothing is cached. If
 * clients reach the server by HTTPS, browsers must not use HTTP. Other hosts of the domain are not affected.
 */
export function addDefaultHeaders(publicUrl: string): AddHeaders {
  const defaults = Object.entries({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${httpsOnlySeconds}` }),
  });
  return (headers) => {
    for (const [name, value] of defaults) if (!headers.has(name)) headers.set(name, value);
  };
}

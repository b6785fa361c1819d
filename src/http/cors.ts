import {
  type CORSOptions,
  getCORSHeadersByRequestAndOptions,
  type ServerAdapterPlugin,
  useCORS,
} from '@whatwg-node/server';
import type { AddHeaders } from './response-headers.ts';

/** The response headers that pages may read, in addition to those that browsers always allow. */
const exposedHeaders = [
  ...[
    'content-disposition',
    'etag',
    'idempotent-replayed',
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
  ],
  ...['retry-after', 'www-authenticate', 'x-request-id'],
];

/** For how long browsers need not ask again whether they may send a request, in seconds. None keeps it for longer than two hours. */
const preflightSeconds = 7_200;

/** Responds to preflight requests, if there are origins that may read responses. `addCorsHeaders` says whether they may. */
export const respondToPreflights = (listed: readonly string[]): ServerAdapterPlugin[] =>
  listed.length === 0 ? [] : [useCORS(() => false)];

/** Lets pages of these origins read responses, including errors. Without origins, responses have no CORS headers. */
export function addCorsHeaders(listed: readonly string[]): AddHeaders {
  if (listed.length === 0) return () => {};
  return (headers, request) => {
    const origin = request.headers.get('origin');
    // Given the list, the function would allow the origin `null` to all others, and sandboxed pages have that origin.
    const options: CORSOptions | false =
      origin !== null && listed.includes(origin)
        ? { origin, credentials: true, methods: ['GET', 'POST'], exposedHeaders }
        : false;
    const added = getCORSHeadersByRequestAndOptions(request as Request, options) ?? {};
    for (const [name, value] of Object.entries(added)) headers.set(name.toLowerCase(), value);
    if (options && request.headers.has('access-control-request-method'))
      headers.set('access-control-max-age', String(preflightSeconds));
    // A cache must not serve the response to one origin to another.
    const vary = headers.get('vary');
    headers.set('vary', vary ? `${vary}, Origin` : 'Origin');
  };
}

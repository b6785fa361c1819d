import { type CORSOptions, type ServerAdapterPlugin, useCORS } from '@whatwg-node/server';

/** The response headers that pages may read, in addition to those that browsers always allow. */
const exposedHeaders = ['content-disposition', 'idempotent-replayed', 'retry-after', 'x-request-id'];

/** Lets pages of these origins read responses, including errors. Without origins, responses have no CORS headers. */
export function corsFor(listed: readonly string[]): ServerAdapterPlugin[] {
  if (listed.length === 0) return [];
  // Given the list, the plugin would allow the origin `null` to all others, and sandboxed pages have that origin.
  const optionsFor = (request: Request): CORSOptions | false => {
    const origin = request.headers.get('origin');
    if (origin === null || !listed.includes(origin)) return false;
    return { origin, credentials: true, methods: ['GET', 'POST'], exposedHeaders };
  };
  // A cache must not serve the response to one origin to another.
  return [useCORS(optionsFor), { onResponse: ({ response }) => response.headers.append('vary', 'Origin') }];
}

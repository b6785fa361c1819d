import { type CORSOptions, type ServerAdapterPlugin, useCORS } from '@whatwg-node/server';

/** What pages may read of an answer, besides what every browser lets them. */
const exposedHeaders = ['content-disposition', 'idempotent-replayed', 'retry-after', 'x-request-id'];

/** Lets pages of the listed origins read answers, refusals too. Nothing is said of origins when none is listed. */
export function corsFor(listed: readonly string[]): ServerAdapterPlugin[] {
  if (listed.length === 0) return [];
  // Given the list, the plugin would tell any other origin `null`, and sandboxed pages are that.
  const leave = (request: Request): CORSOptions | false => {
    const origin = request.headers.get('origin');
    if (origin === null || !listed.includes(origin)) return false;
    return { origin, credentials: true, methods: ['GET', 'POST'], exposedHeaders };
  };
  // No cache may give one origin's answer to another.
  return [useCORS(leave), { onResponse: ({ response }) => response.headers.append('vary', 'Origin') }];
}

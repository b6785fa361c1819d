import type { ServerAdapterPlugin } from '@whatwg-node/server';

/** How long browsers use HTTPS only, in seconds: a year. */
const httpsOnlySeconds = 365 * 24 * 60 * 60;

/**
 * Adds headers to every response that does not have its own: browsers must not guess content types, and nothing is cached. If
 * clients reach the server by HTTPS, browsers must not use HTTP. Other hosts of the domain are not affected.
 */
export function addResponseHeaders(publicUrl: string): ServerAdapterPlugin {
  const defaults = {
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${httpsOnlySeconds}` }),
  };
  return {
    onResponse({ response: { headers } }) {
      for (const [name, value] of Object.entries(defaults)) if (!headers.has(name)) headers.set(name, value);
    },
  };
}

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { tour } from './tour.ts';

/**
 * GraphiQL, all in one page: nothing is loaded from anywhere else, and the browser is told to refuse it if something tries.
 * Rendered and compressed once, when it is first asked for, and revalidated by its ETag from then on.
 */
export function createGraphiQL(): (request: Request) => Promise<Response> {
  let page: Promise<{ html: string; gzipped: Buffer; etag: string }> | undefined;

  async function render() {
    const html = renderGraphiQL({
      title: 'Waymark',
      endpoint: '/graphql',
      defaultTabs: tour,
      additionalHeaders: { 'x-waymark-csrf': '1' },
      credentials: 'same-origin',
      shouldPersistHeaders: false,
      inputValueDeprecation: true,
    });
    const gzipped = await promisify(gzip)(html, { level: 9 });
    return { html, gzipped, etag: `"${createHash('sha256').update(html).digest('base64url')}"` };
  }

  return async (request) => {
    page ??= render();
    const { html, gzipped, etag } = await page;
    const headers: Record<string, string> = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding',
      etag,
      'content-security-policy':
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; " +
        "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob: data:; connect-src 'self' blob: data:; " +
        "frame-ancestors 'none'; base-uri 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(html, { headers });
    return new Response(new Uint8Array(gzipped), { headers: { ...headers, 'content-encoding': 'gzip' } });
  };
}

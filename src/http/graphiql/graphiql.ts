import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { readStarterQueries } from './starter-queries.ts';

/** The page loads only from its own origin. The editor's workers are scripts that the page creates as blobs. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="30" height="30"><rect width="32" height="32" rx="7" ' +
  'fill="#0f766e"/><path d="M6.5 10.5 11 22l5-9.5L21 22l4.5-11.5" fill="none" stroke="#fff" stroke-width="3" ' +
  'stroke-linecap="round" stroke-linejoin="round"/></svg>';

/**
 * Fixes for two bugs of GraphiQL 5. An animation of its tabs never ends, so that a pressed tab moves away before it is
 * clicked. And each load of the page adds an empty tab unless the last query is in one of the tabs.
 */
const fixedStyle = '.graphiql-tabs .graphiql-tab { transform: none !important }';
const fixedStorage = `try {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
  localStorage.setItem('graphiql:query', tabs[activeTabIndex].query ?? '');
  localStorage.setItem('graphiql:variables', tabs[activeTabIndex].variables ?? '');
} catch {
  // Nothing is stored yet.
}`;

/** The paths of GraphiQL's script and style. */
export const graphiqlAssets = ['/graphiql.js', '/graphiql.css'];

interface File {
  type: string;
  gzipped: Buffer;
  cacheControl: string;
}

/**
 * Serves GraphiQL from this server alone; a content security policy forbids any other source. The page is rendered and
 * compressed on the first request. The script is nine megabytes and has a URL of its own, so that browsers cache it: they
 * drop the cached page with each POST to its URL.
 */
export function createGraphiQL(): (request: Request) => Promise<Response> {
  let files: Promise<Record<string, File>> | undefined;

  return async (request) => {
    files ??= render();
    const { pathname } = new URL(request.url);
    const { '/graphql': page, [pathname]: file = page } = await files;
    const { type, gzipped, cacheControl } = file as File;
    const headers: Record<string, string> = {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': cacheControl,
      vary: 'accept, accept-encoding',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    };
    if (/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
      return new Response(new Uint8Array(gzipped), { headers: { ...headers, 'content-encoding': 'gzip' } });
    }
    return new Response(new Uint8Array(await promisify(gunzip)(gzipped)), { headers });
  };
}

async function render(): Promise<Record<string, File>> {
  // Imported only where GraphiQL is on, since it holds nine megabytes of script.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    title: 'Waymark',
    logo,
    favicon: `data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`,
    endpoint: '/graphql',
    defaultTabs: readStarterQueries(),
    additionalHeaders: { 'x-waymark-csrf': '1' },
    credentials: 'same-origin' as const,
    shouldPersistHeaders: false,
    inputValueDeprecation: true,
    // The variables pane starts folded, which leaves its space to the query.
    defaultEditorToolsVisibility: false,
  };
  let script = fixedStorage;
  let style = fixedStyle;
  const html = renderGraphiQL(options)
    .replace(/<style>([\s\S]*?)<\/style>/, (_all, css: string) => {
      style = css + style;
      return `<link rel="stylesheet" href="/graphiql.css?v=${versionOf(style)}" />`;
    })
    .replace(/<script>([\s\S]*)<\/script>/, (_all, js: string) => {
      script += js;
      return `<script src="/graphiql.js?v=${versionOf(script)}"></script>`;
    });
  const immutable = 'public, max-age=31536000, immutable';
  return {
    '/graphql': await compress('text/html', html.trimStart(), 'no-cache'),
    '/graphiql.js': await compress('text/javascript', script, immutable),
    '/graphiql.css': await compress('text/css', style, immutable),
  };
}

const versionOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

async function compress(type: string, text: string, cacheControl: string): Promise<File> {
  return { type, cacheControl, gzipped: await promisify(gzip)(text) };
}

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { readStarterQueries } from './starter-queries.ts';

/** Where the page may load from: itself and nowhere else. The editor's workers are scripts that the page makes itself. */
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
 * Two faults of GraphiQL 5, put right. Its tabs are shifted aside by an animation that never ends, so that one that is
 * pressed slips away from under the pointer before it is clicked; and each time the page is loaded it adds an empty tab,
 * unless the query it showed last is among its tabs.
 */
const repairedStyle = '.graphiql-tabs .graphiql-tab { transform: none !important }';
const repairedStorage = `try {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'));
  localStorage.setItem('graphiql:query', tabs[activeTabIndex].query ?? '');
  localStorage.setItem('graphiql:variables', tabs[activeTabIndex].variables ?? '');
} catch {
  // Nothing is stored yet.
}`;

/** The paths that GraphiQL's script and style are served at, beside the page itself. */
export const graphiqlAssets = ['/graphiql.js', '/graphiql.css'];

interface File {
  type: string;
  gzipped: Buffer;
  cacheControl: string;
}

/**
 * GraphiQL, with nothing loaded from anywhere else, which the browser is told to refuse if something tries. Rendered and
 * compressed once, when it is first asked for. Its script is megabytes and comes from an address of its own, where
 * browsers keep it for good: what is at the address that operations are posted to is forgotten with every one of them.
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
  // Nine megabytes of script, which a server that shows no GraphiQL never loads.
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
    // Handed on to GraphiQL: its pane for variables stays folded until it is needed, and the query has the room.
    defaultEditorToolsVisibility: false,
  };
  let script = repairedStorage;
  let style = repairedStyle;
  const html = renderGraphiQL(options)
    .replace(/<style>([\s\S]*?)<\/style>/, (_all, css: string) => {
      style = css + style;
      return `<link rel="stylesheet" href="/graphiql.css?v=${versionOf(style)}" />`;
    })
    .replace(/<script>([\s\S]*)<\/script>/, (_all, js: string) => {
      script += js;
      return `<script src="/graphiql.js?v=${versionOf(script)}"></script>`;
    });
  const forGood = 'public, max-age=31536000, immutable';
  return {
    '/graphql': await compress('text/html', html.trimStart(), 'no-cache'),
    '/graphiql.js': await compress('text/javascript', script, forGood),
    '/graphiql.css': await compress('text/css', style, forGood),
  };
}

const versionOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

async function compress(type: string, text: string, cacheControl: string): Promise<File> {
  return { type, cacheControl, gzipped: await promisify(gzip)(text) };
}

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Context } from '../../platform/context.ts';
import { authenticateCookie } from '../authenticate.ts';
import { acceptsGzip } from '../compression.ts';
import { signInLine } from '../pages/account-views.ts';
import { icon, logo } from '../pages/logo.ts';
import { versionOf } from '../static-file.ts';
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
  "form-action 'self'",
].join('; ');

/**
 * Fixes for two bugs of GraphiQL 5. An animation of its tabs never ends, so that a pressed tab moves away before it is
 * clicked. And each load of the page adds an empty tab unless the last query is in one of the tabs.
 */
const fixedStyle = '.graphiql-tabs .graphiql-tab { transform: none !important }';

/** The line on top, about who is signed in. It takes what it needs of the height, and leaves the rest to GraphiQL. */
const lineStyle = `body { display: flex; flex-direction: column; height: 100dvh; overflow: hidden }
#root { flex: 1; min-height: 0; height: auto !important }
#root .graphiql-container { height: 100% }
.signed-in { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding: 0.375rem 1rem;
  background: #0f766e; color: #fff; font: 14px/1.4 system-ui, sans-serif }
.signed-in a, .signed-in button { color: inherit; text-decoration: underline }
.signed-in form { margin: 0 }
.signed-in button { padding: 0; border: 0; background: none; font: inherit; cursor: pointer }
.signed-in :focus-visible { outline: 2px solid #fff; outline-offset: 2px }`;
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
 * Serves GraphiQL from this server alone; a content security policy forbids any other source. The page is rendered on the first
 * request, and gets a line on top about who asks for it. The script is nine megabytes and has a URL of its own, so that
 * browsers cache it: they drop the cached page with each POST to its URL.
 */
export function createGraphiQL(): (request: Request, ctx: Context) => Promise<Response> {
  let rendered: ReturnType<typeof render> | undefined;

  return async (request, ctx) => {
    rendered ??= render();
    const { page, assets } = await rendered;
    const { type, gzipped, cacheControl } =
      assets[new URL(request.url).pathname] ??
      (await compress('text/html', page(await authenticateCookie(ctx, request.headers)), 'no-cache'));
    const headers: Record<string, string> = {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': cacheControl,
      vary: 'accept, accept-encoding, cookie',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      // Without a referrer, browsers would send the form that signs out without its origin.
      'referrer-policy': 'same-origin',
    };
    if (acceptsGzip(request.headers)) {
      return new Response(new Uint8Array(gzipped), { headers: { ...headers, 'content-encoding': 'gzip' } });
    }
    return new Response(new Uint8Array(await promisify(gunzip)(gzipped)), { headers });
  };
}

interface Rendered {
  /** The page, which says who is signed in. */
  readonly page: (ctx: Context) => string;
  /** The script and the style, by their paths. */
  readonly assets: Readonly<Record<string, File>>;
}

async function render(): Promise<Rendered> {
  // Imported only where GraphiQL is on, since it holds nine megabytes of script.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    title: 'Waymark',
    logo,
    favicon: icon,
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
  let style = fixedStyle + lineStyle;
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
  const [start = '', end = ''] = html.trimStart().split(/(?=<div id="root">)/);
  return {
    page: ({ viewer }) => `${start}${signInLine(viewer?.account.email ?? null).text}\n${end}`,
    assets: {
      '/graphiql.js': await compress('text/javascript', script, immutable),
      '/graphiql.css': await compress('text/css', style, immutable),
    },
  };
}

async function compress(type: string, text: string, cacheControl: string): Promise<File> {
  return { type, cacheControl, gzipped: await promisify(gzip)(text) };
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { acceptsGzip } from './compression.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Responds to requests for paths of the site. Null for one that it does not have. */
export type DocsSite = (pathname: string, request: Request) => Promise<Response | null>;

const redirect = new Response(null, { status: 302, headers: { location: '/docs/' } });

/**
 * The pages load from this server alone, and run only the scripts that they were made with.
 * @param html a page, whose scripts are told by their hashes
 */
function contentSecurityPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`,
    // The colors of code are written into its elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Serves the site that `npm run docs` makes. Null if there is none. The files are those that were there at the start. */
export function createDocsSite(folder = join(import.meta.dirname, '../../docs-site')): DocsSite | null {
  if (!existsSync(folder)) return null;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Set(
    entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/')),
  );

  return async (pathname, request) => {
    if (pathname === '/docs') return redirect.clone();
    // The name is looked up as it is, so that no path leads out of the folder.
    const name = pathname.slice('/docs/'.length).replace(/(^|\/)$/, '$1index.html');
    if (request.method !== 'GET' || !files.has(name)) return null;
    const type = types[extname(name)] ?? 'application/octet-stream';
    const content = await readFile(join(folder, name));
    const headers: Record<string, string> = {
      'content-type': type,
      // The names of assets change with what is in them.
      'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(extname(name) === '.html' && { 'content-security-policy': contentSecurityPolicy(content.toString()) }),
    };
    const isText = /^text|json|svg/.test(type);
    if (!isText || !acceptsGzip(request.headers))
      return new Response(content, { headers: { ...headers, ...(isText && { vary: 'accept-encoding' }) } });
    const body = await promisify(gzip)(content);
    return new Response(body, { headers: { ...headers, vary: 'accept-encoding', 'content-encoding': 'gzip' } });
  };
}

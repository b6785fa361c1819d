import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createLruMap } from '../platform/runtime/lru-map.ts';
import { respondWithFile, type StaticFile, versionOf } from './static-file.ts';

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

const redirect = () => new Response(null, { status: 302, headers: { location: '/docs/' } });

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

/** The bytes of the files that are kept, compressed ones included. The whole site of this project has less. */
const maxKeptBytes = 32 * 1024 ** 2;

/** A file of the site, and the time of the one that it was read from. */
interface KeptFile extends StaticFile {
  readonly changedAt: number;
}

async function readFileOf(path: string, name: string, changedAt: number): Promise<KeptFile> {
  const type = types[extname(name)] ?? 'application/octet-stream';
  const content = await readFile(path);
  const headers: Record<string, string> = {
    'content-type': type,
    // It is that of the file in any encoding, so it is weak.
    etag: `W/"${versionOf(content)}"`,
    // The names of assets change with what is in them.
    'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(extname(name) === '.html' && { 'content-security-policy': contentSecurityPolicy(content.toString()) }),
  };
  const gzipped = /^text|json|svg/.test(type) ? await promisify(gzip)(content) : null;
  return { content, gzipped, headers, changedAt };
}

/**
 * Serves the site that `npm run docs` makes. Null if there is none. The names are those that were there at the start. Files are
 * kept compressed until they change.
 */
export function createDocsSite(folder = join(import.meta.dirname, '../../docs-site')): DocsSite | null {
  if (!existsSync(folder)) return null;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Set(
    entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/')),
  );
  const kept = createLruMap<KeptFile>(
    maxKeptBytes,
    (_name, { content, gzipped }) => content.byteLength + (gzipped?.byteLength ?? 0),
  );

  return async (pathname, request) => {
    if (pathname === '/docs') return redirect();
    // The name is looked up as it is, so that no path leads out of the folder.
    const name = pathname.slice('/docs/'.length).replace(/(^|\/)$/, '$1index.html');
    if (request.method !== 'GET' || !files.has(name)) return null;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    // The site has been made again without it.
    if (!stats) return null;
    let file = kept.get(name);
    if (file?.changedAt !== stats.mtimeMs) {
      file = await readFileOf(path, name, stats.mtimeMs);
      kept.set(name, file);
    }
    return respondWithFile(file, request);
  };
}

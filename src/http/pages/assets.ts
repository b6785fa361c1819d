import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { acceptsGzip } from '../compression.ts';
import type { Handler } from '../head-requests.ts';

/** A file that pages load. */
export interface Asset {
  /** Its address, which changes with it, so that browsers may keep it. */
  readonly address: string;
  readonly respond: Handler;
}

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript' };

/** Reads a file beside this one, once, and serves it at `/<name>`, compressed for clients that take it so. */
export function createAsset(path: string): Asset {
  const text = readFileSync(join(import.meta.dirname, path));
  const gzipped = gzipSync(text);
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  const headers = {
    'content-type': `${types[extname(path)]}; charset=utf-8`,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  };
  return {
    address: `/${basename(path)}?v=${version}`,
    respond: (request) =>
      acceptsGzip(request.headers)
        ? new Response(gzipped, { headers: { ...headers, 'content-encoding': 'gzip' } })
        : new Response(text, { headers }),
  };
}

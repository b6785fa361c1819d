import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Handler } from '../head-requests.ts';

/** A file that pages load. */
export interface Asset {
  /** Its address, which changes with it, so that browsers may keep it. */
  readonly address: string;
  readonly respond: Handler;
}

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript' };

/** Reads a file beside this one, once, and serves it at `/<name>`. */
export function createAsset(name: string): Asset {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  const headers = {
    'content-type': `${types[extname(name)]}; charset=utf-8`,
    'cache-control': 'public, max-age=31536000, immutable',
  };
  return { address: `/${name}?v=${version}`, respond: () => new Response(text, { headers }) };
}

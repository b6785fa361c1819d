import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Handler } from '../head-requests.ts';
import { respondWithFile, versionOf } from '../static-file.ts';

/** A file that pages load. */
export interface Asset {
  /** Its address, which changes with it, so that browsers may keep it. */
  readonly address: string;
  readonly respond: Handler;
}

const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript' };

/** Reads a file beside this one, once, and serves it at `/<name>`, compressed for clients that take it so. */
export function createAsset(path: string): Asset {
  const content = readFileSync(join(import.meta.dirname, path));
  const headers = {
    'content-type': `${types[extname(path)]}; charset=utf-8`,
    'cache-control': 'public, max-age=31536000, immutable',
  };
  const file = { content, gzipped: gzipSync(content), headers };
  return {
    address: `/${basename(path)}?v=${versionOf(content)}`,
    respond: (request) => respondWithFile(file, request),
  };
}

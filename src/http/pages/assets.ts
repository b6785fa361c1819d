import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handler } from '../head-requests.ts';

const types: Record<string, string> = { css: 'text/css', js: 'text/javascript' };

/** The text of a file beside this one. */
const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

const versionOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** The path of a file that pages load. It changes with the file, so that browsers may keep it. */
export const assetPath = (name: string) => `/${name}?v=${versionOf(read(name))}`;

/** Serves a file that pages load. */
export const asset =
  (name: string): Handler =>
  () =>
    new Response(read(name), {
      headers: {
        'content-type': `${types[name.split('.').at(-1) ?? '']}; charset=utf-8`,
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/* The documents that the pages of the server send from the browser. */

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');

/** The documents of the pages: those of `insights.js`, listed when it is bundled, and those of `passkeys.js`, as it writes them. */
export const readOwnDocuments = (): string[] => [
  ...(JSON.parse(read('generated/insights-documents.json')) as string[]),
  ...Array.from(read('passkeys.js').matchAll(/`((?:query|mutation)\b[^`]*)`/g), ([, text = '']) => text),
];

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Writes a document of `docs/` that a program makes, as `npm run format` would leave it: the checks refuse any other form. */
export function writeDocument(name: string, text: string): void {
  const path = join(root, 'docs', name);
  writeFileSync(path, text);
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

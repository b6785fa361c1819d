import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'starter-queries');

/** The tabs that GraphiQL opens with, in the order of the file names. */
export function readStarterQueries(): { query: string }[] {
  const files = globSync('*.graphql', { cwd: folder }).sort();
  return files.map((file) => ({ query: readFileSync(join(folder, file), 'utf8') }));
}

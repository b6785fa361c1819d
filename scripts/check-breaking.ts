/**
 * `npm run check:breaking`: fails on a change since the last release that can break a client's operations, unless the
 * section "Unreleased" of CHANGELOG.md names it. `npm run release:schema` makes the current schema the released one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcedIn, breakingChanges } from './breaking-changes.ts';
import { root } from './root.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const announced = announcedIn(read('CHANGELOG.md'));
const changes = breakingChanges(read('schema/released.graphql'), read('schema/schema.graphql'));
const silent = changes.filter(({ coordinate }) => !announced.has(coordinate));
if (silent.length > 0) {
  console.error(`Breaking changes since the last release:

${silent.map(({ coordinate, description }) => `  \`${coordinate}\`: ${description}`).join('\n')}

Deprecate instead of removing, or name each in the section "Unreleased" of CHANGELOG.md, by its coordinate in backticks.`);
  process.exitCode = 1;
}

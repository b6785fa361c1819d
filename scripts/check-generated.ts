/** Fails when what is committed is not what the sources generate: the SDL, the typed documents made from it, and the models. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');

function read(): Map<string, string> {
  const files = globSync(['schema/schema.graphql', 'docs/MODELS.md', 'test/clients/generated/*.ts'], {
    cwd: root,
  }).sort();
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

const before = read();
for (const script of ['scripts/print-schema.ts', 'scripts/print-models.ts'])
  execFileSync(process.execPath, [script], { cwd: root });
// By its file, not by its name: that is found whether or not npm has put its folder on the path.
const codegen = fileURLToPath(new URL('bin.js', import.meta.resolve('@graphql-codegen/cli')));
execFileSync(process.execPath, [codegen, '--config', 'codegen.ts'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const after = read();
const stale = [...after.keys()].filter((file) => before.get(file) !== after.get(file));
if (stale.length > 0) {
  console.error(`Not as generated: ${stale.join(', ')}. They are now; look at the difference and commit it.`);
  process.exit(1);
}

/**
 * `npm run build`: makes the folder `build/`, which runs by itself on machines of this kind: the bundle and what it reads, the
 * packages that stay outside of it, and Node, if npm installed one. `build/bin/waymark` takes the commands of `npm run waymark`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { packagesOutside } from './bundle.ts';
import { prepare } from './prepare.ts';
import { replaceFolder } from './replace-folder.ts';
import { root } from './root.ts';

const place = join(root, 'build');

/** Files of the project. The bundle finds those of src/ where they are in the clone, and stack traces name them. */
const parts = ['bin', 'dist', 'frameworks', 'prisma/migrations', 'src', 'package.json', 'LICENSE', '.env.example'];

/** Parts of packages that only a compiler reads. */
const unused = ['better-sqlite3/deps', 'better-sqlite3/src', '@graphql-yoga/render-graphiql/typings'];

await prepare();
const made = mkdtempSync(join(root, '.dist-'));
try {
  const generated = join(root, 'src/generated');
  // The documentation, if it was made.
  for (const part of [...parts, ...(existsSync(join(root, 'docs-site')) ? ['docs-site'] : [])]) {
    cpSync(join(root, part), join(made, part), { recursive: true, filter: (path) => path !== generated });
  }
  for (const name of packagesOutside.flatMap(withBinaries)) copyPackage(name);
  const node = join(root, 'node_modules/.bin/node');
  if (existsSync(node)) {
    mkdirSync(join(made, 'node_modules/.bin'));
    cpSync(realpathSync(node), join(made, 'node_modules/.bin/node'));
  }
  // Nobody else makes it at the same time, and an older one may be running.
  replaceFolder(made, place, () => false);
} finally {
  rmSync(made, { recursive: true, force: true });
}
console.info(`Made ${place}. Copy it to where it is to run.`);

/** A package, and those for some kinds of machines that hold its binaries. Of them, npm installed the ones for this machine. */
function withBinaries(name: string): string[] {
  const siblings = readdirSync(join(root, 'node_modules', dirname(name)));
  const binaries = siblings
    .map((sibling) => `${dirname(name)}/${sibling}`)
    .filter((each) => each.startsWith(`${name}-`));
  return [name, ...binaries];
}

function copyPackage(name: string): void {
  const from = realpathSync(join(root, 'node_modules', name));
  const skipped = unused.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1));
  cpSync(from, join(made, 'node_modules', name), {
    recursive: true,
    filter: (path) => !skipped.some((part) => path === `${from}${sep}${part}`),
  });
}

/**
 * `npm run new:domain -- [<area>/]<plural-name> [--type <Singular>]`: makes a feature that works, with its model, migration,
 * code, tests and page, lists it in src/domains.ts, and generates what follows from it. It is the template in templates/domain/
 * under another name: each file there becomes the one at the same path of the project.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readModels } from './compose-schema.ts';
import { filesOf, modelsWith } from './domain-files.ts';
import { type DomainNames, NameRefused, namesOf } from './domain-names.ts';
import { root } from './root.ts';
import { diffModels } from './schema-engine.ts';

/** Throws unless the next migration would be about the new model alone, and Prisma accepts the model. */
async function requireModels(files: ReadonlyMap<string, string>): Promise<void> {
  const before = readFileSync(join(root, 'prisma/migrations/snapshot.prisma'), 'utf8');
  const now = readModels();
  if (/^[A-Z]/m.test(await diffModels('sqlite', before, now)))
    throw new NameRefused(
      'The models have changed since the last migration: run "npm run migrate:new -- <name>" first.',
    );
  try {
    await diffModels('sqlite', now, modelsWith(files));
  } catch (error) {
    // Such as the name of another model, or of a relation of accounts.
    throw new NameRefused(`Prisma refuses the model. ${(error as Error).message}`);
  }
}

/** Makes the feature, or throws before anything is written. */
async function makeDomain(names: DomainNames): Promise<void> {
  const files = filesOf(names);
  await requireModels(files);
  const paths = [...files.keys()].map((path) => `  ${existsSync(join(root, path)) ? 'changed' : 'made   '} ${path}`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: root, stdio: 'pipe' });
  // Names of other lengths break lines in other places, and sort imports in another order.
  run('biome', 'check', '--write', ...[...files.keys()].filter((path) => path.endsWith('.ts')));
  run('npm', 'run', '-s', 'migrate:new', '--', `add_${names.folder.replaceAll('-', '_')}`);
  run('npm', 'run', '-s', 'generate');
  const { area, folder, type, words } = names;
  console.info(`Made ${words}: each is a ${type}, with a title and notes.\n\n${paths.join('\n')}

The migrations are in prisma/migrations/, and the schema and MODELS.md have the new types. Next:

  npm run check    passes as it is: look at \`git status\`, and commit
  the model        give it the fields it is about in prisma/models/${area}.prisma, then \`npm run migrate:new -- <name>\`
  the texts        describe ${words}: in the model, ${folder}.schema.ts, docs/domains/${area}/${folder}.md and CHANGELOG.md

docs/ADD_A_DOMAIN.md describes each file.`);
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { type: { type: 'string' } } });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new NameRefused('Give one name: npm run new:domain -- [<area>/]reading-lists [--type ReadingList]');
  await makeDomain(namesOf(path, values.type));
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!(error instanceof NameRefused) && !code?.startsWith('ERR_PARSE_ARGS_')) throw error;
  console.error(`${message}\nNothing was written.`);
  process.exit(1);
}

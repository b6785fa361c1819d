/**
 * `npm run new:domain -- <plural-name> [--type <Singular>]`: makes a domain that works, with its model, migration,
 * code, tests and page, registers it, and generates what follows from it. What it makes is the template in templates/domain/
 * under another name: each file there becomes the one at the same path of the project.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readModels } from './compose-schema.ts';
import { filesOf, registrations } from './domain-files.ts';
import { capital, type DomainNames, NameRefused, namesOf } from './domain-names.ts';
import { diffModels } from './schema-engine.ts';

const root = join(import.meta.dirname, '..');

/** Throws unless the migration that is to come would be about the new model alone, and Prisma takes its name. */
async function requireModels(files: ReadonlyMap<string, string>): Promise<void> {
  const before = readFileSync(join(root, 'prisma/migrations/snapshot.prisma'), 'utf8');
  const now = readModels();
  if (/^[A-Z]/m.test(await diffModels('sqlite', before, now)))
    throw new NameRefused(
      'The models have changed since the last migration: npm run migrate:new -- <name> comes first.',
    );
  const models = [...files].filter(([path]) => path.startsWith('prisma/models/'));
  const accounts = readFileSync(join(root, 'prisma/models/accounts.prisma'), 'utf8');
  const after = models.reduce(
    (all, [path, text]) => (registrations[path] ? all.replace(accounts, () => text) : `${all}\n${text}`),
    now,
  );
  try {
    await diffModels('sqlite', now, after);
  } catch (error) {
    // Such as a name that another model has, or a relation of accounts.
    throw new NameRefused(`Prisma refuses the model. ${(error as Error).message}`);
  }
}

/** Makes the domain, or throws before anything is written. */
async function makeDomain(names: DomainNames): Promise<void> {
  const files = filesOf(names);
  await requireModels(files);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: root, stdio: 'pipe' });
  // Names of other lengths break lines in other places, and sort imports in another order.
  run('biome', 'check', '--write', ...[...files.keys()].filter((path) => path.endsWith('.ts')));
  run('npm', 'run', '-s', 'migrate:new', '--', `add_${names.folder.replaceAll('-', '_')}`);
  run('npm', 'run', '-s', 'generate');
  console.info(`${capital(names.words)} are a domain now; each of them is a ${names.type}, with a title and notes.\n`);
  for (const path of files.keys()) console.info(`  ${registrations[path] ? 'changed' : 'made   '} ${path}`);
  console.info(`
It has a migration for each engine (prisma/migrations/), and schema.graphql and MODELS.md say what it is. Next:

  npm run check    passes as it is: look at \`git status\`, and commit a beginning
  the model        give it the fields it is about; \`npm run migrate:new -- <name>\` then writes what changed
  the texts        say what ${names.words} are: in the model, ${names.folder}.schema.ts, docs/domains/${names.folder}.md, and CHANGELOG.md

docs/ADD_A_DOMAIN.md says what each file is for.`);
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { type: { type: 'string' } } });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new NameRefused('Say one name, in the plural: npm run new:domain -- reading-lists [--type ReadingList]');
  await makeDomain(namesOf(folder, values.type));
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!(error instanceof NameRefused) && !code?.startsWith('ERR_PARSE_ARGS_')) throw error;
  console.error(`${message}\nNothing was made.`);
  process.exit(1);
}

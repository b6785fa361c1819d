/**
 * Generates the Prisma client of each engine and the Pothos types into src/generated/, if a model, a header or a dependency
 * has changed, and bundles the programs of pages. `node scripts/generate.ts --force` always does. The server does so for its
 * engine, see prepare.ts.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { composeSchema, type Engine, engines, readModels } from './compose-schema.ts';
import { enumTextsModule } from './enum-texts.ts';
import { bundlePages } from './pages-bundle.ts';
import { replaceFolder } from './replace-folder.ts';
import { root } from './root.ts';

const generated = join(root, 'src/generated');
const stamp = join(generated, '.stamp');
const require = createRequire(import.meta.url);

/** A hash of everything the generated code depends on: models, headers, versions, and these scripts. */
function fingerprint(): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(JSON.stringify(dependencies));
  for (const script of ['generate.ts', 'enum-texts.ts']) hash.update(readFileSync(join(root, 'scripts', script)));
  for (const engine of engines) hash.update(composeSchema(engine));
  return hash.digest('hex');
}

/** Runs Prisma's generators on a schema file. */
export async function runPrismaGenerate(schema: string): Promise<void> {
  const prisma = dirname(require.resolve('prisma/package.json'));
  const env = {
    ...process.env,
    // Prisma finds the generators on the path, which npm sets only for its own scripts.
    PATH: [join(prisma, '../.bin'), process.env.PATH ?? ''].join(delimiter),
    // Prisma downloads its Rust engine unless this names an executable. Generating does not run it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const cli = join(prisma, 'build/index.js');
  await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', schema, '--no-hints'], { env });
}

/** Generates the client of one engine into a folder, and the Pothos types with the client of SQLite. */
export async function generate(engine: Engine, folder = generated): Promise<void> {
  // Prisma takes one file or one folder, and each engine needs its own header: hence a temporary file.
  const schema = join(folder, `.${engine}.prisma`);
  writeFileSync(schema, composeSchema(engine).replaceAll('"../src/generated/', '"./'));
  try {
    await runPrismaGenerate(schema);
  } finally {
    rmSync(schema, { force: true });
  }
}

/**
 * Generates the clients if they are missing or stale, which takes a few seconds. Otherwise returns within milliseconds.
 * @param options.needed the engines whose clients are needed; that of SQLite always is, which all code is typed against. Clients of
 *   others are kept up to date, if there are any.
 */
export async function generateClients({ force = false, needed = engines as readonly Engine[] } = {}): Promise<void> {
  const current = fingerprint();
  const isFresh = () =>
    existsSync(stamp) && readFileSync(stamp, 'utf8') === current && needed.every((engine) => isGenerated(engine));
  if (isFresh() && !force) return;
  // Each process generates in a folder of its own and then moves it into place as a whole, so that servers can start at once.
  const made = mkdtempSync(join(root, 'prisma/.generated-'));
  try {
    const wanted = engines.filter((engine) => needed.includes(engine) || isGenerated(engine));
    await Promise.all(wanted.map((engine) => generate(engine, made)));
    writeFileSync(join(made, 'enum-texts.ts'), enumTextsModule(readModels()));
    writeFileSync(join(made, '.stamp'), current);
    // Another process that was quicker may be reading what it made, which is the same.
    if (force || !isFresh()) replaceFolder(made, generated, isFresh);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Whether there is a client of an engine. */
export const isGenerated = (engine: Engine): boolean => existsSync(join(generated, engine));

if (process.argv[1] === import.meta.filename) {
  await Promise.all([generateClients({ force: process.argv.includes('--force') }), bundlePages()]);
  await esbuild.stop();
}

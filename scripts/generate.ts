/**
 * The Prisma client of each engine and the Pothos types, generated into src/generated/. The server does it at its start
 * when a model, a header or a version has changed since; `node scripts/generate.ts --force` does it in any case.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { composeSchema, type Engine, engines, readModels } from './compose-schema.ts';
import { enumTextsModule } from './enum-texts.ts';

const root = join(import.meta.dirname, '..');
const generated = join(root, 'src/generated');
const stamp = join(generated, '.stamp');
const require = createRequire(import.meta.url);

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const engine of engines) hash.update(composeSchema(engine));
  return hash.digest('hex');
}

/** The client of one engine, and with SQLite's the Pothos types, beside what is generated already. */
export async function generate(engine: Engine): Promise<void> {
  // Prisma takes one file or one folder, and each engine needs another header: so a file of its own, gone afterwards.
  const schema = join(root, `prisma/.${engine}.composed.prisma`);
  writeFileSync(schema, composeSchema(engine));
  try {
    const prisma = dirname(require.resolve('prisma/package.json'));
    const env = {
      ...process.env,
      // Prisma runs the generators by their names, which are on the path only where npm has put them there.
      PATH: [join(prisma, '../.bin'), process.env.PATH ?? ''].join(delimiter),
      // It looks for its Rust engine although generating needs none: any executable that exists will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    };
    const cli = join(prisma, 'build/index.js');
    await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', schema, '--no-hints'], { env });
  } finally {
    rmSync(schema, { force: true });
  }
}

/** Generates the clients when they are missing or stale, which takes some seconds; else it is done in milliseconds. */
export async function generateClients({ force = false } = {}): Promise<void> {
  const current = fingerprint();
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === current;
  if (fresh && !force) return;
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated, { recursive: true });
  await Promise.all(engines.map(generate));
  writeFileSync(join(generated, 'enum-texts.ts'), enumTextsModule(readModels()));
  writeFileSync(stamp, current);
}

if (process.argv[1] === import.meta.filename) await generateClients({ force: process.argv.includes('--force') });

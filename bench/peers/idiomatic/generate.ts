/* Generates the Prisma client of the idiomatic server into .bench/, which takes some seconds the first time. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../scripts/compose-schema.ts';
import { runPrismaGenerate } from '../../../scripts/generate.ts';
import { root } from '../../../scripts/root.ts';

const headerOf = (engine: Engine) => `
generator client {
  provider            = "prisma-client"
  output              = "./client"
  runtime             = "nodejs"
  moduleFormat        = "esm"
  importFileExtension = "ts"
}

generator pothos {
  provider     = "prisma-pothos-types"
  clientOutput = "./client/client.ts"
  output       = "./pothos.ts"
}

datasource db {
  provider = "${engine}"
}
`;

/** Generates the client of an engine unless it is there. Returns its folder. */
export async function generateIdiomaticClient(engine: Engine): Promise<string> {
  const schema = headerOf(engine) + readFileSync(join(import.meta.dirname, 'schema.prisma'), 'utf8');
  const versions = readFileSync(join(root, 'package.json'), 'utf8');
  const fingerprint = createHash('sha256').update(schema).update(versions).digest('hex').slice(0, 12);
  const folder = join(root, `.bench/idiomatic-${engine}-${fingerprint}`);
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'schema.prisma');
  writeFileSync(file, schema);
  await runPrismaGenerate(file);
  writeFileSync(done, '');
  return folder;
}

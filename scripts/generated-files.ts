/** The committed files that are generated from the sources. `node scripts/generated-files.ts` writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printDocuments } from './print-documents.ts';
import { printModels } from './print-models.ts';
import { printSdl } from './print-schema.ts';
import { root } from './root.ts';

/** Their texts, by their paths in the project: the SDL, the diagram of the models, and the tests' typed documents. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const sdl = printSdl();
  return new Map([['schema/schema.graphql', sdl], ['docs/MODELS.md', printModels()], ...(await printDocuments(sdl))]);
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of await generatedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

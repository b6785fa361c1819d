/** The committed files that are generated from the sources. `node scripts/generated-files.ts` writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printDocuments } from './print-documents.ts';
import { printModels } from './print-models.ts';
import { printConnections, printPossibleTypes, printSdl } from './print-schema.ts';
import { root } from './root.ts';

/**
 * The texts of these files by their paths in the project: the SDL, what caches of clients take of it, the diagram of the
 * models, and the typed documents of the tests, of the board and of the page /insights.
 * @throws if a document of a client does not fit the schema, once the other files are returned
 */
export async function* generatedFiles(): AsyncGenerator<[path: string, text: string]> {
  const sdl = printSdl();
  yield ['schema/schema.graphql', sdl];
  yield ['schema/possible-types.json', printPossibleTypes()];
  yield ['schema/connections.json', printConnections()];
  yield ['docs/MODELS.md', printModels()];
  yield* await printDocuments(sdl);
}

if (process.argv[1] === import.meta.filename) {
  for await (const [path, text] of generatedFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

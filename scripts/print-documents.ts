import { relative } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from '../codegen.ts';
import { root } from './root.ts';

/**
 * The typed documents of test/clients/, clients/board/ and src/insights/, by their paths in the project.
 * @param sdl the schema they are generated from
 * @throws if a document does not fit the schema
 */
export async function printDocuments(sdl: string): Promise<Map<string, string>> {
  try {
    const files: { filename: string; content: string }[] = await generate(
      { ...config, schema: sdl, cwd: root, silent: true },
      false,
    );
    return new Map(files.map(({ filename, content }) => [relative(root, filename), content]));
  } catch (error) {
    // The generator's own errors say the same several times over.
    throw new Error(error instanceof Error ? error.message : String(error));
  }
}

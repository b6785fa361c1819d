import { relative } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from '../codegen.ts';
import { root } from './root.ts';

/**
 * The typed documents of test/clients/, by their paths in the project.
 * @param sdl the schema they are generated from
 */
export async function printDocuments(sdl: string): Promise<Map<string, string>> {
  const files: { filename: string; content: string }[] = await generate(
    { ...config, schema: sdl, cwd: root, silent: true },
    false,
  );
  return new Map(files.map(({ filename, content }) => [relative(root, filename), content]));
}

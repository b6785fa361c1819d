import { readCsvLadder } from '../../../integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../integrations/ladders/markdown.ts';
import { readDocument } from '../../../integrations/yaml/documents.ts';
import { type InputIssue, InvalidInputError } from '../../../platform/errors.ts';
import { type FrameworkFile, type FrameworkSource, toFrameworkFile } from './framework-files.rules.ts';

/** What a file of a framework has, or all that is wrong with it. */
export type FrameworkReading = { readonly file: FrameworkFile } | { readonly issues: InputIssue[] };

/** Reads a file of any format. Called in a thread, into which errors of classes of our own would not come. */
export async function readFrameworkFile(source: FrameworkSource): Promise<FrameworkReading> {
  try {
    return { file: await read(source) };
  } catch (error) {
    if (error instanceof InvalidInputError) return { issues: error.issues };
    throw error;
  }
}

/** In YAML and JSON, a file has the name of the framework itself. */
async function read({ text, format, name }: FrameworkSource): Promise<FrameworkFile> {
  if (format === 'MARKDOWN' || format === 'CSV') {
    if (format === 'CSV' && !name)
      throw new InvalidInputError([{ path: ['input', 'name'], message: 'must be given: CSV has no name' }]);
    return toFrameworkFile(
      format === 'CSV' ? readCsvLadder(text, name ?? '') : await readMarkdownLadder(text, name ?? null),
    );
  }
  if (name) throw new InvalidInputError([{ path: ['input', 'name'], message: 'must not be given: the file has it' }]);
  const root = ['input', 'text'];
  return toFrameworkFile(await readDocument(text, format ?? (/^\s*\{/.test(text) ? 'JSON' : 'YAML'), root));
}

import { readCsvLadder } from '../../../integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../integrations/ladders/markdown.ts';
import type { LocatedData } from '../../../integrations/located-data.ts';
import { type DocumentFormat, readDocument, writeDocument } from '../../../integrations/yaml/documents.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { type FrameworkReading, type FrameworkSource, readFramework } from './framework-files.rules.ts';

/* What runs in a thread if it takes long. */

/**
 * Reads a file of any format.
 * @throws InvalidInputError if it is not of its format, or the name is given where it must not be or the other way round
 */
export async function readFrameworkFile(source: FrameworkSource): Promise<FrameworkReading> {
  return readFramework(await read({ ...source, text: source.text.replace(/^\uFEFF/, '') }));
}

/** In YAML and JSON, a file has the name of the framework itself. */
async function read({ text, format, name }: FrameworkSource): Promise<LocatedData> {
  if (format === 'MARKDOWN') return readMarkdownLadder(text, name ?? null);
  if (format === 'CSV') {
    if (name) return readCsvLadder(text, name);
    throw new InvalidInputError([{ path: ['input', 'name'], message: 'must be given: CSV has no name' }]);
  }
  if (name) throw new InvalidInputError([{ path: ['input', 'name'], message: 'must not be given: the file has it' }]);
  return readDocument(text, format ?? (/^\s*\{/.test(text) ? 'JSON' : 'YAML'), ['input', 'text']);
}

/** Writes a framework as a file. */
export const writeFrameworkFile = ({ file, format }: { file: object; format: DocumentFormat }): Promise<string> =>
  writeDocument(file, format);

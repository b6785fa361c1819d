import { readCsvLadder } from '../../../integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../integrations/ladders/markdown.ts';
import { readDocument } from '../../../integrations/yaml/documents.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { type FrameworkFile, type FrameworkSource, toFrameworkFile } from './framework-files.rules.ts';

/**
 * Reads a file of any format. In YAML and JSON, a file has the name of the framework itself.
 * @throws InvalidInputError with every fault of the file
 */
export async function readFrameworkFile({ text, format, name }: FrameworkSource): Promise<FrameworkFile> {
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

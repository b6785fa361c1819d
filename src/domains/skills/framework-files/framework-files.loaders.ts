import { readCsvLadder } from '../../../integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../integrations/ladders/markdown.ts';
import type { LocatedData, LocatedFault } from '../../../integrations/located-data.ts';
import { type DocumentFormat, readDocument, writeDocument } from '../../../integrations/yaml/documents.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { type FrameworkReading, type FrameworkSource, readFramework } from './framework-files.rules.ts';

/* What runs in a thread if it takes long. */

/**
 * Reads a file of any format.
 * @throws InvalidInputError if it is not of its format, or the name is given where it must not be or the other way round
 */
export async function readFrameworkFile(source: FrameworkSource): Promise<FrameworkReading> {
  const text = source.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const { faults, ...located } = await read({ ...source, text: text.replaceAll(controls, ' ') });
  return readFramework({ ...located, faults: [...controlFaults(text), ...faults] });
}

/** Control characters except tab and line breaks. */
const controls = /[^\P{Cc}\t\n]/gu;

/** A fault for each line with control characters, which are read as spaces, so that they hide no other fault. */
function controlFaults(text: string): LocatedFault[] {
  if (text.search(controls) < 0) return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.search(controls) < 0 ? [] : [{ path: [], message: 'must not have control characters', line: index + 1 }],
    );
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

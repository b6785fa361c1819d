import { crc32, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import type { ImportFormat } from '../../../integrations/imports/formats.ts';
import { type ImportedFile, ImportFileError } from '../../../integrations/imports/imported.ts';
import { type ReadOptions, type ValueMap, valuesOf } from '../../../integrations/imports/options.ts';
import { readImport } from '../../../integrations/imports/readers.ts';
import { issuesOf } from '../../../integrations/located-data.ts';
import { readDocument } from '../../../integrations/yaml/documents.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { Calendar, type CalendarSettings } from '../../../platform/time/calendar.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';

/** A file, and all that its reading depends on, in a form that can be passed to another thread. */
export interface FileToRead
  extends Pick<ReadOptions, 'fileName' | 'encoding' | 'delimiter' | 'dateOrder' | 'allNotes'> {
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  /** A document in YAML or JSON with the mapping of a CSV file, and with values of the file by what they mean here. */
  readonly mapping: string | null;
  /** Values of the file by what they mean here, beside those of the mapping. */
  readonly values: ValueMap;
  readonly now: Date;
  readonly calendar: CalendarSettings;
  readonly owner: CalendarSettings;
  readonly addresses: Parameters<typeof ownAddresses>[0];
  readonly maxRows: number;
  readonly maxUnpacked: number;
}

/** What a file has, or a sentence that says why it cannot be read. */
export type FileReading = { readonly file: ImportedFile } | { readonly refusal: string };

/**
 * Reads a file. Also called in a thread, out of which an ImportFileError would not come.
 * @throws InvalidInputError if the mapping is no document
 */
export async function readFile(file: FileToRead): Promise<FileReading> {
  try {
    return { file: await read(file) };
  } catch (error) {
    if (error instanceof ImportFileError) return { refusal: error.message };
    throw error;
  }
}

async function read({ now, calendar, owner, addresses, mapping, values, ...file }: FileToRead): Promise<ImportedFile> {
  const document = mapping === null ? null : await readMapping(mapping);
  return readImport(file.format, file.bytes, {
    ...file,
    calendar: new Calendar(now, calendar),
    owner: new Calendar(now, owner),
    values: valuesOf(document, values),
    csvMapping: document,
    isOwnEmail: ownAddresses(addresses),
    inflate: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
    crc32,
    unzstd: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: file.maxUnpacked }),
  });
}

/** The data of a mapping. @throws InvalidInputError if it is no document */
async function readMapping(mapping: string): Promise<unknown> {
  const root = ['input', 'mapping'];
  const { data, faults } = await readDocument(mapping, /^\s*\{/.test(mapping) ? 'JSON' : 'YAML', root);
  if (faults.length > 0) throw new InvalidInputError(issuesOf(faults, root));
  return data;
}

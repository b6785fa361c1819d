import { crc32, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import type { ImportFormat } from '../../../integrations/imports/formats.ts';
import {
  type ImportedFile,
  type ImportedKind,
  type ImportedRecord,
  type ImportFault,
  ImportFileError,
  type MappedField,
} from '../../../integrations/imports/imported.ts';
import { nameOfFile, type ReadOptions, type ValueMap, valuesOf } from '../../../integrations/imports/options.ts';
import { issuesOf } from '../../../integrations/located-data.ts';
import { readDocument } from '../../../integrations/yaml/documents.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { chunksOf } from '../../../platform/database/chunks.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { transactionInSteps } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { ownAddresses } from '../../accounts/accounts/accounts.rules.ts';
import { planImport } from '../../learnings/prompt-import/prompt-import.rules.ts';
import { faultOf } from './file-imports.plans.ts';
import { idsOf, importFileInput, type Planned, type ProjectTarget, planRecords } from './file-imports.rules.ts';
import { type WriteOptions, writeBlockers, writeRecords } from './file-imports.writers.ts';

/** A file of another program, and how it is read. */
export interface FileToImport {
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly projects?: ProjectTarget;
  readonly isDryRun?: boolean;
  /** The zone of times without one. Default: that of the account. */
  readonly timeZone?: string | null;
  /** When the days of the file begin, `HH:MM`. Default: at midnight. */
  readonly dayStartsAt?: string | null;
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
  readonly dateOrder?: ReadOptions['dateOrder'];
  /** A document in YAML or JSON with the mapping of a CSV file, and with values of the file by what they mean here. */
  readonly mapping?: string | null;
  /** Values of the file by what they mean here, beside those of the mapping. */
  readonly values?: ValueMap;
}

/** What an import of a file did, or would do. Each row or item that was read was taken, or left out. */
export interface FileImport {
  readonly mapping: readonly MappedField[];
  readonly readCount: number;
  readonly takenCount: number;
  readonly skipped: readonly ImportFault[];
  readonly warnings: readonly ImportFault[];
  /** The number of records by kind: those that were created, and those that were there already. */
  readonly counts: readonly { readonly kind: ImportedKind; readonly created: number; readonly unchanged: number }[];
}

/** How much is read of a file: the rows or items, and the bytes that are unpacked of an archive. */
interface FileLimits {
  readonly maxRows: number;
  readonly maxUnpacked: number;
}

const limits: FileLimits = { maxRows: 5_000_000, maxUnpacked: 256 * 1_048_576 };
/** A request is read beside the other work of the server. */
const limitsOfRequest: FileLimits = { maxRows: 5_000, maxUnpacked: 8 * 1_048_576 };

/** The number of records that are one change set. */
const stepSize = 1_000;

/** The longest time of an import, in milliseconds: a day. */
const timeout = 86_400_000;

/** Ends a dry run, of which nothing is kept. */
class DryRunEnd extends Error {
  override name = 'DryRunEnd';
}

/** The data of a mapping. @throws InvalidInputError if it is no document */
async function readMapping(mapping: string): Promise<unknown> {
  const root = ['input', 'mapping'];
  const { data, faults } = await readDocument(mapping, /^\s*\{/.test(mapping) ? 'JSON' : 'YAML', root);
  if (faults.length > 0) throw new InvalidInputError(issuesOf(faults, root));
  return data;
}

/** Reads a file. @throws ImportFileError if it is not of the format; InvalidInputError if the mapping is no document */
export async function readFile(
  ctx: ViewerContext,
  file: FileToImport,
  { maxRows, maxUnpacked } = limits,
): Promise<ImportedFile> {
  const { calendar, viewer } = ctx;
  const { mapping = null } = file;
  const document = mapping === null ? null : await readMapping(mapping);
  // Loaded on demand: most servers read no files of others.
  const { readImport } = await import('../../../integrations/imports/readers.ts');
  return readImport(file.format, file.bytes, {
    calendar: calendar.by({
      timeZone: file.timeZone ?? calendar.timeZone,
      dayStartsAt: file.dayStartsAt ?? '00:00',
      weekStartsOn: calendar.weekStartsOn,
    }),
    owner: calendar,
    fileName: file.fileName,
    encoding: file.encoding ?? null,
    delimiter: file.delimiter ?? null,
    dateOrder: file.dateOrder ?? null,
    values: valuesOf(document, file.values ?? {}),
    csvMapping: document,
    isOwnEmail: ownAddresses(viewer.account),
    ...{ maxRows, maxUnpacked },
    inflate: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
    crc32,
    unzstd: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: maxUnpacked }),
  });
}

/**
 * Imports what was read of a file. What was imported before stays as it is. All of it is written, or nothing. A dry run does the same and
 * keeps nothing, so that it says the same.
 * @param progress hears how many records were written
 */
export async function importFile(
  ctx: ViewerContext,
  read: ImportedFile,
  file: Pick<FileToImport, 'format' | 'fileName' | 'projects' | 'isDryRun'>,
  progress: (done: number, total: number) => void = () => {},
): Promise<FileImport> {
  const { accountId } = ctx.viewer;
  const { format, projects = 'LABEL', isDryRun = false } = file;
  const idOf = idsOf(accountId, format);
  const cardsOf = (card: Extract<ImportedRecord, { kind: 'PROMPT' }>) =>
    planImport(
      [{ ...card, schedule: card.schedule ?? null }],
      { accountId, title: nameOfFile(file.fileName) || 'Imported', format: promptFormats[format] ?? format },
      ctx.calendar,
    );
  const options: WriteOptions = { projects, idOf, promptOf: (card) => cardsOf(card).prompts[0] };
  const plan = planRecords(
    read,
    (record) =>
      (record.kind === 'PROMPT' ? cardsOf(record).prompts[0]?.id : undefined) ?? idOf(record.kind, record.key),
    (record) => (record.kind === 'PROMPT' ? (cardsOf(record).skipped[0]?.reason ?? null) : faultOf(record, ctx)),
  );
  const written = await writeAll(ctx, plan.records, options, isDryRun, progress);
  const all = [...read.skipped, ...plan.skipped, ...written.faults].sort(byPlaceInFile);
  const byPlace = new Map(all.map((fault) => [fault.at, fault]));
  return {
    mapping: read.mapping,
    readCount: read.readCount,
    takenCount: read.readCount - byPlace.size,
    skipped: [...byPlace.values()],
    warnings: [...read.warnings, ...plan.warnings, ...written.warnings]
      .filter(({ at }) => !byPlace.has(at))
      .sort(byPlaceInFile),
    counts: written.counts,
  };
}

const places = new Intl.Collator('en', { numeric: true });
const byPlaceInFile = (a: ImportFault, b: ImportFault) => places.compare(a.at, b.at);

/** The names of formats of prompts, which have an import of their own: what came by one is recognized by the other. */
const promptFormats: Partial<Record<ImportFormat, string>> = { ANKI: 'ANKI_TEXT' };

async function writeAll(
  ctx: ViewerContext,
  records: readonly Planned[],
  options: WriteOptions,
  isDryRun: boolean,
  progress: (done: number, total: number) => void,
) {
  let created: Planned[] = [];
  let unchanged: Planned[] = [];
  let faults: ImportFault[] = [];
  let warnings: ImportFault[] = [];
  try {
    await transactionInSteps(
      ctx,
      'importFile',
      async (step) => {
        // A transaction may run again from its start.
        [created, unchanged, faults, warnings] = [[], [], [], []];
        const chunks = [...chunksOf(records, stepSize)];
        for (const [index, some] of chunks.entries()) {
          const isLast = index === chunks.length - 1;
          await step(async (tx) => {
            const written = await writeRecords(tx, some, options);
            created.push(...written.created);
            unchanged.push(...written.unchanged);
            faults.push(...written.faults);
            warnings.push(...written.warnings);
            if (isLast) warnings.push(...(await writeBlockers(tx, created, options)));
          });
          progress(created.length + unchanged.length + faults.length, records.length);
        }
        if (isDryRun) throw new DryRunEnd();
      },
      timeout,
    );
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
  }
  const kinds = [...new Set(records.map(({ kind }) => kind))].sort();
  const countOf = (some: readonly Planned[], kind: ImportedKind) => some.filter((one) => one.kind === kind).length;
  const counts = kinds.map((kind) => ({ kind, created: countOf(created, kind), unchanged: countOf(unchanged, kind) }));
  return { faults, warnings, counts };
}

/** The most records of a file that a request imports: as many as one change set has. The command line has no such limit. */
const maxRequested = stepSize;
/** The most reviews of cards that they have together. */
const maxReviews = 20_000;

/**
 * Imports a file that a request has as base64.
 * @throws InvalidInputError if it is not of the format, or has too many records
 */
export async function importRequestedFile(
  ctx: ViewerContext,
  input: InputOf<typeof importFileInput>,
): Promise<FileImport> {
  const { content, fileName, ...options } = parseInput(ctx, importFileInput, input);
  const file = { ...options, bytes: Buffer.from(content, 'base64'), fileName: fileName ?? '' };
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'content'], message }]);
  let read: ImportedFile;
  try {
    read = await readFile(ctx, file, limitsOfRequest);
  } catch (error) {
    throw error instanceof ImportFileError ? refuse(`cannot be read. ${error.message}`) : error;
  }
  if (read.records.length > maxRequested) {
    throw refuse(`must have at most ${maxRequested} records: import larger files by the command line`);
  }
  const reviewCount = read.records.reduce((sum, one) => sum + ((one.kind === 'PROMPT' && one.reviews?.length) || 0), 0);
  if (reviewCount > maxReviews) {
    throw refuse(`must have at most ${maxReviews} reviews: import larger files by the command line`);
  }
  return importFile(ctx, read, file);
}

import { isZip } from '../../../integrations/imports/archives.ts';
import type { ImportFormat } from '../../../integrations/imports/formats.ts';
import {
  type ImportedFile,
  type ImportedKind,
  type ImportedPrompt,
  type ImportedRecord,
  type ImportFault,
  ImportFileError,
  type MappedField,
} from '../../../integrations/imports/imported.ts';
import { nameOfFile } from '../../../integrations/imports/options.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { chunksOf } from '../../../platform/database/chunks.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { type FileReader, readRequestedFile } from '../../../platform/runtime/file-reading.ts';
import { inTurns } from '../../../platform/runtime/turns.ts';
import { DryRunEnd } from '../../../platform/transactions/dry-run-end.ts';
import { transactionInSteps } from '../../../platform/transactions/transaction.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { planImport } from '../../learnings/prompt-import/prompt-import.rules.ts';
import { replayCards } from '../../learnings/prompt-import/prompt-import.service.ts';
import { maxImportTime } from '../../meetings/import/import.service.ts';
import type { FileReading, FileToRead } from './file-imports.loaders.ts';
import { type FileLimits, faultOf, toRead, withDayOfEnd } from './file-imports.plans.ts';
import {
  type FileToImport,
  fileImportLimit,
  idsOf,
  importFileInput,
  type Planned,
  planRecords,
} from './file-imports.rules.ts';
import {
  knownIds,
  cardsOf as plannedCards,
  type WriteOptions,
  writeBlockers,
  writeRecords,
} from './file-imports.writers.ts';

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

const limits: FileLimits = { maxRows: 5_000_000, maxUnpacked: 256 * 1_048_576 };
/** A request is read beside the other work of the server. */
const limitsOfRequest: FileLimits = { maxRows: 5_000, maxUnpacked: 8 * 1_048_576 };

/** The number of records that are one change set. */
const stepSize = 1_000;

/** The longest time of an import, in milliseconds: a day. */
const longest = 86_400_000;
/** The size of a file that is read in about 10 ms, in bytes. What is in an archive can be much larger than it is. */
const fewBytes = 16_384;

const reader: FileReader<FileToRead, FileReading> = {
  module: new URL('./file-imports.loaders.ts', import.meta.url),
  name: 'readFile',
  // Loaded on demand: most servers read no files of others.
  read: async (file) => (await import('./file-imports.loaders.ts')).readFile(file),
  isSmall: ({ bytes }) => bytes.length <= fewBytes && !isZip(bytes),
  path: ['input', 'content'],
  advice: 'import it by the command line',
};

interface HowToWrite {
  readonly progress?: (done: number, total: number) => void;
  readonly timeout?: number;
}

function fileOf(reading: FileReading): ImportedFile {
  if ('file' in reading) return reading.file;
  throw new ImportFileError(reading.refusal);
}

/** Reads a file of any size. @throws ImportFileError if it is not of the format; InvalidInputError if the mapping is no document */
export async function readFile(ctx: ViewerContext, file: FileToImport): Promise<ImportedFile> {
  return fileOf(await reader.read(toRead(ctx, file, limits)));
}

/**
 * Imports what was read of a file. What was imported before stays as it is. All of it is written, or nothing. A dry run does the same and
 * keeps nothing, so that it says the same.
 * @param how `progress` hears how many records were written; `timeout` is for writing them, in milliseconds. Default: a day
 */
export async function importFile(
  ctx: ViewerContext,
  read: ImportedFile,
  file: Pick<FileToImport, 'format' | 'fileName' | 'projects' | 'isDryRun'>,
  how: HowToWrite = {},
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
  const promptOf: WriteOptions['promptOf'] = (card) => cardsOf(card).prompts[0];
  const plan = await inTurns(
    planRecords(
      { records: read.records.map((record) => withDayOfEnd(record, ctx.calendar)) },
      (record) =>
        (record.kind === 'PROMPT' ? cardsOf(record).prompts[0]?.id : undefined) ?? idOf(record.kind, record.key),
      (record) => (record.kind === 'PROMPT' ? faultOfCard(cardsOf(record)) : faultOf(record, ctx)),
    ),
  );
  const replayed = await replayedBefore(ctx, plan.records, promptOf);
  const written = await writeAll(ctx, plan.records, { projects, idOf, promptOf, replayed }, isDryRun, how);
  const all = sortedByPlace([...read.skipped, ...plan.skipped, ...written.faults]);
  const byPlace = new Map(all.map((fault) => [fault.at, fault]));
  return {
    mapping: read.mapping,
    readCount: read.readCount,
    takenCount: read.readCount - byPlace.size,
    skipped: [...byPlace.values()],
    warnings: sortedByPlace(
      [...read.warnings, ...plan.warnings, ...written.warnings].filter(({ at }) => !byPlace.has(at)),
    ),
    counts: written.counts,
  };
}

/**
 * The new cards of a file with their reviews replayed, so that the transaction that writes them is shorter. Null if they are too many to
 * be in memory at once: then they are replayed a change set at a time.
 */
async function replayedBefore(ctx: ViewerContext, records: readonly Planned[], promptOf: WriteOptions['promptOf']) {
  const cards = records.filter((record): record is Planned<ImportedPrompt> => record.kind === 'PROMPT');
  if (cards.length === 0 || cards.length > maxRequested || reviewCountOf(cards) > maxReviews) return null;
  const known = await knownIds(ctx, cards);
  return replayCards(
    ctx,
    plannedCards(
      cards.filter(({ id }) => !known.has(id)),
      { promptOf },
    ),
  );
}

const reviewCountOf = (records: readonly ImportedRecord[]): number =>
  records.reduce((sum, one) => sum + ((one.kind === 'PROMPT' && one.reviews?.length) || 0), 0);

/** What is wrong with the card of a plan. */
const faultOfCard = ({ skipped: [fault] }: ReturnType<typeof planImport>) =>
  fault ? { reason: fault.reason, without: null } : null;

function sortedByPlace(faults: readonly ImportFault[]): ImportFault[] {
  const places = new Intl.Collator('en', { numeric: true });
  return faults.toSorted((a, b) => places.compare(a.at, b.at));
}

/** The names of formats of prompts, which have an import of their own: what came by one is recognized by the other. */
const promptFormats: Partial<Record<ImportFormat, string>> = { ANKI: 'ANKI_TEXT' };

async function writeAll(
  ctx: ViewerContext,
  records: readonly Planned[],
  options: WriteOptions,
  isDryRun: boolean,
  { progress = () => {}, timeout = longest }: HowToWrite,
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
 * @throws InvalidInputError if it is not of the format, has too many records, or takes too long to read; RateLimitedError after too many
 */
export async function importRequestedFile(
  ctx: ViewerContext,
  input: InputOf<typeof importFileInput>,
): Promise<FileImport> {
  const { content, fileName, ...options } = parseInput(ctx, importFileInput, input);
  const file = { ...options, bytes: Buffer.from(content, 'base64'), fileName: fileName ?? '' };
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'content'], message }]);
  await ctx.app.rateLimits.consume(fileImportLimit, ctx.viewer.accountId);
  let read: ImportedFile;
  try {
    read = fileOf(await readRequestedFile(ctx.app.calculations, reader, toRead(ctx, file, limitsOfRequest)));
  } catch (error) {
    throw error instanceof ImportFileError ? refuse(`cannot be read. ${error.message}`) : error;
  }
  if (read.records.length > maxRequested) {
    throw refuse(`must have at most ${maxRequested} records: import larger files by the command line`);
  }
  const reviewCount = reviewCountOf(read.records);
  if (reviewCount > maxReviews) {
    throw refuse(`must have at most ${maxReviews} reviews: import larger files by the command line`);
  }
  return importFile(ctx, read, file, { timeout: writingTime(read.records.length + reviewCount, maxImportTime) });
}

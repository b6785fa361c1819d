import type { Prisma } from '../generated/sqlite/client.ts';
import { actAs, type ViewerContext } from '../platform/context.ts';
import { anyRecordsOf } from '../platform/database/delegates.ts';
import { recordedModels, scalarsOf } from '../platform/database/model-relations.ts';
import { modelKeyOf, type Row } from '../platform/database/models.ts';
import { ConflictError } from '../platform/errors.ts';
import { toSearchEntry } from '../platform/search/search-documents.ts';
import { anyWriterOf } from '../platform/transactions/model-writer.ts';
import {
  type Step,
  type Transaction,
  transactionInSteps,
  unrecordedClient,
} from '../platform/transactions/transaction.ts';
import { createConflicts, sortOut } from './conflicts.ts';
import { accountColumns, type Manifest, withOwner } from './format.ts';
import { type ExportedRow, ImportFault, readExport } from './reading.ts';

/** What an import did. The change log, where it came along, is not counted. */
export interface ImportReport {
  /** How many rows were not there yet. */
  added: number;
  /** How many were there already, as they are in the file. */
  alike: number;
  /** Whether the account is now what it was when the file was written, with its settings and history. */
  whole: boolean;
}

type Tx = Transaction<ViewerContext>;
type Values = Record<string, unknown>;

/** Rows are looked up and added by this many at a time, which stays under every engine's limit of parameters. */
const batchSize = 500;

/** All of it is one transaction, which may take a day, in milliseconds. */
const timeout = 86_400_000;

/**
 * Takes the rows of a file that was checked over into the viewer's account, which need only be drafted; all or none. An account that has nothing
 * yet becomes what the exported one was: with its settings and its history, so that undo and the cursors of clients go on as
 * before. Into any other one the rows that it lacks are added, as change sets in its own history.
 * @throws ConflictError when a row is there with another content, or is somebody else's, or has what only one row can have
 */
export async function importRows(
  ctx: ViewerContext,
  file: string,
  manifest: Manifest,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportReport> {
  const whole = await isEmpty(ctx);
  const profile = toData('Account', manifest.account) as Partial<Row<'account'>>;
  // What is written about the rows, such as where they stand in the timeline, goes by the calendar they were made by.
  const acting = whole ? actAs(ctx, { ...ctx.viewer, account: { ...ctx.viewer.account, ...profile } }) : ctx;
  const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const work = async (step: Step<ViewerContext>): Promise<ImportReport> => {
    const report = { added: 0, alike: 0, whole };
    const conflicts = createConflicts();
    const isRow = ({ type }: ExportedRow) => (recordedModels as readonly string[]).includes(type);
    await step((tx) => begin(tx, whole, profile));
    let done = 0;
    for await (const batch of chunksOf(file)) {
      done += batch.length;
      onProgress?.(done, total);
      const rows = whole ? batch : batch.filter(isRow);
      const fresh = rows.length === 0 ? [] : await step((tx) => sortOut(tx, rows, whole, conflicts));
      // From the first conflict on there is nothing more to add, only more conflicts to be told of.
      if (conflicts.count === 0) await step((tx) => add(tx, fresh), { recorded: !whole });
      if (!rows.some(isRow)) continue;
      report.added += fresh.length;
      report.alike += rows.length - fresh.length;
    }
    conflicts.throwAny();
    if (whole) await step((tx) => setClock(tx, manifest));
    return report;
  };
  return transactionInSteps(acting, 'importRows', work, timeout);
}

/** Whether an account has no rows, and never had any: its history tells of itself alone. */
async function isEmpty({ db, viewer: { accountId: ownerId } }: ViewerContext): Promise<boolean> {
  if (await db.change.findFirst({ where: { ownerId, model: { not: 'Account' } } })) return false;
  for (const model of recordedModels) {
    if ((await anyRecordsOf(db, model).count({ where: { ownerId } })) > 0) return false;
  }
  return true;
}

async function begin(tx: Tx, whole: boolean, profile: Partial<Row<'account'>>): Promise<void> {
  if (whole !== (await isEmpty(tx))) throw new ConflictError('The account was written to just now. Import it again.');
  if (!whole) return;
  const { accountId } = tx.viewer;
  await unrecordedClient(tx).changeSet.deleteMany({ where: { ownerId: accountId } });
  // One that was only drafted is made with its rows, and so is not there without them.
  const account = tx.viewer.account as Prisma.AccountCreateInput;
  const update = profile as Prisma.AccountUpdateInput;
  await unrecordedClient(tx).account.upsert({ where: { id: accountId }, create: account, update });
}

async function setClock(tx: Tx, { history }: Manifest): Promise<void> {
  const { accountId: ownerId } = tx.viewer;
  await unrecordedClient(tx).changeSequence.upsert({
    where: { ownerId },
    create: { ownerId, ...history },
    update: history,
  });
}

/** Adds rows of one type. */
async function add(tx: Tx, rows: readonly ExportedRow[]): Promise<void> {
  const [{ type } = { type: '' }] = rows;
  const { accountId: ownerId } = tx.viewer;
  const data = rows.map(({ row }) => toData(type, type === 'Change' ? withOwner(row, ownerId) : row));
  if (type === 'ChangeSet') {
    await unrecordedClient(tx).changeSet.createMany({
      data: data.map((row) => ({ ...row, ownerId })) as Prisma.ChangeSetCreateManyInput[],
    });
  } else if (type === 'Change') {
    await unrecordedClient(tx).change.createMany({
      data: data.map((row) => ({ ...row, ownerId })) as Prisma.ChangeCreateManyInput[],
    });
  } else if (rows.length > 0) {
    for (const [index, { line }] of rows.entries()) requireMeaning(tx, line, type, data[index] ?? {});
    await anyWriterOf(tx, type).importRecords(data);
  }
}

/** Throws unless search and the timeline can tell what a row says: a text of it may have to be a date, for instance. */
function requireMeaning(tx: Tx, line: number, type: string, row: Values): void {
  const spec = tx.app.searchDocuments.get(modelKeyOf(type));
  try {
    if (spec) toSearchEntry(spec, row, tx.calendar);
  } catch (error) {
    throw new ImportFault(line, `${type}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The values of a line as the database's client takes them: for JSON it has a null of its own, so that there it gets none. */
function toData(type: string, row: Values): Values {
  const columns = type === 'Account' ? accountColumns : scalarsOf(type);
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = row[column.name];
      if (value === undefined || (value === null && column.type === 'Json')) return [];
      return [[column.name, column.type === 'DateTime' && value !== null ? new Date(value as string) : value]];
    }),
  );
}

/** The rows of a file, by some hundreds of one type. */
async function* chunksOf(file: string): AsyncGenerator<ExportedRow[]> {
  let batch: ExportedRow[] = [];
  for await (const part of readExport(file)) {
    if (!('line' in part)) continue;
    if (batch.length === batchSize || (batch.length > 0 && batch[0]?.type !== part.type)) {
      yield batch;
      batch = [];
    }
    batch.push(part);
  }
  if (batch.length > 0) yield batch;
}

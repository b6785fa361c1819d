import type { Prisma } from '../generated/sqlite/client.ts';
import { actAs, type ViewerContext } from '../platform/context.ts';
import { anyRecordsOf } from '../platform/database/delegates.ts';
import { recordedModels, scalarsOf } from '../platform/database/model-relations.ts';
import { modelKeyOf, type Row } from '../platform/database/models.ts';
import { ConflictError } from '../platform/errors.ts';
import { toSearchEntry } from '../platform/search/search-documents.ts';
import { anyWriterOf } from '../platform/transactions/model-writer.ts';
import { type Step, type Transaction, transactionInSteps, unrecorded } from '../platform/transactions/transaction.ts';
import { createConflicts, findNew } from './conflicts.ts';
import { accountColumns, type Manifest, withOwner } from './format.ts';
import { type ExportedRecord, ImportError, readExport } from './reading.ts';

/** The result of an import. Imported change sets are not counted. */
export interface ImportReport {
  /** The number of records that were created. */
  createdCount: number;
  /** The number of records that were there already, with the same values. */
  unchangedCount: number;
  /** Whether settings and history were imported, too, so that the account is as it was when it was exported. */
  includesHistory: boolean;
}

type Tx = Transaction<ViewerContext>;
type Values = Record<string, unknown>;

/** The number of records that are looked up and added at a time. Stays below the engines' limits of parameters. */
const batchSize = 500;

/** The maximum duration of the transaction, in milliseconds: a day. */
const timeout = 86_400_000;

/**
 * Imports a checked file into the viewer's account, which may be a draft, in one transaction. An empty account becomes what the
 * exported one was, with settings and history, so undo and cursors keep working. Otherwise the records that the account lacks
 * are added, as change sets in its own history.
 * @throws ConflictError if a record exists with other values or belongs to another account, or a unique value is in use
 */
export async function importRows(
  ctx: ViewerContext,
  file: string,
  manifest: Manifest,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportReport> {
  const includesHistory = await isEmpty(ctx);
  const profile = toData('Account', manifest.account) as Partial<Row<'account'>>;
  // Search documents place records in the timeline by the calendar of the exported account.
  const acting = includesHistory ? actAs(ctx, { ...ctx.viewer, account: { ...ctx.viewer.account, ...profile } }) : ctx;
  const total = Object.values(manifest.counts).reduce((sum, count) => sum + count, 0);
  const work = async (step: Step<ViewerContext>): Promise<ImportReport> => {
    const report = { createdCount: 0, unchangedCount: 0, includesHistory };
    const conflicts = createConflicts();
    const isRow = ({ type }: ExportedRecord) => (recordedModels as readonly string[]).includes(type);
    await step((tx) => begin(tx, includesHistory, profile));
    let done = 0;
    for await (const batch of chunksOf(file)) {
      done += batch.length;
      onProgress?.(done, total);
      const rows = includesHistory ? batch : batch.filter(isRow);
      const fresh = rows.length === 0 ? [] : await step((tx) => findNew(tx, rows, includesHistory, conflicts));
      // After a conflict nothing more is added, but further conflicts are listed.
      if (conflicts.count === 0) await step((tx) => add(tx, fresh), { recorded: !includesHistory, hooked: false });
      if (!rows.some(isRow)) continue;
      report.createdCount += fresh.length;
      report.unchangedCount += rows.length - fresh.length;
    }
    conflicts.throwAny();
    for (const hook of acting.app.afterImportHooks) {
      const isThere = hook.model !== null && Object.hasOwn(manifest.counts, hook.model);
      if (!isThere) await step((tx) => hook.complete(tx), { recorded: !includesHistory });
    }
    if (includesHistory) await step((tx) => setSequence(tx, manifest));
    return report;
  };
  return transactionInSteps(acting, 'importRows', work, timeout);
}

/** Whether an account has no records and never had any: its history has changes of the account only. */
async function isEmpty({ db, viewer: { accountId: ownerId } }: ViewerContext): Promise<boolean> {
  if (await db.change.findFirst({ where: { ownerId, model: { not: 'Account' } } })) return false;
  for (const model of recordedModels) {
    if ((await anyRecordsOf(db, model).count({ where: { ownerId } })) > 0) return false;
  }
  return true;
}

async function begin(tx: Tx, includesHistory: boolean, profile: Partial<Row<'account'>>): Promise<void> {
  if (includesHistory !== (await isEmpty(tx)))
    throw new ConflictError('The account was changed at the same time. Run the import again.');
  if (!includesHistory) return;
  const { accountId } = tx.viewer;
  const { client } = unrecorded(tx);
  await client.changeSet.deleteMany({ where: { ownerId: accountId } });
  // A draft is created together with its records, so it does not exist without them.
  const account = tx.viewer.account as Prisma.AccountCreateInput;
  const update = profile as Prisma.AccountUpdateInput;
  await client.account.upsert({ where: { id: accountId }, create: account, update });
}

async function setSequence(tx: Tx, { history }: Manifest): Promise<void> {
  const { accountId: ownerId } = tx.viewer;
  await unrecorded(tx).client.changeSequence.upsert({
    where: { ownerId },
    create: { ownerId, ...history },
    update: history,
  });
}

/** Adds records of one type. */
async function add(tx: Tx, rows: readonly ExportedRecord[]): Promise<void> {
  const [{ type } = { type: '' }] = rows;
  const { accountId: ownerId } = tx.viewer;
  const data = rows.map(({ row }) => toData(type, type === 'Change' ? withOwner(row, ownerId) : row));
  if (type === 'ChangeSet') {
    await unrecorded(tx).rows.insert(
      'changeSet',
      data.map((row) => ({ ...row, ownerId })),
    );
  } else if (type === 'Change') {
    await unrecorded(tx).rows.insert(
      'change',
      data.map((row) => ({ ...row, ownerId })),
    );
  } else if (rows.length > 0) {
    for (const [index, { line }] of rows.entries()) requireMeaning(tx, line, type, data[index] ?? {});
    await anyWriterOf(tx, type).importRecords(data);
  }
}

/** @throws ImportError if a record has no valid search document, such as for a date that is no date */
function requireMeaning(tx: Tx, line: number, type: string, row: Values): void {
  const spec = tx.app.searchDocuments.get(modelKeyOf(type));
  try {
    if (spec) toSearchEntry(spec, row, tx.calendar);
  } catch (error) {
    throw new ImportError(line, `${type}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The values of a line as Prisma takes them. A null of JSON is left out, because Prisma has its own value for it. */
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

/** The records of a file, up to 500 of one type at a time. */
async function* chunksOf(file: string): AsyncGenerator<ExportedRecord[]> {
  let batch: ExportedRecord[] = [];
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

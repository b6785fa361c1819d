import { type App, actFor, createSystemContext, type ViewerContext } from '../context.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { toUnavailable } from '../database/faults.ts';
import { modelNameOf } from '../database/models.ts';
import { type Transaction, transactionInSteps, unrecorded } from '../transactions/transaction.ts';
import { writingTime } from '../transactions/writing-time.ts';
import { scheduleRetokenizing } from './retokenize.ts';
import { reindexOwner } from './search-indexer.ts';

/** How long the documents of one owner may take, in milliseconds: one hour. A million records take minutes. */
const max = 60 * 60 * 1000;

/**
 * Writes the documents of every owner who has none, such as in a database from before search. The documents of an owner are
 * written in one transaction, so that the next start makes up for one that was interrupted, and of several servers that start
 * together one writes them.
 * @returns the number of owners that got documents
 */
async function writeMissing(app: App): Promise<number> {
  const accounts = await app.database.reads.account.findMany({ where: { searchDocuments: { none: {} } } });
  let reindexed = 0;
  for (const account of accounts) {
    const ctx = actFor(createSystemContext(app), account);
    const records = await countIndexed(ctx);
    if (records === 0) continue;
    const write = async (tx: Transaction<ViewerContext>) => {
      const mine = { where: { ownerId: account.id } };
      if ((await tx.db.searchDocument.count(mine)) > 0) return;
      await reindexOwner(
        { ...unrecorded(tx), knownWords: app.knownWords, afterCommit: tx.afterCommit },
        app.searchDocuments,
        account.id,
        null,
        tx.calendar,
      );
      if ((await tx.db.searchDocument.count(mine)) > 0) reindexed += 1;
    };
    await transactionInSteps(ctx, 'reindex', (step) => step(write), writingTime(records, max));
  }
  return reindexed;
}

/** The number of a viewer's records that may have documents. */
async function countIndexed({ app, db, viewer: { accountId: ownerId } }: ViewerContext): Promise<number> {
  const models = [...app.searchDocuments.keys()].map(modelNameOf);
  const counts = await Promise.all(models.map((model) => anyRecordsOf(db, model).count({ where: { ownerId } })));
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Brings the search documents of a database from before up to date: writes those that are missing, and lets a job give new tokens
 * to those of an earlier version. Leaves that to the next start if the database cannot be written.
 */
export async function reindex(app: App): Promise<void> {
  try {
    const reindexed = await writeMissing(app);
    if (reindexed > 0) app.log.info({ accounts: reindexed }, 'search documents written');
    await scheduleRetokenizing(createSystemContext(app));
  } catch (error) {
    if (!toUnavailable(error)) throw error;
    app.log.warn(
      { err: error },
      'search documents are written by the next start, as the database cannot be written now',
    );
  }
}

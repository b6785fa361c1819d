import { type App, actFor, createContext, type ViewerContext } from '../context.ts';
import { newId } from '../database/ids.ts';
import { type Transaction, transactionInSteps, unrecordedClient } from '../transactions/transaction.ts';
import { reindexOwner } from './search-indexer.ts';

/** How long the documents of one owner may take, in milliseconds: an hour, for a million rows take minutes. */
const max = 60 * 60 * 1000;

/**
 * Writes the documents of every owner who has none: what a database holds that was filled before there were documents. An
 * owner's are written all at once or not at all, so that a start that is cut short is made up for by the next one, and of
 * several servers that start together one does it. Answers how many owners it wrote any for.
 */
export async function reindex(app: App): Promise<number> {
  const accounts = await app.database.reads.account.findMany({ where: { searchDocuments: { none: {} } } });
  let rebuilt = 0;
  for (const account of accounts) {
    const ctx = actFor(createContext(app, newId(), { address: 'server', userAgent: 'server' }), account);
    const rebuild = async (tx: Transaction<ViewerContext>) => {
      const mine = { where: { ownerId: account.id } };
      if ((await tx.db.searchDocument.count(mine)) > 0) return;
      await reindexOwner(unrecordedClient(tx), app.searchDocuments, account.id, null, tx.calendar);
      if ((await tx.db.searchDocument.count(mine)) > 0) rebuilt += 1;
    };
    await transactionInSteps(ctx, 'rebuildDocuments', (step) => step(rebuild), max);
  }
  return rebuilt;
}

import { setImmediate as turn } from 'node:timers/promises';
import { actFor, type Context } from '../context.ts';
import { exponential } from '../jobs/backoff.ts';
import { enqueue, type JobKind } from '../jobs/jobs.ts';
import { transaction, unrecorded } from '../transactions/transaction.ts';
import { tokensOfDocument } from './search-documents.ts';
import { tokenizerVersion } from './tokenizer.ts';
import { addToVocabulary } from './vocabulary.ts';

/*
 * A new version of the tokenizer makes other tokens. A job gives them to the documents of a database from before, while the
 * server runs: until a document has them, it is found by words without accents as they are written.
 */

const kind = 'retokenizeDocuments';

/** The number of documents that are written in one transaction. */
const batchSize = 50;

/** The first documents with earlier tokens, of one owner, as many as are written in one transaction. */
async function nextBatch({ db }: Context): Promise<{ ownerId: string; numbers: number[] } | null> {
  const found = await db.searchDocument.findMany({
    where: { tokenizer: { lt: tokenizerVersion } },
    orderBy: [{ tokenizer: 'asc' }, { number: 'asc' }],
    take: batchSize,
    select: { number: true, ownerId: true },
  });
  const [first] = found;
  if (!first) return null;
  const { ownerId } = first;
  return { ownerId, numbers: found.filter((one) => one.ownerId === ownerId).map(({ number }) => number) };
}

/** Enqueues the job if there are documents with earlier tokens. It is due whatever the clock says. */
export async function scheduleRetokenizing(ctx: Context): Promise<void> {
  const job = { kind, payload: {}, key: kind, at: new Date(0) };
  if (await nextBatch(ctx)) await transaction(ctx, kind, (tx) => enqueue(tx, [job]));
}

/** Gives new tokens to all documents with earlier ones, in small transactions. After an interruption it goes on where it was. */
const retokenize: JobKind = {
  async run(ctx, { signal }) {
    for (let next = await nextBatch(ctx); next; next = await nextBatch(ctx)) {
      signal.throwIfAborted();
      const { ownerId, numbers } = next;
      const account = await ctx.db.account.findUnique({ where: { id: ownerId } });
      // Its documents are deleted with it.
      if (!account) continue;
      await transaction(actFor(ctx, account), kind, async (tx) => {
        const { client, rows } = unrecorded(tx);
        const documents = await client.searchDocument.findMany({
          where: { ownerId, number: { in: numbers }, tokenizer: { lt: tokenizerVersion } },
          select: { ownerId: true, rowId: true, title: true, text: true },
        });
        for (const document of documents) {
          const target = { column: 'rowId', values: [document.rowId], owner: ['ownerId', ownerId] } as const;
          const tokens = tokensOfDocument(document);
          await rows.update('searchDocument', target, tokens, []);
          const { knownWords } = tx.app;
          await addToVocabulary({ rows, knownWords, afterCommit: tx.afterCommit }, [{ ownerId, ...tokens }]);
          // A long text takes some milliseconds.
          await turn();
        }
      });
    }
  },
  maxAttempts: 10,
  backoff: (attempt) => exponential(attempt, 10_000, 3_600_000),
  releaseKeyWhenDone: true,
  postponeWhenGivenUp: true,
};

/** The jobs of search. */
export const searchJobs: Readonly<Record<string, JobKind>> = { [kind]: retokenize };

import { actFor, type Context } from '../context.ts';
import type { Row } from '../database/models.ts';
import type { RecurringJob } from '../jobs/jobs.ts';
import { transaction, unrecorded } from '../transactions/transaction.ts';
import { unusedTokens } from './full-text-query.ts';
import { wordToken } from './tokenizer.ts';
import { keysOf, wordOfKey } from './typing-errors.ts';

/** The number of words that are looked at in one transaction. */
const batchSize = 200;

const day = 24 * 60 * 60 * 1000;

/** Deletes the words that no document of an owner has any more. */
async function forgetWordsOf(ctx: Context, account: Row<'account'>): Promise<void> {
  const ownerId = account.id;
  for (let after = 'f'; ; ) {
    const words = await ctx.db.searchWord.findMany({
      where: { ownerId, key: { gt: after, lt: 'g' } },
      orderBy: { key: 'asc' },
      take: batchSize,
    });
    const tokens = words.map(({ key }) => wordToken(wordOfKey(key)));
    const unused = await unusedTokens(ctx, ownerId, tokens);
    if (unused.size > 0) {
      await transaction(actFor(ctx, account), 'forgetWords', async (tx) => {
        // Once more: a document may have been written since.
        const still = await unusedTokens(tx, ownerId, [...unused]);
        const keys = words.flatMap(({ key }) => (still.has(wordToken(wordOfKey(key))) ? keysOf(wordOfKey(key)) : []));
        await unrecorded(tx).client.searchWord.deleteMany({ where: { ownerId, key: { in: keys } } });
        tx.app.knownWords.clear();
      });
    }
    const last = words.at(-1);
    if (!last || words.length < batchSize) return;
    after = last.key;
  }
}

/** Once a day, the vocabularies are rid of words that no document has any more, such as those of permanently deleted records. */
export const forgetWords: RecurringJob = {
  name: 'forgetWords',
  every: day,
  async run(ctx) {
    for (const account of await ctx.db.account.findMany()) await forgetWordsOf(ctx, account);
  },
};

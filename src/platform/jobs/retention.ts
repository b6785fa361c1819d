import type { Context } from '../context.ts';
import type { Where } from '../database/models.ts';
import type { ModelWriter, Write } from '../transactions/model-writer.ts';
import { transaction } from '../transactions/transaction.ts';

/** Rows that no owner's history has, of which old ones are removed by the server itself. */
type CleanableKey = 'job' | 'session' | 'refreshToken' | 'signInLink' | 'webhookDelivery';

const rowsAtOnce = 500;

/**
 * Removes rows that nobody needs any longer, 500 in a transaction, so that no one waits long for it. Answers how many.
 * @param name what is being done, for the log
 */
export async function deleteExpired<K extends CleanableKey>(
  ctx: Context,
  name: string,
  key: K,
  where: Where<K>,
): Promise<number> {
  const table = ctx.db[key] as unknown as { findMany(query: object): Promise<{ id: string }[]> };
  for (let removed = 0; ; ) {
    const old = await table.findMany({ where, take: rowsAtOnce, select: { id: true } });
    if (old.length === 0) return removed;
    await transaction(ctx, name, (tx) => {
      const writer = (tx.write as Write)[key] as unknown as ModelWriter<K>;
      return writer.delete({ AND: [where, { id: { in: old.map(({ id }) => id) } }] } as unknown as Where<K>);
    });
    removed += old.length;
    if (old.length < rowsAtOnce) return removed;
  }
}

/** The moment some days before now. */
export const daysBefore = (ctx: Context, days: number) => new Date(ctx.calendar.now.getTime() - days * 86_400_000);

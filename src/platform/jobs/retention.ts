import type { Context } from '../context.ts';
import { recordsOf } from '../database/delegates.ts';
import { modelNameOf, type Row, type Where } from '../database/models.ts';
import { anyWriterOf, type WritableKey } from '../transactions/model-writer.ts';
import { transaction } from '../transactions/transaction.ts';
import type { RecurringJob } from './jobs.ts';

/** The models whose records have no owner and so are in no history. */
type UnownedKey = {
  [K in WritableKey]: Row<K> extends { ownerId: string } ? never : Row<K> extends { id: string } ? K : never;
}[WritableKey];

/** Which records of a model are deleted after a time. Each feature says so for its own models. */
export interface Retention<K extends UnownedKey = UnownedKey> {
  readonly model: K;
  /** The condition of the records that have expired, as of now. */
  readonly expired: (ctx: Context) => Where<K>;
  /** How many are deleted in one transaction, so that other writers do not wait long. Default: 500. */
  readonly batchSize?: number;
}

/** Deletes the records that have expired. @returns the number of deleted records */
export async function deleteExpired(ctx: Context, name: string, retentions: readonly Retention[]): Promise<number> {
  let deleted = 0;
  for (const retention of retentions) deleted += await deleteExpiredOf(ctx, name, retention);
  return deleted;
}

async function deleteExpiredOf(
  ctx: Context,
  name: string,
  { model, expired, batchSize = 500 }: Retention,
): Promise<number> {
  const where = expired(ctx);
  for (let deleted = 0; ; ) {
    const some = await recordsOf(ctx.db, model).findMany({ where, take: batchSize, select: { id: true } });
    if (some.length === 0) return deleted;
    const ids = some.map(({ id }) => id);
    await transaction(ctx, name, (tx) =>
      // Under the condition once more: a record may have been renewed since it was read.
      anyWriterOf(tx, modelNameOf(model)).delete({ AND: [where, { id: { in: ids } }] }),
    );
    deleted += some.length;
    if (some.length < batchSize) return deleted;
  }
}

/** The recurring job that deletes expired records. @param every in milliseconds */
export const retentionJob = (name: string, every: number, retentions: readonly Retention[]): RecurringJob => ({
  name,
  every,
  run: (ctx) => deleteExpired(ctx, name, retentions),
});

/** The time some days before now. */
export const daysBefore = (ctx: Context, days: number) => new Date(ctx.calendar.now.getTime() - days * 86_400_000);

import type { Context } from '../context.ts';
import { type ModelKey, modelNameOf, type Row, type UpdateData } from '../database/models.ts';
import { anyWriterOf, type WritableKey } from '../transactions/model-writer.ts';

/** The models whose records are credentials that know when they were last used. */
type CredentialKey = {
  [K in ModelKey]: Row<K> extends { id: string; lastUsedAt: Date | null } ? K : never;
}[ModelKey] &
  WritableKey;

/** The precision of `lastUsedAt` by default, in milliseconds. A finer one would cost a write with every request. */
const minute = 60_000;

/**
 * Notes that a credential is used now. Its `lastUsedAt` is written after the response, to within a minute, so that no request
 * fails because the database cannot be written.
 * @param options.precision how much later than the last use counts as another one, in milliseconds
 * @param options.changes what else the use changes
 */
export function noteUse<K extends CredentialKey>(
  ctx: Context,
  model: K,
  { id, lastUsedAt }: { id: string; lastUsedAt: Date | null },
  { precision = minute, changes }: { precision?: number; changes?: UpdateData<K> } = {},
): void {
  const { now } = ctx.calendar;
  if (now.getTime() - (lastUsedAt?.getTime() ?? 0) < precision) return;
  ctx.app.deferredWrites.defer(`${model} ${id}`, (tx) =>
    anyWriterOf(tx, modelNameOf(model)).update({ id }, { lastUsedAt: now, ...changes }),
  );
}

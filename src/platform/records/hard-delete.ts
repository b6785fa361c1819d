import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { toGlobalId } from '../database/global-ids.ts';
import { childModels, parentOfChild, parentsFirst, referencesTo } from '../database/model-relations.ts';
import { anyWriterOf } from '../transactions/model-writer.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { ownedAmong } from './ownership.ts';

type Tx = Transaction<ViewerContext>;

/**
 * Permanently deletes records of the viewer, everything that requires them, and the records that name any of it by a global
 * id. Optional references become null. The database could do most of this by itself, but would not record it in the change log.
 * @returns the number of deleted records of each model
 */
export async function cascadeDelete(tx: Tx, model: string, ids: readonly string[]): Promise<Map<string, number>> {
  const doomed = new Map([[model, new Set(ids)]]);
  await collect(tx, model, [...ids], doomed);
  await collectNodeReferences(tx, doomed);
  await nullifyReferences(tx, doomed);
  await bumpParents(tx, doomed);
  const removed = new Map<string, number>();
  for (const one of parentsFirst.toReversed()) {
    const rowIds = [...(doomed.get(one) ?? [])].sort();
    if (rowIds.length === 0) continue;
    removed.set(one, (await inChunks(rowIds, (some) => anyWriterOf(tx, one).delete({ id: { in: some } }))).length);
  }
  return removed;
}

/**
 * Which of some of the viewer's records others refer to: by a column, or by a global id, as links do.
 * @param except models whose references do not count
 */
export async function referredAmong(
  tx: Tx,
  target: string,
  ids: readonly string[],
  except: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  const add = async (model: string, column: string, values: readonly string[], idOf: (value: string) => string) => {
    const rows = await inChunks(values, (some) => {
      const where = { [column]: { in: some }, ownerId: tx.viewer.accountId };
      return anyRecordsOf(tx.db, model).findMany({ where, select: { [column]: true } });
    });
    for (const row of rows) found.add(idOf(String(row[column as keyof typeof row])));
  };
  for (const { model, column } of referencesTo(target))
    if (!except.includes(model)) await add(model, column, ids, (id) => id);
  const byGlobalId = new Map(ids.map((id) => [toGlobalId(target, id), id]));
  for (const { model, columns } of tx.app.nodeReferences)
    for (const column of columns)
      await add(model, column, [...byGlobalId.keys()], (globalId) => byGlobalId.get(globalId) as string);
  return found;
}

type Doomed = Map<string, Set<string>>;

/** The ids of the viewer's records of a model that have one of some values in a column. */
async function referring(tx: Tx, model: string, column: string, ids: readonly string[]): Promise<string[]> {
  const found = await inChunks(ids, (some) => {
    const where = { [column]: { in: some }, ownerId: tx.viewer.accountId };
    return anyRecordsOf(tx.db, model).findMany({ where, select: { id: true } });
  });
  return found.map(({ id }) => id);
}

/** Adds the records that require some others, directly or through further ones. */
async function collect(tx: Tx, target: string, ids: readonly string[], doomed: Doomed): Promise<void> {
  if (ids.length === 0) return;
  for (const { model, column } of referencesTo(target).filter(({ required }) => required)) {
    const known = doomed.get(model) ?? new Set();
    const added = (await referring(tx, model, column, ids)).filter((id) => !known.has(id));
    doomed.set(model, known.union(new Set(added)));
    await collect(tx, model, added, doomed);
  }
}

/** Adds the records that name a doomed one by a global id. */
async function collectNodeReferences(tx: Tx, doomed: Doomed): Promise<void> {
  const globalIds = [...doomed].flatMap(([model, ids]) => [...ids].map((id) => toGlobalId(model, id)));
  for (const { model, columns } of tx.app.nodeReferences) {
    const found = new Set(doomed.get(model));
    for (const column of columns) for (const id of await referring(tx, model, column, globalIds)) found.add(id);
    doomed.set(model, found);
  }
}

/** Bumps the versions of records that lose a child record but stay: what they show has changed. */
async function bumpParents(tx: Tx, doomed: Doomed): Promise<void> {
  for (const model of childModels) {
    const { target, column } = parentOfChild(model);
    const children = await inChunks([...(doomed.get(model) ?? [])], (some) =>
      anyRecordsOf(tx.db, model).findMany({ where: ownedAmong(tx.viewer, some) }),
    );
    const parents = new Set(children.map((child) => String(child[column])));
    const staying = [...parents.difference(doomed.get(target) ?? new Set())].sort();
    await inChunks(staying, (some) => anyWriterOf(tx, target).touch({ id: { in: some } }));
  }
}

/** Sets optional references to doomed records to null. */
async function nullifyReferences(tx: Tx, doomed: Doomed): Promise<void> {
  for (const [target, ids] of doomed) {
    for (const { model, column } of referencesTo(target).filter(({ required }) => !required)) {
      const goes = doomed.get(model) ?? new Set();
      const staying = (await referring(tx, model, column, [...ids])).filter((id) => !goes.has(id)).sort();
      await inChunks(staying, (some) => anyWriterOf(tx, model).update({ id: { in: some } }, { [column]: null }));
    }
  }
}

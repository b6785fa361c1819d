import { inBatches } from '../database/chunks.ts';
import type { ViewerContext } from '../context.ts';
import { toGlobalId } from '../database/ids.ts';
import { holderOf, parentsFirst, partModels, referencesTo } from '../database/model-relations.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { keyOf, type ModelWriter } from '../transactions/model-writer.ts';

type Tx = Transaction<ViewerContext>;

const tableOf = (tx: Tx, model: string) =>
  tx.db[keyOf(model)] as unknown as { findMany(query: object): Promise<{ id: string }[]> };
const writerOf = (tx: Tx, model: string) =>
  tx.write[keyOf(model) as keyof Tx['write']] as unknown as ModelWriter<'task'>;

/**
 * Removes some of the viewer's rows for good, and with them what cannot be without them and the links that lead to or from
 * any of it; whatever else names them names nothing from then on. The database would do most of this by itself, but then the
 * change log would not know of it. Answers how many rows of each model are gone.
 */
export async function removeRows(tx: Tx, model: string, ids: readonly string[]): Promise<Map<string, number>> {
  const going = new Map([[model, new Set(ids)]]);
  await collect(tx, model, [...ids], going);
  await collectLinks(tx, going);
  await letGo(tx, going);
  await touchHolders(tx, going);
  const removed = new Map<string, number>();
  for (const one of parentsFirst.toReversed()) {
    const rowIds = [...(going.get(one) ?? [])];
    if (rowIds.length === 0) continue;
    removed.set(one, (await inBatches(rowIds, (some) => writerOf(tx, one).delete({ id: { in: some } }))).length);
  }
  return removed;
}

type Going = Map<string, Set<string>>;

/** The ids of the viewer's rows of a model that name one of some others in a column. */
async function naming(tx: Tx, model: string, column: string, ids: readonly string[]): Promise<string[]> {
  const found = await inBatches(ids, (some) => {
    const where = { [column]: { in: some }, ownerId: tx.viewer.accountId };
    return tableOf(tx, model).findMany({ where, select: { id: true } });
  });
  return found.map(({ id }) => id);
}

/** Adds what cannot be without some rows, and what cannot be without that. */
async function collect(tx: Tx, target: string, ids: readonly string[], going: Going): Promise<void> {
  if (ids.length === 0) return;
  for (const { model, column } of referencesTo(target).filter(({ required }) => required)) {
    const known = going.get(model) ?? new Set();
    const added = (await naming(tx, model, column, ids)).filter((id) => !known.has(id));
    going.set(model, known.union(new Set(added)));
    await collect(tx, model, added, going);
  }
}

async function collectLinks(tx: Tx, going: Going): Promise<void> {
  const globalIds = [...going].flatMap(([model, ids]) => [...ids].map((id) => toGlobalId(model, id)));
  const links = new Set(going.get('Link'));
  for (const column of ['fromId', 'toId']) {
    for (const id of await naming(tx, 'Link', column, globalIds)) links.add(id);
  }
  going.set('Link', links);
}

/** Raises the versions of rows that stay without a part: what they show has changed, though nothing in their own columns. */
async function touchHolders(tx: Tx, going: Going): Promise<void> {
  for (const model of partModels) {
    const { target, column } = holderOf(model);
    const parts = await inBatches([...(going.get(model) ?? [])], (some) =>
      tableOf(tx, model).findMany({ where: { id: { in: some }, ownerId: tx.viewer.accountId } }),
    );
    const holders = new Set(parts.map((part) => (part as Record<string, string>)[column] ?? ''));
    const staying = [...holders.difference(going.get(target) ?? new Set())];
    await inBatches(staying, (some) => writerOf(tx, target).touch({ id: { in: some } }));
  }
}

/** Empties the columns of rows that stay and name one that goes. */
async function letGo(tx: Tx, going: Going): Promise<void> {
  for (const [target, ids] of going) {
    for (const { model, column } of referencesTo(target).filter(({ required }) => !required)) {
      const goes = going.get(model) ?? new Set();
      const staying = (await naming(tx, model, column, [...ids])).filter((id) => !goes.has(id));
      await inBatches(staying, (some) => writerOf(tx, model).update({ id: { in: some } }, { [column]: null }));
    }
  }
}

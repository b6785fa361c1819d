import type { ViewerContext } from '../context.ts';
import { eachWithTurns, inChunksWithTurns, inChunksYielding } from '../database/chunks.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import {
  isTrashableModel,
  parentColumnOf,
  parentsFirst,
  referencesOf,
  referencesTo,
  uniquesOf,
} from '../database/model-relations.ts';
import { columnsOf, type HierarchyKey, modelKeyOf } from '../database/models.ts';
import { type NodeRef, nodeKeyOf } from '../database/node-refs.ts';
import { ConflictError, type ConflictingNode } from '../errors.ts';
import { caseFold } from '../search/case-folding.ts';
import { anyWriterOf } from '../transactions/model-writer.ts';
import type { NetChange, Values } from '../transactions/net-changes.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { cascadeDelete } from './hard-delete.ts';
import { requireParent, requirePlace, trashSubtree } from './hierarchies.ts';

/* Reverts changes through the model writer, so that the reversal is recorded like any change. */

type Tx = Transaction<ViewerContext>;

/** The number of records that are reverted by some statements each before others take a turn. */
const revertedInTurn = 10;

const keyOf = ({ model, rowId }: NetChange) => nodeKeyOf({ type: model, id: rowId });

const own = (tx: Tx, where: object) => ({ where: { AND: [where, { ownerId: tx.viewer.accountId }] } });

/** The viewer's records that have one of some values in a column. */
const findListed = (tx: Tx, model: string, column: string, values: readonly unknown[]) =>
  inChunksYielding(values, (some) => anyRecordsOf(tx.db, model).findMany(own(tx, { [column]: { in: some } })));

/**
 * Reverts net changes: trashes or deletes what was created, re-inserts what was deleted, restores the values of what was
 * updated.
 * @throws ConflictError if a record cannot be as it was because of other records; the transaction must then be rolled back
 */
export async function revertChanges(tx: Tx, netChanges: readonly NetChange[]): Promise<void> {
  const of = (action: NetChange['action']) => netChanges.filter((netChange) => netChange.action === action);
  await revertCreations(tx, of('CREATE'));
  await revertDeletions(tx, of('DELETE'));
  await revertUpdates(tx, of('UPDATE'));
}

/** Moves created records to the trash, or deletes those that cannot be there. Children of a trashed record stay with it. */
async function revertCreations(tx: Tx, created: readonly NetChange[]): Promise<void> {
  const made = await withoutReinserted(tx, created);
  const keys = new Set(made.map(keyOf));
  const trashable = made.filter(({ model }) => isTrashableModel(model));
  const trashed = new Set(trashable.map(keyOf));
  const staysWith = ({ model, after }: NetChange) =>
    referencesOf(model).some(
      ({ column, target, required }) => required && trashed.has(nodeKeyOf({ type: target, id: String(after[column]) })),
    );
  for (const [model, rows] of Map.groupBy(trashable, (netChange) => netChange.model)) {
    const rowIds = rows.map(({ rowId }) => rowId);
    if (columnsOf(modelKeyOf(model)).includes('parentId')) {
      const key = modelKeyOf(model) as HierarchyKey;
      await eachWithTurns(rowIds, (id) => trashSubtree(tx, key, { id }), revertedInTurn);
    } else {
      const trashedAt = tx.calendar.now;
      await inChunksWithTurns(rowIds, (some) =>
        anyWriterOf(tx, model).update({ id: { in: some }, trashedAt: null }, { trashedAt }),
      );
    }
  }
  const removed = made.filter((netChange) => !trashed.has(keyOf(netChange)) && !staysWith(netChange));
  for (const model of parentsFirst.toReversed()) {
    const rowIds = removed.filter((netChange) => netChange.model === model).map(({ rowId }) => rowId);
    if (rowIds.length === 0) continue;
    await requireUnreferenced(tx, model, rowIds, keys);
    await inChunksWithTurns(rowIds, (some) => anyWriterOf(tx, model).delete({ id: { in: some } }));
  }
}

/**
 * Deletes the records that were in the trash when they were created: they had been deleted permanently, and an undo re-inserted
 * them. Returns the other records, as far as they are still there.
 */
async function withoutReinserted(tx: Tx, created: readonly NetChange[]): Promise<readonly NetChange[]> {
  const reinserted = created.filter(({ model, after }) => isTrashableModel(model) && Boolean(after.trashedAt));
  if (reinserted.length === 0) return created;
  const byModel = (changes: readonly NetChange[]) => Map.groupBy(changes, ({ model }) => model);
  for (const [model, rows] of byModel(reinserted))
    await cascadeDelete(
      tx,
      model,
      rows.map(({ rowId }) => rowId),
    );
  const left = new Set<string>();
  for (const [model, rows] of byModel(created)) {
    const ids = rows.map(({ rowId }) => rowId);
    for (const { id } of await findListed(tx, model, 'id', ids)) left.add(nodeKeyOf({ type: model, id }));
  }
  return created.filter((netChange) => left.has(keyOf(netChange)));
}

/** @throws ConflictError if other records refer to the doomed ones */
async function requireUnreferenced(
  tx: Tx,
  model: string,
  rowIds: string[],
  doomed: ReadonlySet<string>,
): Promise<void> {
  for (const { model: other, column } of referencesTo(model)) {
    const rows = await findListed(tx, other, column, rowIds);
    const staying = rows.map(({ id }) => ({ type: other, id })).filter((node) => !doomed.has(nodeKeyOf(node)));
    if (staying.length > 0) throw conflictWith('Other records refer to it', staying, column);
  }
}

/** Re-inserts deleted records under their ids. */
async function revertDeletions(tx: Tx, removed: readonly NetChange[]): Promise<void> {
  for (const model of parentsFirst) {
    const rows = removed.filter((netChange) => netChange.model === model);
    if (rows.length === 0) continue;
    const values = rows.map(({ before }) => before);
    const ids = rows.map(({ rowId }) => rowId);
    const taken = await inChunksYielding(ids, (some) =>
      anyRecordsOf(tx.db, model).findMany({ where: { id: { in: some } } }),
    );
    if (taken.length > 0) throw new ConflictError('The id of a deleted record is in use again.');
    await requireTargets(tx, model, values);
    await requireUnique(tx, model, values);
    for (const some of layersOf(model, values))
      await inChunksWithTurns(some, (few) => anyWriterOf(tx, model).reinsert(few));
    const parent = parentColumnOf(model);
    for (const row of parent === null ? [] : values) {
      // The tree above may have grown meanwhile. Below a record that came back with it, a record is where it was.
      const above = row[parent as string];
      if (typeof above !== 'string' || ids.includes(above)) continue;
      await requirePlace(tx, modelKeyOf(model) as HierarchyKey, above, String(row.id));
    }
  }
}

/** Records in an order in which each comes after those of the same model that it refers to: they are trees. */
function* layersOf(model: string, rows: readonly Values[]): Generator<readonly Values[]> {
  const columns = referencesOf(model).flatMap(({ column, target }) => (target === model ? [column] : []));
  for (let rest = rows; rest.length > 0; ) {
    const waiting = new Set(rest.map(({ id }) => id));
    const isReady = (row: Values) => columns.every((column) => row[column] === row.id || !waiting.has(row[column]));
    const ready = rest.filter(isReady);
    yield ready.length > 0 ? ready : rest;
    rest = ready.length > 0 ? rest.filter((row) => !isReady(row)) : [];
  }
}

/** Restores the earlier values of records. A record of which only child records had changed is touched. */
async function revertUpdates(tx: Tx, changed: readonly NetChange[]): Promise<void> {
  const alike = Map.groupBy(changed, ({ model, before }) => JSON.stringify([model, before]));
  await eachWithTurns([...alike.values()], (rows) => revertAlike(tx, rows), revertedInTurn);
}

/** Restores the same values of some records. */
async function revertAlike(tx: Tx, rows: readonly NetChange[]): Promise<void> {
  const { model, before } = rows[0] as NetChange;
  const rowIds = rows.map(({ rowId }) => rowId);
  if (Object.keys(before).length === 0) {
    await inChunksWithTurns(rowIds, (some) => anyWriterOf(tx, model).touch({ id: { in: some } }));
    return;
  }
  await requireTargets(tx, model, [before]);
  if (typeof before.parentId === 'string') {
    const [key, parentId] = [modelKeyOf(model) as HierarchyKey, before.parentId];
    // In the trash, a record may be below another that is there, as it was before that one was permanently deleted.
    const there = await findListed(tx, model, 'id', rowIds);
    for (const { id, trashedAt } of there) await (trashedAt ? requirePlace : requireParent)(tx, key, parentId, id);
  }
  const twins = Object.entries(before).map(([field, value]) => [`${field}Normalized`, caseFold(String(value))]);
  const is = { ...Object.fromEntries(twins), ...before };
  if (uniquesOf(model).some((columns) => columns.some((column) => column in is))) {
    const now = await findListed(tx, model, 'id', rowIds);
    const asBefore = now.map((row) => ({ ...row, ...is }));
    await requireUnique(tx, model, asBefore);
  }
  await inChunksWithTurns(rowIds, (some) => anyWriterOf(tx, model).update({ id: { in: some } }, before));
}

/** @throws ConflictError unless the records that some records refer to exist, or are re-inserted with them */
async function requireTargets(tx: Tx, model: string, rows: readonly Values[]): Promise<void> {
  for (const { column, target } of referencesOf(model)) {
    const named = new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])));
    // A record of the same model may be re-inserted by the same undo.
    const together = target === model ? new Set(rows.map(({ id }) => id)) : new Set();
    const ids = [...named].filter((id) => !together.has(id));
    if (ids.length === 0) continue;
    const there = new Set((await findListed(tx, target, 'id', ids)).map(({ id }) => id));
    const gone = ids.filter((id) => !there.has(id)).map((id) => ({ type: target, id }));
    if (gone.length > 0) throw conflictWith('A record that it refers to was deleted', gone);
  }
}

/** @throws ConflictError if another record has a unique value of these */
async function requireUnique(tx: Tx, model: string, rows: readonly Values[]): Promise<void> {
  const ids = new Set(rows.map(({ id }) => id));
  for (const columns of uniquesOf(model)) {
    // Null is never a duplicate.
    const given = rows.filter((row) => columns.every((column) => row[column] !== null && row[column] !== undefined));
    const wanted = given.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
    await inChunksWithTurns(
      wanted,
      async (some) => {
        const same = await anyRecordsOf(tx.db, model).findMany(own(tx, { OR: some }));
        const others = same.filter(({ id }) => !ids.has(id)).map(({ id }) => ({ type: model, id }));
        if (others.length > 0) throw conflictWith('A unique value is in use by another record', others);
      },
      100,
    );
  }
}

function conflictWith(message: string, nodes: readonly NodeRef[], field?: string): ConflictError {
  const conflicts: ConflictingNode[] = nodes.slice(0, 100).map((node) => ({ ...node, fields: field ? [field] : [] }));
  const more = nodes.length > 5 ? `, and ${nodes.length - 5} more` : '';
  return new ConflictError(`${message}: ${nodes.slice(0, 5).map(nodeKeyOf).join(', ')}${more}.`, conflicts);
}

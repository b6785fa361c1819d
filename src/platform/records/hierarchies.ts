import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import type { HierarchyKey, Row, UpdateData, Where } from '../database/models.ts';
import { InvalidInputError } from '../errors.ts';
import { writerOf } from '../transactions/model-writer.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { findOwned, orNotFound, requireVersion, type Target } from './records.ts';

/** Rows that are part of others of their model, such as subtasks: how their trees grow, and go to the trash as a whole. */

type Tx = Transaction<ViewerContext>;

/** How many levels a tree can have; also what bounds every walk along it. */
export const maxTreeDepth = 10;

/** The ids of the viewer's rows right below some others, of those that meet a condition. */
async function below(tx: Tx, key: HierarchyKey, ids: string[], alike: object): Promise<string[]> {
  const where = { AND: [{ parentId: { in: ids } }, alike, { ownerId: tx.viewer.accountId }] };
  return (await recordsOf(tx.db, key).findMany({ where })).map(({ id }) => id);
}

/**
 * Throws unless a row can be the parent of another (null: of a new one): it is the viewer's and in use, no circle comes
 * of it, and no tree that is too tall.
 */
export async function requireParent(
  tx: Tx,
  key: HierarchyKey,
  parentId: string,
  childId: string | null,
): Promise<void> {
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'parentId'], message }]);
  const parent = orNotFound(await findOwned(tx, key, parentId), 'parentId');
  if (parent.trashedAt) throw refuse(`must not be a ${key} in the trash`);
  let depth = 0;
  for (let above: string | null = parentId; above !== null; depth++) {
    if (above === childId) throw refuse(`must not be the ${key} itself or one of its sub${key}s`);
    above = (await findOwned(tx, key, above))?.parentId ?? null;
  }
  const height = childId === null ? 1 : await heightOf(tx, key, childId);
  if (depth + height > maxTreeDepth) throw refuse(`must not make a tree of more than ${maxTreeDepth} levels`);
}

/** How many levels the tree below a row has, itself included. */
async function heightOf(tx: Tx, key: HierarchyKey, id: string): Promise<number> {
  let height = 0;
  for (let level = [id]; level.length > 0; height++) level = await below(tx, key, level, {});
  return height;
}

/** Puts one of the viewer's rows in the trash, and with it all that is below it and not there yet. */
export async function trashSubtree<K extends HierarchyKey>(tx: Tx, key: K, target: Target): Promise<Row<K>> {
  // What goes to the trash together is known by its moment, so that no other may have the same.
  const { _max } = await recordsOf(tx.db, key).aggregate({
    where: { trashedAt: { gte: tx.calendar.now }, ownerId: tx.viewer.accountId },
    _max: { trashedAt: true },
  });
  const latest = _max?.trashedAt as Date | null;
  const moment = latest ? new Date(latest.getTime() + 1) : tx.calendar.now;
  return moveSubtree(tx, key, target, null, moment);
}

/** Takes one of the viewer's rows out of the trash, and what went there with it. */
export async function restoreSubtree<K extends HierarchyKey>(tx: Tx, key: K, target: Target): Promise<Row<K>> {
  const { trashedAt } = orNotFound(await findOwned(tx, key, target.id), 'id');
  return moveSubtree(tx, key, target, trashedAt, null);
}

/** Moves a row, and those below it that went to the trash at the same moment (null: are in use), in or out of there. */
async function moveSubtree<K extends HierarchyKey>(
  tx: Tx,
  key: K,
  { id, ifVersion }: Target,
  from: Date | null,
  to: Date | null,
): Promise<Row<K>> {
  requireVersion(orNotFound(await findOwned(tx, key, id), 'id'), ifVersion);
  const tree = [id];
  for (let level = [id]; level.length > 0; ) {
    level = await below(tx, key, level, { trashedAt: from });
    tree.push(...level);
  }
  const writer = writerOf(tx, key);
  const data = { trashedAt: to } as UpdateData<K>;
  await inChunks(tree, (some) => writer.update({ AND: [{ id: { in: some } }, { trashedAt: from }] } as Where<K>, data));
  return orNotFound(await findOwned(tx, key, id), 'id');
}

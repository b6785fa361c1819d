import type { ViewerContext } from '../context.ts';
import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import type { HierarchyKey, Row, UpdateData, Where } from '../database/models.ts';
import { InvalidInputError } from '../errors.ts';
import { writerOf } from '../transactions/model-writer.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { findOwned, orNotFound, requireVersion, type Target } from './records.ts';

/* Records with a parent of the same model: how their trees grow, and how they go to the trash as a whole. */

type Tx = Transaction<ViewerContext>;

/** The maximum number of levels of a tree. */
export const maxTreeDepth = 10;

/** The ids of the children of some records, as far as they meet a condition. */
async function childrenOf(tx: Tx, key: HierarchyKey, ids: string[], alike: object): Promise<string[]> {
  const where = { AND: [{ parentId: { in: ids } }, alike, { ownerId: tx.viewer.accountId }] };
  return (await recordsOf(tx.db, key).findMany({ where })).map(({ id }) => id);
}

/**
 * Requires that a record can be the parent of another.
 * @param childId the other record; null for a new one
 * @throws NotFoundError if the viewer has no such record; InvalidInputError if it is in the trash, is below the child, or the
 *   tree would have more than 10 levels
 */
export async function requireParent(
  tx: Tx,
  key: HierarchyKey,
  parentId: string,
  childId: string | null,
): Promise<void> {
  const parent = orNotFound(await findOwned(tx, key, parentId), 'parentId');
  if (parent.trashedAt) throw refusal(`must not be a ${key} in the trash`);
  await requirePlace(tx, key, parentId, childId);
}

const refusal = (message: string) => new InvalidInputError([{ path: ['input', 'parentId'], message }]);

/**
 * Requires that a record fits below another: not within its own subtree, and not more than 10 levels deep.
 * @throws InvalidInputError at `parentId`
 */
export async function requirePlace(tx: Tx, key: HierarchyKey, parentId: string, childId: string | null): Promise<void> {
  const above = new Set<string>();
  for (let id: string | null = parentId; id !== null && !above.has(id); ) {
    if (id === childId) throw refusal(`must not be the ${key} itself or one of its sub${key}s`);
    above.add(id);
    id = (await findOwned(tx, key, id))?.parentId ?? null;
  }
  const height = childId === null ? 1 : (await levelsBelow(tx, key, childId, {})).length;
  if (above.size + height > maxTreeDepth) throw refusal(`must not make a tree of more than ${maxTreeDepth} levels`);
}

/**
 * The ids of a record's subtree by level, itself first. A record is in it once, also if it is below itself.
 * @param alike the condition of the records below it; those below others are left out
 */
export async function levelsBelow(tx: Tx, key: HierarchyKey, id: string, alike: object): Promise<string[][]> {
  const levels = [[id]];
  const known = new Set([id]);
  for (let level = [id]; level.length > 0; ) {
    level = (await inChunks(level, (some) => childrenOf(tx, key, some, alike))).filter((child) => !known.has(child));
    for (const child of level) known.add(child);
    if (level.length > 0) levels.push(level);
  }
  return levels;
}

/** Moves one of the viewer's records to the trash, together with the descendants that are not there yet. */
export async function trashSubtree<K extends HierarchyKey>(tx: Tx, key: K, target: Target): Promise<Row<K>> {
  // `trashedAt` tells later what went to the trash together, so no other subtree may have the same.
  const { _max } = await recordsOf(tx.db, key).aggregate({
    where: { trashedAt: { gte: tx.calendar.now }, ownerId: tx.viewer.accountId },
    _max: { trashedAt: true },
  });
  const latest = _max?.trashedAt as Date | null;
  const moment = latest ? new Date(latest.getTime() + 1) : tx.calendar.now;
  return moveSubtree(tx, key, target, null, moment);
}

/** Takes one of the viewer's records out of the trash, together with the descendants that went there with it. */
export async function restoreSubtree<K extends HierarchyKey>(tx: Tx, key: K, target: Target): Promise<Row<K>> {
  const { trashedAt } = orNotFound(await findOwned(tx, key, target.id), 'id');
  return moveSubtree(tx, key, target, trashedAt, null);
}

/** Sets `trashedAt` of a record and of the descendants that have the same one. */
async function moveSubtree<K extends HierarchyKey>(
  tx: Tx,
  key: K,
  { id, ifVersion }: Target,
  from: Date | null,
  to: Date | null,
): Promise<Row<K>> {
  requireVersion(orNotFound(await findOwned(tx, key, id), 'id'), ifVersion);
  const tree = (await levelsBelow(tx, key, id, { trashedAt: from })).flat();
  const writer = writerOf(tx, key);
  const data = { trashedAt: to } as UpdateData<K>;
  await inChunks(tree, (some) => writer.update({ AND: [{ id: { in: some } }, { trashedAt: from }] } as Where<K>, data));
  return orNotFound(await findOwned(tx, key, id), 'id');
}

import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import { modelNameOf, type Row, type SiblingKey } from '../database/models.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../errors.ts';
import { anyWriterOf } from '../transactions/model-writer.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';
import type { AfterUndoHook } from './after-undo.ts';
import { ownedAmong } from './ownership.ts';
import { restoreRecord, type Target } from './records.ts';

/**
 * Records that are ordered among their siblings by a position, counted from 1. The maximum applies to siblings that are not in
 * the trash, whether they were created, moved, restored or brought back by an undo.
 */
export interface Siblings<K extends SiblingKey> {
  readonly model: K;
  /** The columns in which siblings are equal: the parent, and what else tells its lists apart. */
  readonly alike: readonly (keyof Row<K> & string)[];
  /** The maximum number of siblings. */
  readonly max: number;
}

type Viewing = TransactionalContext & { readonly viewer: { readonly accountId: string } };
type Tx = Transaction<Viewing>;

async function siblingsOf<K extends SiblingKey>(
  tx: Tx,
  { model, alike }: Siblings<K>,
  like: Partial<Row<K>>,
): Promise<Row<K>[]> {
  const among = Object.fromEntries(alike.map((column) => [column, like[column]]));
  const where = { AND: [among, { ownerId: tx.viewer.accountId }] };
  return recordsOf(tx.db, model).findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
}

const inPlace = (all: readonly { trashedAt: Date | null }[]) =>
  all.filter(({ trashedAt }) => trashedAt === null).length;

/** Returns the siblings. @throws InvalidInputError at `field` if there is no room for another one */
async function requireRoom<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  like: Partial<Row<K>>,
  field: string,
): Promise<Row<K>[]> {
  const all = await siblingsOf(tx, siblings, like);
  if (inPlace(all) < siblings.max) return all;
  throw new InvalidInputError([{ path: ['input', field], message: `must not have more than ${siblings.max}` }]);
}

/** Takes one of the viewer's records out of the trash, at its position. @throws ConflictError if there is no room for it */
export async function restoreSibling<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  target: Target,
): Promise<Row<K>> {
  const row = await restoreRecord(tx, siblings.model, target);
  await requireSiblingLimit(tx, siblings, [target.id]);
  return row;
}

/** The hook that refuses an undo that would bring back too many siblings. */
export function siblingLimit<K extends SiblingKey>(siblings: Siblings<K>): AfterUndoHook<Viewing> {
  return { models: [siblings.model], afterUndo: (tx, ids) => requireSiblingLimit(tx, siblings, ids) };
}

/** @throws ConflictError if one of these records has too many siblings */
async function requireSiblingLimit<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  ids: readonly string[],
): Promise<void> {
  const rows = await inChunks(ids, (some) =>
    recordsOf(tx.db, siblings.model).findMany({
      where: { AND: [ownedAmong(tx.viewer, some), { trashedAt: null }] },
    }),
  );
  const lists = Map.groupBy(rows, (row) => JSON.stringify(siblings.alike.map((column) => row[column])));
  for (const [like] of lists.values()) {
    if (inPlace(await siblingsOf(tx, siblings, like as Row<K>)) <= siblings.max) continue;
    throw new ConflictError(
      `There would be more than ${siblings.max} in one place. Move another one to the trash first.`,
    );
  }
}

/**
 * The position of a new sibling, after all others.
 * @throws InvalidInputError at `field`, which names the parent, if there is no room for another one
 */
export async function lastPosition<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  like: Partial<Row<K>>,
  field: string,
): Promise<number> {
  const all = await requireRoom(tx, siblings, like, field);
  return (all.at(-1)?.position ?? 0) + 1;
}

/**
 * Makes room for a record after one of its siblings and returns the position to give it. The others keep their order.
 * @param afterId the sibling; null for the start
 * @throws InvalidInputError if it is the record itself; NotFoundError if it is not a sibling
 */
export async function positionAfter<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  like: Partial<Row<K>>,
  id: string,
  afterId: string | null,
): Promise<number> {
  const others = (await siblingsOf(tx, siblings, like)).filter((row) => row.id !== id);
  const before = afterId === null ? 0 : others.findIndex((row) => row.id === afterId) + 1;
  if (afterId === id) throw new InvalidInputError([{ path: ['input', 'afterId'], message: 'must be another one' }]);
  if (afterId !== null && before === 0) throw new NotFoundError(['input', 'afterId']);
  const writer = anyWriterOf(tx, modelNameOf(siblings.model));
  for (const [index, row] of others.entries()) {
    const position = index < before ? index + 1 : index + 2;
    if (row.position !== position) await writer.update({ id: row.id }, { position });
  }
  return before + 1;
}

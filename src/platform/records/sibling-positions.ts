import { inChunks } from '../database/chunks.ts';
import { recordsOf } from '../database/delegates.ts';
import { modelNameOf, type Row, type SiblingKey } from '../database/models.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../errors.ts';
import { anyWriterOf } from '../transactions/model-writer.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';
import type { AfterUndoHook } from './after-undo.ts';
import { restoreRecord, type Target } from './records.ts';

/**
 * Rows that stand in an order below a parent, few enough to be numbered from 1: categories, milestones, items. The limit is
 * for those that are not in the trash, however they come to be where they are: made, moved, restored or by an undo.
 */
export interface Siblings<K extends SiblingKey> {
  readonly model: K;
  /** What siblings have in common: the column of their parent, and of whatever else tells lists below it apart. */
  readonly alike: readonly (keyof Row<K> & string)[];
  /** How many there may be. */
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

/** @throws InvalidInputError at a field when there are as many siblings as may be */
export async function requireRoom<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  like: Partial<Row<K>>,
  field: string,
): Promise<Row<K>[]> {
  const all = await siblingsOf(tx, siblings, like);
  if (inPlace(all) < siblings.max) return all;
  throw new InvalidInputError([{ path: ['input', field], message: `must not have more than ${siblings.max}` }]);
}

/** Takes one of the viewer's rows out of the trash, to where it stood. @throws ConflictError when there is no room for it */
export async function restoreSibling<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  target: Target,
): Promise<Row<K>> {
  const row = await restoreRecord(tx, siblings.model, target);
  await requireSiblingLimit(tx, siblings, [target.id]);
  return row;
}

/** Sees to it that no undo brings back more siblings than there may be. */
export function siblingLimit<K extends SiblingKey>(siblings: Siblings<K>): AfterUndoHook<Viewing> {
  return { models: [siblings.model], afterUndo: (tx, ids) => requireSiblingLimit(tx, siblings, ids) };
}

/** @throws ConflictError when one of some rows has more siblings than it may */
async function requireSiblingLimit<K extends SiblingKey>(
  tx: Tx,
  siblings: Siblings<K>,
  ids: readonly string[],
): Promise<void> {
  const rows = await inChunks(ids, (some) =>
    recordsOf(tx.db, siblings.model).findMany({
      where: { id: { in: some }, trashedAt: null, ownerId: tx.viewer.accountId },
    }),
  );
  const lists = Map.groupBy(rows, (row) => JSON.stringify(siblings.alike.map((column) => row[column])));
  for (const [like] of lists.values()) {
    if (inPlace(await siblingsOf(tx, siblings, like as Row<K>)) <= siblings.max) continue;
    throw new ConflictError(
      `There must not be more than ${siblings.max} in one place: put another one in the trash first.`,
    );
  }
}

/**
 * The position for a new sibling: after all others.
 * @throws InvalidInputError at the field that names the parent when there are as many as may be
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
 * Moves a row to right after one of its siblings, or to their start (null), and answers its position; the others keep
 * their order and are numbered anew where need be.
 * @throws InvalidInputError when it is to come after itself, NotFoundError when the other is not one of its siblings
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

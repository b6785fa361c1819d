import { InvalidInputError, NotFoundError } from './errors.ts';
import type { TrashableKey } from './rows.ts';
import type { Transaction, TransactionalContext } from './transaction.ts';
import type { ModelWriter, Where } from './writer.ts';

/** Rows that stand in an order below a parent, few enough to be numbered from 1: categories, milestones, items. */
export interface Siblings<K extends TrashableKey> {
  readonly model: K;
  /** What the siblings have in common: their parent. */
  readonly among: Where<K>;
  /** How many there may be, those in the trash left out. */
  readonly most: number;
}

type Viewing = TransactionalContext & { readonly viewer: { readonly accountId: string } };
type Standing = { id: string; position: number; trashedAt: Date | null };

async function siblingsOf<K extends TrashableKey>(tx: Transaction<Viewing>, { model, among }: Siblings<K>) {
  const table = tx.db[model] as unknown as { findMany(query: object): Promise<Standing[]> };
  const where = { AND: [among, { ownerId: tx.viewer.accountId }] };
  return table.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
}

/** @throws InvalidInputError at a field when there are as many siblings as may be */
export async function requireRoom<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  siblings: Siblings<K>,
  field: string,
): Promise<Standing[]> {
  const all = await siblingsOf(tx, siblings);
  if (all.filter(({ trashedAt }) => trashedAt === null).length < siblings.most) return all;
  throw new InvalidInputError([{ path: ['input', field], message: `must not have more than ${siblings.most}` }]);
}

/**
 * The position for a new sibling: after all others.
 * @throws InvalidInputError at the field that names the parent when there are as many as may be
 */
export async function lastPosition<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  siblings: Siblings<K>,
  field: string,
): Promise<number> {
  const all = await requireRoom(tx, siblings, field);
  return (all.at(-1)?.position ?? 0) + 1;
}

/**
 * Moves a row to right after one of its siblings, or to their start (null), and answers its position; the others keep
 * their order and are numbered anew where need be.
 * @throws InvalidInputError when it is to come after itself, NotFoundError when the other is not one of its siblings
 */
export async function positionAfter<K extends TrashableKey>(
  tx: Transaction<Viewing>,
  siblings: Siblings<K>,
  id: string,
  afterId: string | null,
): Promise<number> {
  const others = (await siblingsOf(tx, siblings)).filter((row) => row.id !== id);
  const before = afterId === null ? 0 : others.findIndex((row) => row.id === afterId) + 1;
  if (afterId === id) throw new InvalidInputError([{ path: ['input', 'afterId'], message: 'must be another one' }]);
  if (afterId !== null && before === 0) throw new NotFoundError(['input', 'afterId']);
  const writer = tx.write[siblings.model] as unknown as ModelWriter<K>;
  for (const [index, row] of others.entries()) {
    const position = index < before ? index + 1 : index + 2;
    if (row.position !== position) await writer.update({ id: row.id } as Where<K>, { position } as never);
  }
  return before + 1;
}

import type { ViewerContext } from './context.ts';
import type { ModelKey } from './database.ts';
import { NotFoundError } from './errors.ts';
import type { TrashableKey } from './rows.ts';
import type { Transaction } from './transaction.ts';

/** Rows that join those of one model to those of another: a label on a task, a skill that a learning supports. */
export interface Joining {
  /** The joining model. */
  readonly model: ModelKey;
  /** Its column for the row that the others are given to. */
  readonly row: string;
  /** The model of the others; its column for them is called `<other>Id`. */
  readonly other: TrashableKey;
}

/** What rows of a model are joined to, by the field of the input that names them all. */
export type Joinings = Readonly<Record<string, Joining>>;

/**
 * Joins a row to exactly the others that are named, for each field that is given, and answers whether that changed
 * anything. To be called within the transaction that changes the row.
 * @throws NotFoundError when one of them is not a row of the viewer's in use
 */
export async function setJoined<J extends Joinings>(
  tx: Transaction<ViewerContext>,
  joinings: J,
  rowId: string,
  named: { [F in keyof J]?: readonly string[] | undefined },
): Promise<boolean> {
  let changed = false;
  for (const [field, joining] of Object.entries(joinings)) {
    const ids = named[field];
    if (ids && (await setOne(tx, joining, rowId, ids, field))) changed = true;
  }
  return changed;
}

async function setOne(
  tx: Transaction<ViewerContext>,
  { model, row, other }: Joining,
  rowId: string,
  otherIds: readonly string[],
  field: string,
): Promise<boolean> {
  await requireAll(tx, other, otherIds, field);
  const column = `${other}Id`;
  const write = tx.write[model as keyof typeof tx.write] as unknown as Joins;
  // Others in the trash stay joined, so that restoring one shows it again where it was.
  const removed = await write.delete({ [row]: rowId, [column]: { notIn: otherIds }, [other]: { trashedAt: null } });
  const read = tx.db[model] as unknown as Table;
  const joined = new Set((await read.findMany({ where: { [row]: rowId } })).map((join) => join[column]));
  const added = otherIds.filter((id) => !joined.has(id));
  if (added.length > 0) await write.createMany(added.map((id) => ({ [row]: rowId, [column]: id })));
  return removed.length > 0 || added.length > 0;
}

async function requireAll(
  tx: Transaction<ViewerContext>,
  model: ModelKey,
  ids: readonly string[],
  field: string,
): Promise<void> {
  if (ids.length === 0) return;
  const table = tx.db[model] as unknown as Table;
  const rows = await table.findMany({
    where: { id: { in: ids }, trashedAt: null, ownerId: tx.viewer.accountId },
  });
  const known = new Set(rows.map(({ id }) => id));
  const stranger = ids.findIndex((id) => !known.has(id));
  if (stranger >= 0) throw new NotFoundError(['input', field, String(stranger)]);
}

interface Table {
  findMany(args: { where: object }): Promise<Record<string, string>[]>;
}
interface Joins {
  delete(where: object): Promise<unknown[]>;
  createMany(data: object[]): Promise<unknown[]>;
}

import type { ViewerContext } from '../context.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { type ModelKey, modelNameOf, type TrashableKey } from '../database/models.ts';
import { InvalidInputError } from '../errors.ts';
import { anyWriterOf } from '../transactions/model-writer.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { requireRecords } from './records.ts';
import { active } from './soft-delete.ts';

/** Rows that join those of one model to those of another: a label on a task, a skill that a learning supports. */
export interface ManyToMany {
  /** The joining model. */
  readonly model: ModelKey;
  /** Its column for the row that the others are given to. */
  readonly row: string;
  /** The model of the others; its column for them is called `<other>Id`. */
  readonly other: TrashableKey;
  /** How many a row may have, with those in the trash, which show again once they are restored. */
  readonly max: number;
}

/** What rows of a model are joined to, by the field of the input that names them all. */
export type ManyToManyFields = Readonly<Record<string, ManyToMany>>;

/**
 * Joins a row to exactly the others that are named, for each field that is given, and answers whether that changed
 * anything. To be called within the transaction that changes the row.
 * @throws NotFoundError when one of them is not a row of the viewer's, InvalidInputError when one that is new to it is in the
 *   trash, or when there are too many
 */
export async function setManyToMany<J extends ManyToManyFields>(
  tx: Transaction<ViewerContext>,
  manyToMany: J,
  rowId: string,
  named: { [F in keyof J]?: readonly string[] | undefined },
): Promise<boolean> {
  let changed = false;
  for (const [field, relation] of Object.entries(manyToMany)) {
    const ids = named[field];
    if (ids && (await setOne(tx, relation, rowId, ids, field))) changed = true;
  }
  return changed;
}

async function setOne(
  tx: Transaction<ViewerContext>,
  { model, row, other, max }: ManyToMany,
  rowId: string,
  otherIds: readonly string[],
  field: string,
): Promise<boolean> {
  const column = `${other}Id`;
  const pairs = anyRecordsOf(tx.db, modelNameOf(model));
  const joined = new Set((await pairs.findMany({ where: { [row]: rowId } })).map((join) => join[column]));
  const added = otherIds.filter((id) => !joined.has(id));
  if (added.length > 0)
    await requireRecords(tx, other, added, (index) => [field, String(otherIds.indexOf(added[index] ?? ''))]);
  const write = anyWriterOf(tx, modelNameOf(model));
  // Others in the trash stay joined, so that restoring one shows it again where it was.
  const removed = await write.delete({ [row]: rowId, [column]: { notIn: otherIds }, [other]: active(other) });
  const staying = joined.size - removed.length - (otherIds.length - added.length);
  if (otherIds.length + staying > max) {
    const message = `must be at most ${max}, together with the ${staying} in the trash that it has already`;
    throw new InvalidInputError([{ path: ['input', field], message }]);
  }
  if (added.length > 0) await write.createMany(added.map((id) => ({ [row]: rowId, [column]: id })));
  return removed.length > 0 || added.length > 0;
}

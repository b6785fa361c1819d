import type { ViewerContext } from '../context.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { type ModelKey, modelNameOf, type TrashableKey } from '../database/models.ts';
import { InvalidInputError } from '../errors.ts';
import { anyWriterOf } from '../transactions/model-writer.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { requireRecords } from './records.ts';
import { active } from './soft-delete.ts';

/** A many-to-many relation, stored as records of a join model. */
interface ManyToMany {
  /** The join model. */
  readonly model: ModelKey;
  /** The column of the join model for the record that the relation belongs to. */
  readonly row: string;
  /** The other model. The column of the join model for it is `<other>Id`. */
  readonly other: TrashableKey;
  /** The maximum number for one record, including those in the trash. */
  readonly max: number;
}

/** The many-to-many relations of a model, by the input field that lists their ids. */
type ManyToManyFields = Readonly<Record<string, ManyToMany>>;

/**
 * Relates a record to exactly the listed ones, for each field that is given.
 * @returns whether anything changed
 * @throws NotFoundError at an id that is not a record of the viewer; InvalidInputError if a new one is in the trash, or there
 *   are too many
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
  // Records in the trash stay related, so that restoring one brings it back where it was.
  const removed = await write.delete({ [row]: rowId, [column]: { notIn: otherIds }, [other]: active(other) });
  const staying = joined.size - removed.length - (otherIds.length - added.length);
  if (otherIds.length + staying > max) {
    const message = `must be at most ${max}, together with the ${staying} in the trash that it has already`;
    throw new InvalidInputError([{ path: ['input', field], message }]);
  }
  if (added.length > 0) await write.createMany(added.map((id) => ({ [row]: rowId, [column]: id })));
  return removed.length > 0 || added.length > 0;
}

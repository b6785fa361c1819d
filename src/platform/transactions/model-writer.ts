import type { Prisma } from '../../generated/sqlite/client.ts';
import type { AnyRecord, Values } from '../database/delegates.ts';
import {
  type CreateData,
  type ModelKey,
  modelKeyOf,
  type Row,
  type UpdateData,
  type Where,
} from '../database/models.ts';

/**
 * The writes of one model within a transaction. Owned records get the viewer as their owner, and a `where` reaches only the
 * viewer's records. Each write of an owned record is recorded in the change log.
 */
export interface RecordWriter<Create, Update, Condition, Result> {
  /** Creates a record. `digest` is the hash of the input that a client-chosen id was used for. */
  create(data: Create, digest?: string): Promise<Result>;
  /** Creates records, in one statement. */
  createMany(data: Create[]): Promise<Result[]>;
  /** Re-inserts deleted records under their old ids; bumps `version` and sets `updatedAt`. */
  reinsert(records: readonly Values[]): Promise<Result[]>;
  /** Inserts records from elsewhere with their ids, versions and times. */
  importRecords(records: readonly Values[]): Promise<Result[]>;
  /**
   * Updates the records that match and returns them. A record that already has the values is returned unchanged. A record
   * that another transaction changes meanwhile, so that it no longer matches, is neither updated nor returned.
   * @param known the one record that matches, if the transaction has read it and written nothing since. It is not read again
   */
  update(where: Condition, changes: Update, known?: Result): Promise<Result[]>;
  /** Like `update`, but bumps the version of every record that matches: use it when child records changed. */
  touch(where: Condition, changes?: Update, known?: Result): Promise<Result[]>;
  /**
   * Like `update`, for columns that only repeat what other records say: neither the version nor the time of the last update
   * changes, so that clients do not see a change.
   */
  derive(where: Condition, changes: Update): Promise<Result[]>;
  /** Permanently deletes the records that match and returns them. */
  delete(where: Condition): Promise<Result[]>;
}

export type ModelWriter<K extends ModelKey> = RecordWriter<CreateData<K>, UpdateData<K>, Where<K>, Row<K>>;

/** The models that services write. The transaction itself writes the change log and the search documents. */
export type WritableKey = Exclude<
  ModelKey,
  'changeSequence' | 'changeSet' | 'change' | 'searchDocument' | 'searchWord'
>;
export type Write = { readonly [K in WritableKey]: ModelWriter<K> };

/** The writes of a model that is known only at run time. */
export type AnyWriter = RecordWriter<Values, Values, Values, AnyRecord>;

/** The writer of a model, for code that is generic over models. */
export const writerOf = <K extends WritableKey>({ write }: { readonly write: Write }, key: K): ModelWriter<K> =>
  write[key];

/** The writer of a model by its name, for code that works on any model. */
export function anyWriterOf({ write }: { readonly write: Write }, model: string): AnyWriter {
  return write[modelKeyOf(model) as WritableKey] as AnyWriter;
}

/** A change to a record, with the fields that changed. */
export interface RecordedChange {
  model: Prisma.ModelName;
  rowId: string;
  action: 'CREATE' | 'UPDATE' | 'DELETE';
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  digest?: string;
}

/** A record that was written, before and after. Null if it did not or does not exist. */
export interface Touched {
  model: ModelKey;
  before: Values | null;
  after: Values | null;
}

import { createLruMap } from '../runtime/lru-map.ts';
import { encode } from './column-codec.ts';
import { recordReader } from './compiled-reads/record.ts';
import type { Engine } from './location.ts';
import { type Column, scalarsOf } from './model-relations.ts';
import { type ModelKey, modelNameOf } from './models.ts';
import type { Insertion, OpenTransaction } from './open-transaction.ts';
import type { RawRow } from './reading-adapter.ts';
import { deletion, increment, insertion, insertionOfMissing, update } from './row-statements.ts';

type Values = Readonly<Record<string, unknown>>;
type NewRecord = Record<string, unknown>;

/** Which rows: those with one of some values in a column, of one owner. */
export interface RowTarget {
  readonly column: string;
  readonly values: readonly string[];
  /** The column of the owner's id, and the id. Null for rows without an owner. */
  readonly owner: readonly [column: string, id: string] | null;
}

/**
 * Writes rows of any model within a transaction, without Prisma: the statement of each kind of write is made and prepared once.
 * Values are those that Prisma takes. A value that is undefined is left out.
 */
export interface RowWriter {
  /** Whether no other transaction can write meanwhile, so that what was read still holds. */
  readonly isAlone: boolean;
  /** Inserts rows. */
  insert(key: ModelKey, rows: readonly Values[]): Promise<void>;
  /** Inserts rows and returns them as they are stored, in their order. */
  insertAndReturn(key: ModelKey, rows: readonly Values[]): Promise<NewRecord[]>;
  /** Updates rows and returns them as they are stored. @param increments the columns that are raised by one */
  update(key: ModelKey, target: RowTarget, changes: Values, increments: readonly string[]): Promise<NewRecord[]>;
  /** Deletes rows. */
  delete(key: ModelKey, target: RowTarget): Promise<void>;
  /** Inserts the rows of an owner that are not there yet, of a model that has the owner and one other column. */
  insertMissing(key: ModelKey, ownerId: string, column: string, values: readonly string[]): Promise<void>;
  /**
   * Locks an owner's sequence until the end of the transaction, and returns its last number. Null if it has none yet, and on SQLite,
   * which has one writer for all and needs no lock.
   */
  lockSequence(ownerId: string): Promise<number | null>;
  /** Gives an owner the next sequence number, from 1, and returns it. */
  nextSequence(ownerId: string): Promise<number>;
}

/** The number of statements that are kept, those that were used last. */
const maxStatements = 500;

/** The number of rows that are inserted in one round trip. */
const maxRows = 500;

/** What is known of a model. */
interface Model {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly read: (row: RawRow) => NewRecord;
}

/** Creates the function that makes the writer of a transaction. */
export function createRowWriters(engine: Engine): (tx: OpenTransaction) => RowWriter {
  const models = new Map<ModelKey, Model>();
  const insertions = createLruMap<Insertion & { given: Column[] }>(maxStatements);
  const texts = createLruMap<string>(maxStatements);

  function modelOf(key: ModelKey): Model {
    const name = modelNameOf(key);
    const known = models.get(key) ?? { name, columns: scalarsOf(name), read: recordReader(engine, name) };
    models.set(key, known);
    return known;
  }

  function insertionOf({ name, columns }: Model, row: Values, isReturning: boolean) {
    requireColumns(name, columns, row);
    // A column that may be null is given with every row, so that rows with and without it are inserted by one statement.
    const given = columns.filter(
      (column) => row[column.name] !== undefined || !(column.isRequired || column.hasDefaultValue),
    );
    const key = `${name} ${isReturning} ${given.map((column) => column.name).join()}`;
    const known = insertions.get(key);
    if (known) return known;
    const made = { ...insertion(engine, name, given, isReturning ? columns : []), given };
    insertions.set(key, made);
    return made;
  }

  function textOf(key: string, make: () => string): string {
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = make();
    texts.set(key, text);
    return text;
  }

  async function insertAll(tx: OpenTransaction, key: ModelKey, rows: readonly Values[], isReturning: boolean) {
    const model = modelOf(key);
    const inserted: RawRow[] = [];
    // Rows with values for other columns are inserted by another statement.
    let run: { statement: Insertion & { given: Column[] }; rows: unknown[][] } | null = null;
    const flush = async () => {
      if (run) inserted.push(...(await tx.insert(run.statement, run.rows)));
      run = null;
    };
    for (const row of rows) {
      const statement = insertionOf(model, row, isReturning);
      if (run !== null && (run.statement !== statement || run.rows.length === maxRows)) await flush();
      run ??= { statement, rows: [] };
      run.rows.push(encodeAll(statement.given, row));
    }
    await flush();
    return inserted.map(model.read);
  }

  const encodeAll = (given: readonly Column[], row: Values) =>
    given.map((column) => encode(engine, column, row[column.name] ?? null));

  function parametersOf({ values, owner }: RowTarget): unknown[] {
    const [first] = values;
    const all = engine === 'sqlite' ? JSON.stringify(values) : values;
    return [values.length === 1 ? first : all, ...(owner ? [owner[1]] : [])];
  }

  const conditionOf = ({ column, values, owner }: RowTarget) => ({
    column,
    isOne: values.length === 1,
    owner: owner?.[0] ?? null,
  });
  const keyOf = ({ column, isOne, owner }: ReturnType<typeof conditionOf>) => `${column} ${isOne} ${owner}`;

  return (tx) => ({
    isAlone: engine === 'sqlite',
    insert: async (key, rows) => void (await insertAll(tx, key, rows, false)),
    insertAndReturn: (key, rows) => insertAll(tx, key, rows, true),
    async update(key, target, changes, increments) {
      const { name, columns, read } = modelOf(key);
      requireColumns(name, columns, changes);
      const given = columns.filter((column) => changes[column.name] !== undefined);
      const condition = conditionOf(target);
      const names = given.map((column) => column.name).join();
      const text = textOf(`update ${name} ${names} ${increments.join()} ${keyOf(condition)}`, () =>
        update(engine, name, given, increments, condition, columns),
      );
      const rows = await tx.query(text, [...encodeAll(given, changes), ...parametersOf(target)]);
      return rows.map(read);
    },
    async delete(key, target) {
      const { name } = modelOf(key);
      const condition = conditionOf(target);
      const text = textOf(`delete ${name} ${keyOf(condition)}`, () => deletion(engine, name, condition));
      await tx.query(text, parametersOf(target));
    },
    async insertMissing(key, ownerId, column, values) {
      const { name } = modelOf(key);
      const text = textOf(`missing ${name}`, () => insertionOfMissing(engine, name, 'ownerId', column));
      await tx.query(text, [ownerId, engine === 'sqlite' ? JSON.stringify(values) : values]);
    },
    async lockSequence(ownerId) {
      if (engine === 'sqlite') return null;
      const locked = 'SELECT "sequence" FROM "ChangeSequence" WHERE "ownerId" = $1 FOR UPDATE';
      const [row] = await tx.query(locked, [ownerId]);
      return row ? (row[0] as number) : null;
    },
    async nextSequence(ownerId) {
      const text = textOf('sequence', () => increment(engine, 'ChangeSequence', 'ownerId', 'sequence'));
      const [row] = await tx.query(text, [ownerId]);
      return row?.[0] as number;
    },
  });
}

/** @throws Error if a row has values for other columns than those of its model */
function requireColumns(model: string, columns: readonly Column[], row: Values): void {
  for (const name in row) {
    if (row[name] !== undefined && !columns.some((column) => column.name === name))
      throw new Error(`${model} has no column ${name}.`);
  }
}

import { decoderOf } from '../column-codec.ts';
import type { Engine } from '../location.ts';
import { type Column, scalarsOf } from '../model-relations.ts';
import type { RawRow } from '../reading-adapter.ts';
import { NotCompiled } from './shape.ts';

/* Makes records, as Prisma returns them, of the rows of a statement. */

/** The records of each to-many relation, by the value of the column that they refer to. */
export type Lists = readonly ReadonlyMap<unknown, object[]>[];

/** Makes a field of a record: the value of a column that is as the driver has it, by its index, or another by a function. */
export type ReadField = number | ((row: RawRow, lists: Lists) => unknown);
export type ReadRecord = (row: RawRow, lists: Lists) => Record<string, unknown>;

/**
 * A record of fields by their names. What makes it is written as code once for a shape of queries: an object literal is made
 * in less time, and takes less memory, than an object to which a loop adds one field after another.
 * @param prototype that of the records. Default: that of all objects
 */
export function readRecord(fields: readonly (readonly [string, ReadField])[], prototype?: object): ReadRecord {
  const readers = fields.map(([, read]) => read);
  const values = fields.map(([name, read], i): [string, string] => [
    JSON.stringify(name),
    typeof read === 'number' ? `row[${read}]` : `r${i}(row, lists)`,
  ]);
  const named = readers.map((_, i) => `r${i}`).join();
  const made = prototype
    ? `function Record(row, lists) { ${values.map(([name, value]) => `this[${name}] = ${value};`).join('')} }
      Record.prototype = prototype; return (row, lists) => new Record(row, lists);`
    : `return (row, lists) => ({ ${values.map((pair) => pair.join(': ')).join()} });`;
  // oxlint-disable-next-line typescript/no-implied-eval -- The names of fields and indexes of columns are all that it is made of.
  return new Function('readers', 'prototype', `const [${named}] = readers; ${made}`)(readers, prototype);
}

/** Makes the record of a row that has all columns of a model, in their order. */
export function recordReader(engine: Engine, model: string): (row: RawRow) => Record<string, unknown> {
  const columns = scalarsOf(model).map((column, index) => [column.name, readColumn(engine, column, index)] as const);
  const read = readRecord(columns);
  return (row) => read(row, []);
}

/** The record of a to-one relation. Null if there is none. @param index the column by which it is joined */
export const readOne =
  (index: number, read: ReadRecord): ReadField =>
  (row, lists) =>
    row[index] === null ? null : read(row, lists);

/** The records of a to-many relation. @param index the column that they refer to */
export const readList =
  (index: number, list: number): ReadField =>
  (row, lists) =>
    lists[list]?.get(row[index]) ?? [];

/** The types of columns that models have so far, beside enums. */
const known = new Set(['String', 'Int', 'Float', 'Boolean', 'DateTime', 'Json']);

/** @throws NotCompiled for a type that no model has so far */
export function readColumn(engine: Engine, column: Pick<Column, 'type' | 'kind'>, index: number): ReadField {
  if (column.kind !== 'enum' && !known.has(column.type)) throw new NotCompiled();
  const decode = decoderOf(engine, column);
  if (!decode) return index;
  return (row) => {
    const value = row[index];
    return value === null ? null : decode(value);
  };
}

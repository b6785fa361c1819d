import type { Engine } from '../location.ts';
import type { Column } from '../model-relations.ts';
import type { RawRow } from '../reading-adapter.ts';
import { NotCompiled } from './shape.ts';

/* Makes records, as Prisma returns them, of the rows of a statement. */

/** The records of each to-many relation, by the value of the column that they refer to. */
export type Lists = readonly ReadonlyMap<unknown, object[]>[];

/** Makes a field of a record: the value of a column, or related records. */
export type ReadField = (row: RawRow, lists: Lists) => unknown;
export type ReadRecord = (row: RawRow, lists: Lists) => Record<string, unknown>;

/** A record of fields by their names. */
export function readRecord(fields: readonly (readonly [string, ReadField])[]): ReadRecord {
  return (row, lists) => {
    const record: Record<string, unknown> = {};
    for (const [name, read] of fields) record[name] = read(row, lists);
    return record;
  };
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

/** @throws NotCompiled for a type that no model has so far */
export function readColumn(engine: Engine, { type, kind }: Pick<Column, 'type' | 'kind'>, index: number): ReadField {
  switch (kind === 'enum' ? 'String' : type) {
    case 'String':
    case 'Int':
    case 'Float':
      return (row) => row[index];
    case 'Boolean':
      return engine === 'sqlite' ? (row) => toBoolean(row[index]) : (row) => row[index];
    case 'DateTime':
      return (row) => toDate(row[index]);
    case 'Json':
      return (row) => toJson(row[index]);
    default:
      throw new NotCompiled();
  }
}

const toBoolean = (value: unknown) => (value === null ? null : value !== 0);
const toDate = (value: unknown) => (value === null ? null : new Date(value as string));
const toJson = (value: unknown): unknown => (value === null ? null : JSON.parse(value as string));

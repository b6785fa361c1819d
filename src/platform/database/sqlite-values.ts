import { type ArgType, type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { formatTime } from '../time/time-texts.ts';

/* Values between Prisma and SQLite, which has numbers, text and bytes alone. Dates are ISO 8601 text, booleans 0 and 1. */

const sqliteDate = (date: Date) => formatTime(date).replace('Z', '+00:00');

/** The value that is bound for an argument of a statement. */
export function toSqlite(value: unknown, type: ArgType | undefined): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return sqliteDate(value);
  if (typeof value !== 'string') return value;
  switch (type?.scalarType) {
    case 'int':
      return Number.parseInt(value, 10);
    case 'bigint':
      return BigInt(value);
    case 'float':
    case 'decimal':
      return Number.parseFloat(value);
    case 'datetime':
      return sqliteDate(new Date(value));
    case 'bytes':
      return Buffer.from(value, 'base64');
    default:
      return value;
  }
}

/** The value that Prisma reads from a column. */
export function fromSqlite(value: unknown, type: ColumnType | undefined): unknown {
  if (typeof value !== 'number') return value;
  if (type === ColumnTypeEnum.DateTime) return new Date(value).toISOString();
  const isInteger = type === ColumnTypeEnum.Int32 || type === ColumnTypeEnum.Int64;
  return isInteger ? Math.trunc(value) : value;
}

/** The types that Prisma's migrations declare for SQLite's columns. */
const declaredTypes: Record<string, ColumnType> = {
  INTEGER: ColumnTypeEnum.Int32,
  INT: ColumnTypeEnum.Int32,
  BIGINT: ColumnTypeEnum.Int64,
  REAL: ColumnTypeEnum.Double,
  DECIMAL: ColumnTypeEnum.Numeric,
  BOOLEAN: ColumnTypeEnum.Boolean,
  TEXT: ColumnTypeEnum.Text,
  DATETIME: ColumnTypeEnum.DateTime,
  JSONB: ColumnTypeEnum.Json,
  BLOB: ColumnTypeEnum.Bytes,
};

/** The type of a column by its declaration. Null for an expression, which has none. */
export const declaredTypeOf = (declaration: string | null): ColumnType | null =>
  declaredTypes[declaration?.toUpperCase() ?? ''] ?? null;

/** The types of the columns of a result. Those that are not declared are told by their first value. */
export const columnTypesOf = (declared: readonly (ColumnType | null)[], rows: readonly unknown[][]): ColumnType[] =>
  declared.map((type, i) => type ?? typeOf(rows.find((row) => row[i] !== null)?.[i]));

function typeOf(value: unknown): ColumnType {
  switch (typeof value) {
    case 'string':
      return ColumnTypeEnum.Text;
    case 'number':
      return ColumnTypeEnum.UnknownNumber;
    case 'bigint':
      return ColumnTypeEnum.Int64;
    case 'undefined':
      return ColumnTypeEnum.Int32;
    default:
      return ColumnTypeEnum.Bytes;
  }
}

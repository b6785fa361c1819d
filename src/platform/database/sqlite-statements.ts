import type { SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils';
import type BetterSqlite3 from 'better-sqlite3';
import { createLruMap } from '../runtime/lru-map.ts';
import { columnTypesOf, declaredTypeOf, fromSqlite, toSqlite } from './sqlite-values.ts';

/** The number of prepared statements that a connection keeps. */
const maxStatements = 500;

/** What is known of the columns of a result before its rows. */
export interface Columns {
  readonly columnNames: string[];
  readonly declaredTypes: ReturnType<typeof declaredTypeOf>[];
}

export interface Prepared extends Columns {
  readonly statement: BetterSqlite3.Statement<readonly unknown[]>;
}

export const describe = (columns: readonly { readonly name: string; readonly type: string | null }[]): Columns => ({
  columnNames: columns.map(({ name }) => name),
  declaredTypes: columns.map(({ type }) => declaredTypeOf(type)),
});

/** Keeps statements by their text, those that were used last. */
export function createStatementCache(db: BetterSqlite3.Database) {
  const kept = createLruMap<Prepared>(maxStatements);
  function prepare(sql: string): Prepared {
    const statement = db.prepare<readonly unknown[]>(sql);
    if (!statement.reader) return { statement, columnNames: [], declaredTypes: [] };
    return { statement, ...describe(statement.raw().columns()) };
  }
  return {
    prepare(sql: string): Prepared {
      const known = kept.get(sql);
      if (known) return known;
      const prepared = prepare(sql);
      kept.set(sql, prepared);
      return prepared;
    },
  };
}

/** The values of a statement of Prisma's, as SQLite binds them. */
export const toValues = ({ args, argTypes }: SqlQuery): unknown[] => args.map((arg, i) => toSqlite(arg, argTypes[i]));

/** The rows of a statement, as Prisma reads them. */
export function toResultSet({ columnNames, declaredTypes }: Columns, rows: unknown[][]): SqlResultSet {
  const columnTypes = columnTypesOf(declaredTypes, rows);
  for (const row of rows) for (const [i, value] of row.entries()) row[i] = fromSqlite(value, columnTypes[i]);
  return { columnNames, columnTypes, rows };
}

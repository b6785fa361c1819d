import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { Database, Statement } from 'better-sqlite3';

/** How many statements each connection keeps: more than the schema's queries have different texts. */
const maxStatements = 1_000;

/** Prisma's SQLite adapter, which prepares each statement anew, with prepared statements kept by their text. */
export class CachingSqliteAdapter extends PrismaBetterSqlite3 {
  override async connect() {
    const adapter = await super.connect();
    cacheStatements(Reflect.get(adapter, 'client'));
    return adapter;
  }
}

/** Makes a connection keep the statements that it prepares, the most recently used ones. */
function cacheStatements(database: Database): void {
  const prepare = database.prepare.bind(database);
  const statements = new Map<string, Statement<unknown[]>>();
  const cached = (sql: string) => {
    const statement = statements.get(sql) ?? prepare<unknown[]>(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    const [oldest] = statements.keys();
    if (statements.size > maxStatements && oldest !== undefined) statements.delete(oldest);
    return bindable(statement);
  };
  Object.assign(database, { prepare: cached });
}

/** What the adapter calls of a statement, where values are bound for one run only: a statement can be bound once for good. */
function bindable(statement: Statement<unknown[]>) {
  let values: unknown[] = [];
  return {
    reader: statement.reader,
    bind(given: unknown[]) {
      values = given;
      return this;
    },
    columns: () => statement.columns(),
    run: () => statement.run(values),
    raw: () => ({ all: () => statement.raw().all(values) }),
  };
}

import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils';
import type { SpanStart, Tracing } from '../runtime/tracing.ts';
import type { Engine } from './location.ts';
import type { OpenTransaction } from './open-transaction.ts';
import type { RunStatement } from './reading-adapter.ts';

/** Adds a span to each statement of an engine. Without tracing, everything stays as it is. */
export interface TracedStatements {
  reads(run: RunStatement): RunStatement;
  transaction(tx: OpenTransaction): OpenTransaction;
  /** The connection of Prisma, with the transactions that it begins. */
  connection(connection: SqlDriverAdapter): SqlDriverAdapter;
}

const untraced: TracedStatements = {
  reads: (run) => run,
  transaction: (tx) => tx,
  connection: (connection) => connection,
};

export function traceStatements(engine: Engine, tracing: Tracing | null): TracedStatements {
  if (!tracing) return untraced;
  const part = <T>(sql: string, run: () => T): T => tracing.part(statementSpan(engine, sql), run);
  const queries = (on: Pick<SqlDriverAdapter, 'queryRaw' | 'executeRaw'>) => ({
    queryRaw: (query: SqlQuery) => part(query.sql, () => on.queryRaw(query)),
    executeRaw: (query: SqlQuery) => part(query.sql, () => on.executeRaw(query)),
  });
  return {
    reads: (run) => (sql, parameters) => part(sql, () => run(sql, parameters)),
    transaction: (tx) => ({
      ...tx,
      query: (text, parameters) => part(text, () => tx.query(text, parameters)),
      insert: (insertion, rows) => part(insertion.one, () => tx.insert(insertion, rows)),
    }),
    connection: (connection) => ({
      ...connection,
      ...queries(connection),
      async startTransaction(isolation) {
        const begun = await connection.startTransaction(isolation);
        return { ...begun, ...queries(begun) };
      },
    }),
  };
}

/**
 * The span of a statement. Its text has placeholders for all that people wrote. It is named by what is done to which table:
 * `SELECT Task`.
 */
function statementSpan(engine: Engine, sql: string): SpanStart {
  const [operation = 'SQL'] = /\b(?:SELECT|INSERT|UPDATE|DELETE)\b/i.exec(sql) ?? [];
  const [, table] = /\b(?:FROM|INTO|UPDATE)\s+(?:[`"]?\w+[`"]?\.)?[`"]?(\w+)/i.exec(sql) ?? [];
  const name = table === undefined ? operation : `${operation} ${table}`;
  return {
    name,
    kind: 'client',
    attributes: {
      'db.system.name': engine,
      'db.operation.name': operation,
      'db.collection.name': table,
      'db.query.summary': name,
      'db.query.text': sql,
    },
  };
}

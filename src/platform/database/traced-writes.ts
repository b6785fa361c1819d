import type { Tracing } from '../runtime/tracing.ts';
import type { Database } from './database.ts';

/** The same database, whose transactions are traced: each with its wait for its turn, its statements, and its commit. */
export function traceWrites(database: Database, tracing: Tracing | null): Database {
  if (!tracing) return database;
  const attributes = { 'db.system.name': database.engine };
  return {
    ...database,
    write: (work, options) =>
      tracing.part({ name: 'transaction', attributes }, () => {
        const begun = Promise.withResolvers<void>();
        // A transaction that does not begin has waited in vain, which its own span says.
        void tracing.part({ name: 'wait for the transaction' }, () => begun.promise);
        const run: typeof work = (...access) => {
          begun.resolve();
          return work(...access);
        };
        return database.write(run, options).finally(begun.resolve);
      }),
  };
}

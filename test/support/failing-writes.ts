import type { Database } from '../../src/platform/database/database.ts';
import type { TestApp } from './app.ts';

/**
 * Makes the transactions of an application fail, as on a full disk.
 * @param replaced what is done in place of a transaction. Default: fails.
 * @returns a function that ends it
 */
export function failWrites(
  { db }: TestApp,
  replaced: (write: Database['write']) => Database['write'] = () => () =>
    Promise.reject(new Error('database or disk is full')),
): () => void {
  const write = db.write.bind(db);
  db.write = replaced(write);
  return () => {
    db.write = write;
  };
}

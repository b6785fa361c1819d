import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { TestApp } from './app.ts';

/**
 * Locks the database against writes from another connection, as a backup tool or a long import would.
 * @param tables those that are locked on PostgreSQL, where there is no lock of a database
 * @returns a function that releases the lock
 */
export async function lockWrites({ config: { database } }: TestApp, ...tables: string[]): Promise<() => Promise<void>> {
  if (database.engine === 'sqlite') {
    const other = new BetterSqlite3(database.file);
    other.exec('BEGIN IMMEDIATE');
    return async () => void other.exec('ROLLBACK').close();
  }
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query('BEGIN');
  await other.query(`LOCK TABLE ${tables.map((table) => `"${table}"`).join(', ')} IN EXCLUSIVE MODE`);
  return async () => {
    await other.query('ROLLBACK');
    await other.end();
  };
}

import BetterSqlite3 from 'better-sqlite3';
import { replaceFile } from '../runtime/files.ts';
import { createPrivateFile } from '../runtime/private-files.ts';

/** A time as part of a file name. */
export const timestampInName = (moment: Date) => moment.toISOString().replaceAll(/[:.]/g, '-');

/**
 * Writes the committed state of a SQLite database to another file, in one read transaction. It does not block writers, and
 * unlike a page-by-page copy it does not restart when one of them commits. Only the user of the process can read the copy.
 */
export function copyDatabase(db: BetterSqlite3.Database, path: string): void {
  createPrivateFile(path);
  db.prepare('VACUUM INTO ?').run(path);
}

/**
 * Copies a SQLite database, which may be in use, to `path`. The copy is checked before it appears there.
 * @returns the size of the copy, in bytes
 * @throws FileExistsError if there is a file at `path` and `force` is false; Error if the database is damaged
 */
export async function backUp(file: string, path: string, options: { force: boolean }): Promise<number> {
  let bytes = 0;
  await replaceFile(path, options, async (handle, part) => {
    const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 30_000 });
    try {
      copyDatabase(db, part);
    } finally {
      db.close();
    }
    requireSound(part);
    bytes = (await handle.stat()).size;
  });
  return bytes;
}

/** @throws Error if a database is damaged or violates a foreign key */
function requireSound(file: string): void {
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    const health = db.pragma('integrity_check', { simple: true });
    if (health !== 'ok') throw new Error(`The database is damaged, and so is its copy: ${String(health)}.`);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`The database has ${broken.length} records that refer to missing records.`);
  } finally {
    db.close();
  }
}

import BetterSqlite3 from 'better-sqlite3';
import { replaceFile } from '../runtime/files.ts';

/** A moment as it can stand in the name of a file. */
export const timestampInName = (moment: Date) => moment.toISOString().replaceAll(/[:.]/g, '-');

/**
 * Writes what is committed in a SQLite database to another file, in one read: writers are not held up and, unlike a copy page
 * by page, it need not begin anew because of them.
 */
export function copyDatabase(db: BetterSqlite3.Database, path: string): void {
  db.prepare('VACUUM INTO ?').run(path);
}

/**
 * Copies the SQLite database in a file, which may be in use, and makes sure that the copy is sound before it takes its place.
 * Answers how large it is, in bytes.
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

/** Throws when a database is damaged, or rows of it name others that are not there. */
function requireSound(file: string): void {
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    const health = db.pragma('integrity_check', { simple: true });
    if (health !== 'ok') throw new Error(`The database is damaged, and so is a copy of it (${String(health)}).`);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} rows of the database name others that are not there.`);
  } finally {
    db.close();
  }
}

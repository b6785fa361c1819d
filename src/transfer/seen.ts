import BetterSqlite3 from 'better-sqlite3';

/** What was come by in a file and in which line, for any number of lines: kept on the disk, in memory only as far as it fits. */
export interface Seen {
  /** Notes something, and answers the line that had it before; null when none did. */
  note(what: string, line: number): number | null;
  has(what: string): boolean;
  close(): void;
}

/** Makes an empty one. What it keeps is gone with it. */
export function createSeen(): Seen {
  // A database without a name is a file that nobody sees, which SQLite removes by itself.
  const db = new BetterSqlite3('');
  db.pragma('journal_mode = OFF');
  db.exec('CREATE TABLE seen (what TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID; BEGIN');
  const insert = db.prepare('INSERT OR IGNORE INTO seen VALUES (?, ?)');
  const find = db.prepare<[string], { line: number }>('SELECT line FROM seen WHERE what = ?');
  return {
    note(what, line) {
      return insert.run(what, line).changes > 0 ? null : (find.get(what)?.line ?? null);
    },
    has: (what) => find.get(what) !== undefined,
    close: () => void db.close(),
  };
}

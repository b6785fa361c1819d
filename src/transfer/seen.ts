import BetterSqlite3 from 'better-sqlite3';

/** The keys that were found in a file, each with its line. Kept on disk, so that files of any size fit. */
export interface Seen {
  /** Adds a key. Returns the line that had it before; null if none did. */
  note(what: string, line: number): number | null;
  has(what: string): boolean;
  close(): void;
}

export function createSeen(): Seen {
  // A database without a name is a temporary file, which SQLite removes.
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

import BetterSqlite3 from 'better-sqlite3';

/** The keys that were found in a file, each with a number such as its line. Kept on disk, so that files of any size fit. */
export interface Seen {
  /** Adds a key with a number. Returns the number that it was added with before; null if it was not. */
  note(what: string, number: number): number | null;
  /** The number that a key was added with. Null if it was not. */
  find(what: string): number | null;
  close(): void;
}

export function createSeen(): Seen {
  // A database without a name is a temporary file, which SQLite removes.
  const db = new BetterSqlite3('');
  db.pragma('journal_mode = OFF');
  db.exec('CREATE TABLE seen (what TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID; BEGIN');
  const insert = db.prepare('INSERT OR IGNORE INTO seen VALUES (?, ?)');
  const find = db.prepare<[string], { number: number }>('SELECT number FROM seen WHERE what = ?');
  return {
    note: (what, number) => (insert.run(what, number).changes > 0 ? null : (find.get(what)?.number ?? null)),
    find: (what) => find.get(what)?.number ?? null,
    close: () => void db.close(),
  };
}

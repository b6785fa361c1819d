import BetterSqlite3 from 'better-sqlite3';

/** The keys that were found in a file, each with a number such as its line. Kept on disk, so that files of any size fit. */
export interface Seen {
  /** Adds a key with a number. Returns the number that it was added with before; null if it was not. */
  note(what: string, number: number): number | null;
  /** The number that a key was added with. Null if it was not. */
  find(what: string): number | null;
  /** Adds a key that something in a line refers to. It may be added later. */
  expect(what: string, line: number, by: string): void;
  /** The first reference to a key that was never added. Null if there is none. */
  firstMissing(): { what: string; line: number; by: string } | null;
  close(): void;
}

export function createSeen(): Seen {
  // A database without a name is a temporary file, which SQLite removes.
  const db = new BetterSqlite3('');
  db.pragma('journal_mode = OFF');
  db.exec('CREATE TABLE seen (what TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID');
  db.exec('CREATE TABLE expected (what TEXT NOT NULL, line INTEGER NOT NULL, by TEXT NOT NULL); BEGIN');
  const insert = db.prepare('INSERT OR IGNORE INTO seen VALUES (?, ?)');
  const find = db.prepare<[string], { number: number }>('SELECT number FROM seen WHERE what = ?');
  const expected = db.prepare('INSERT INTO expected VALUES (?, ?, ?)');
  const missing = db.prepare<[], { what: string; line: number; by: string }>(
    'SELECT * FROM expected WHERE what NOT IN (SELECT what FROM seen) ORDER BY rowid LIMIT 1',
  );
  return {
    note: (what, number) => (insert.run(what, number).changes > 0 ? null : (find.get(what)?.number ?? null)),
    find: (what) => find.get(what)?.number ?? null,
    expect: (what, line, by) => void expected.run(what, line, by),
    firstMissing: () => missing.get() ?? null,
    close: () => void db.close(),
  };
}

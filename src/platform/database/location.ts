/** Where the data is: a SQLite file, or a PostgreSQL server. */
export type DatabaseLocation = { engine: 'sqlite'; file: string } | { engine: 'postgresql'; url: string };

export type Engine = DatabaseLocation['engine'];

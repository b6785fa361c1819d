/* Databases of the benchmark: made, filled by plain SQL, copied, and dropped again. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { newId } from '../src/platform/database/ids.ts';
import type { DatabaseLocation } from '../src/platform/database/location.ts';
import { migrate } from '../src/platform/database/migrations.ts';
import { modelNameOf } from '../src/platform/database/models.ts';
import { toSqlite } from '../src/platform/database/sqlite-values.ts';
import type { Batch } from './data.ts';
import type { Engine } from './options.ts';

/** The PostgreSQL server, the same as that of the tests. */
const postgresqlServer = process.env.WAYMARK_TEST_POSTGRESQL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

/** Makes databases in a folder or on a server, and drops all of them at the end. */
export interface Databases {
  readonly engine: Engine;
  create(name: string): Promise<DatabaseLocation>;
  /** A copy of a database that nobody has open. */
  copy(from: DatabaseLocation, name: string): Promise<DatabaseLocation>;
  dropAll(): Promise<void>;
}

/** Why PostgreSQL cannot be measured. Null if it can. */
export async function whyNoPostgreSQL(): Promise<string | null> {
  try {
    await onServer('SELECT 1');
    return null;
  } catch (error) {
    return `no PostgreSQL answers at ${new URL(postgresqlServer).host} (${(error as Error).message || (error as { code?: string }).code})`;
  }
}

/** Runs one statement on the PostgreSQL server. */
export async function onServer<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: postgresqlServer, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as T[];
  } finally {
    await client.end();
  }
}

/** Databases of one engine. */
export function databasesOf(engine: Engine, folder: string): Databases {
  return engine === 'sqlite' ? sqliteDatabases(folder) : postgresqlDatabases();
}

function sqliteDatabases(folder: string): Databases {
  const fileOf = (name: string) => join(folder, `${name}.db`);
  return {
    engine: 'sqlite',
    async create(name) {
      const location = { engine: 'sqlite', file: fileOf(name) } as const;
      await migrate(location);
      return location;
    },
    async copy(from, name) {
      if (from.engine === 'sqlite') copyFileSync(from.file, fileOf(name));
      return { engine: 'sqlite', file: fileOf(name) };
    },
    async dropAll() {
      // The folder is removed as a whole.
    },
  };
}

function postgresqlDatabases(): Databases {
  const prefix = `waymark_bench_${newId().replaceAll('-', '')}`;
  const made: string[] = [];
  async function createFrom(name: string, template: string): Promise<DatabaseLocation> {
    const url = new URL(postgresqlServer);
    url.pathname = `${prefix}_${name}`.slice(0, 63);
    made.push(url.pathname.slice(1));
    await onServer(`CREATE DATABASE ${made.at(-1)} ${template}`);
    return { engine: 'postgresql', url: url.href };
  }
  return {
    engine: 'postgresql',
    async create(name) {
      const location = await createFrom(name, '');
      await migrate(location);
      return location;
    },
    copy: (from, name) => createFrom(name, from.engine === 'postgresql' ? `TEMPLATE ${nameOf(from.url)}` : ''),
    async dropAll() {
      for (const name of made) await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** The name of a PostgreSQL database. */
export const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** Inserts batches into databases. Call `insert` for each batch, then `finish`. */
export interface Filling {
  insert(batch: Batch): Promise<void>;
  finish(): Promise<void>;
}

/** Starts to fill a database. */
export async function fill(location: DatabaseLocation): Promise<Filling> {
  return location.engine === 'sqlite' ? fillSqlite(location.file) : fillPostgresql(location.url);
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

function fillSqlite(file: string): Filling {
  const db = new BetterSqlite3(file);
  // Nobody needs what is lost when the machine fails now.
  db.pragma('synchronous = OFF');
  return {
    async insert({ model, rows }) {
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) return;
      const values = columns.map(() => '?').join(', ');
      const insert = db.prepare(`INSERT INTO "${modelNameOf(model)}" (${quoted(columns)}) VALUES (${values})`);
      db.transaction(() => {
        for (const row of rows) insert.run(columns.map((column) => sqliteValue(row[column])));
      })();
    },
    async finish() {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}

/** JSON is stored as text. */
const sqliteValue = (value: unknown) =>
  value !== null && typeof value === 'object' && !(value instanceof Date)
    ? JSON.stringify(value)
    : toSqlite(value, undefined);

async function fillPostgresql(url: string): Promise<Filling> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async insert({ model, rows }) {
      const columns = quoted(Object.keys(rows[0] ?? {}));
      if (columns === '') return;
      const table = `"${modelNameOf(model)}"`;
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    },
    async finish() {
      await client.query('VACUUM ANALYZE');
      await client.end();
    },
  };
}

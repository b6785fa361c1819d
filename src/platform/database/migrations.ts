import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type pg from 'pg';
import { copyDatabase, timestampInName } from './backup.ts';
import { newId } from './ids.ts';
import type { DatabaseLocation } from './location.ts';

/** A step from one shape of the database to the next. */
export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the SQL in hex, as Prisma's own tools compute it. */
  checksum: string;
}

/** What migrating did. */
export interface MigrationReport {
  applied: string[];
  /** Where the SQLite file was copied before it was changed; null when there was nothing to lose. */
  backup: string | null;
}

/** The database's history is not the beginning of ours, so nothing was done. */
export class MigrationHistoryError extends Error {
  override name = 'MigrationHistoryError';
}

interface Recorded {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
  rolled_back_at: unknown;
}

const migrationsFolder = join(import.meta.dirname, '../../../prisma/migrations');

/** The migrations of an engine, in order. */
export function readMigrations(engine: DatabaseLocation['engine'], folder = migrationsFolder): Migration[] {
  const names = readdirSync(join(folder, engine), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, engine, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Which migrations are still to be applied. Throws MigrationHistoryError when the recorded ones are not ours. */
export function pendingMigrations(migrations: Migration[], history: Recorded[]): Migration[] {
  const recorded = history.filter((row) => row.rolled_back_at === null);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of recorded) {
    const migration = known.get(row.migration_name);
    if (!migration) {
      const hint = 'It was written by a newer Waymark: run that one, or restore the copy made before it migrated.';
      throw new MigrationHistoryError(
        `The database has a migration this version does not know: ${row.migration_name}. ${hint}`,
      );
    }
    if (row.finished_at === null) {
      throw new MigrationHistoryError(
        `The migration ${row.migration_name} was begun and never finished. Restore the copy made before it.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationHistoryError(
        `The migration ${row.migration_name} was edited after it was applied to this database.`,
      );
    }
  }
  const applied = new Set(recorded.map((row) => row.migration_name));
  const pending = migrations.filter(({ name }) => !applied.has(name));
  const latest = recorded
    .map((row) => row.migration_name)
    .sort()
    .at(-1);
  const skipped = pending.find(({ name }) => latest !== undefined && name < latest);
  if (skipped) {
    throw new MigrationHistoryError(`The database is past the migration ${skipped.name} without having applied it.`);
  }
  return pending;
}

/**
 * Brings a database to the current models, creating a SQLite file that is not there yet. Each migration runs in a
 * transaction and is recorded in `_prisma_migrations` as Prisma's own tools would. Safe to call from several processes
 * at once: one migrates, the others wait and find nothing left to do.
 */
export async function migrate(
  location: DatabaseLocation,
  migrations = readMigrations(location.engine),
): Promise<MigrationReport> {
  return location.engine === 'sqlite'
    ? migrateSqlite(location.file, migrations)
    : migratePostgresql(location.url, migrations);
}

/** The names of the migrations that a database still lacks, found without changing anything. */
export async function pendingIn(location: DatabaseLocation): Promise<string[]> {
  const migrations = readMigrations(location.engine);
  if (location.engine === 'sqlite') {
    if (!existsSync(location.file)) return migrations.map(({ name }) => name);
    const db = new BetterSqlite3(location.file, { readonly: true });
    try {
      return pendingMigrations(migrations, sqliteHistory(db)).map(({ name }) => name);
    } finally {
      db.close();
    }
  }
  const client = await connect(location.url);
  try {
    return pendingMigrations(migrations, await postgresqlHistory(client)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function sqliteHistory(db: BetterSqlite3.Database): Recorded[] {
  const exists = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
  return exists ? (db.prepare('SELECT * FROM _prisma_migrations').all() as Recorded[]) : [];
}

async function postgresqlHistory(client: pg.Client): Promise<Recorded[]> {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') AS found`);
  return rows[0].found ? (await client.query<Recorded>('SELECT * FROM _prisma_migrations')).rows : [];
}

function migrateSqlite(file: string, migrations: Migration[]): MigrationReport {
  mkdirSync(dirname(file), { recursive: true });
  const db = new BetterSqlite3(file, { timeout: 30_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    if (pendingMigrations(migrations, sqliteHistory(db)).length === 0) return { applied: [], backup: null };

    const holdsData = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get() !== undefined;
    const backup = holdsData ? `${file}.before-migration-${timestampInName(new Date())}` : null;
    if (backup) copyDatabase(db, backup);

    // Rebuilding a table breaks references until it is done; the check after it finds any that stay broken.
    db.pragma('foreign_keys = OFF');
    const apply = db.transaction(() => {
      db.exec(historyTable('DATETIME'));
      // Read again now that no other process can write.
      const pending = pendingMigrations(migrations, sqliteHistory(db));
      for (const { name, sql, checksum } of pending) {
        db.exec(sql);
        const now = Date.now();
        db.prepare(
          `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES (?, ?, ?, ?, ?, 1)`,
        ).run(newId(), checksum, name, now, now);
      }
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0)
        throw new Error(`The migration would leave ${broken.length} references to rows that are gone.`);
      return pending.map(({ name }) => name);
    });
    return { applied: apply.immediate(), backup };
  } finally {
    db.close();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const { default: postgresql } = await import('pg');
  const client = new postgresql.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

/** Any number will do, as long as every Waymark takes the same one. */
const advisoryLock = 7_209_613;

async function migratePostgresql(url: string, migrations: Migration[]): Promise<MigrationReport> {
  const client = await connect(url);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    const pending = pendingMigrations(migrations, await postgresqlHistory(client));
    await client.query('BEGIN');
    await client.query(historyTable('TIMESTAMPTZ'));
    for (const { name, sql, checksum } of pending) {
      await client.query(sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), now(), 1)`,
        [newId(), checksum, name],
      );
    }
    await client.query('COMMIT');
    return { applied: pending.map(({ name }) => name), backup: null };
  } finally {
    // Ending the connection rolls back what was not committed, and lets go of the lock.
    await client.end();
  }
}

/** As Prisma creates it on each engine. */
const historyTable = (dateTime: 'DATETIME' | 'TIMESTAMPTZ') => `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" ${dateTime},
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" ${dateTime},
  "started_at" ${dateTime} NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

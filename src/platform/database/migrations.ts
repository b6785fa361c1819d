import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type pg from 'pg';
import { createPrivateFile, createPrivateFolder, makeFilesPrivate } from '../runtime/private-files.ts';
import { copyDatabase, timestampInName } from './backup.ts';
import { newId } from './ids.ts';
import type { DatabaseLocation } from './location.ts';
import { type AppliedMigration, type Migration, pendingMigrations, readMigrations } from './migration-history.ts';

/** The result of a migration. */
export interface MigrationReport {
  applied: string[];
  /** The path of the copy of the SQLite file from before. Null if there was no data or nothing to do. */
  backup: string | null;
}

/**
 * Migrates a database to the current models; creates a SQLite file that does not exist. All migrations run in one transaction
 * and are recorded in `_prisma_migrations`, as Prisma's own tools do. Safe to call from several processes at once: one
 * migrates, the others wait and find nothing to do.
 */
export async function migrate(
  location: DatabaseLocation,
  migrations = readMigrations(location.engine),
): Promise<MigrationReport> {
  return location.engine === 'sqlite'
    ? migrateSqlite(location.file, migrations)
    : migratePostgresql(location.url, migrations);
}

/** The names of the migrations that are still to be applied. Changes nothing. */
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

function sqliteHistory(db: BetterSqlite3.Database): AppliedMigration[] {
  const exists = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
  return exists ? (db.prepare('SELECT * FROM _prisma_migrations').all() as AppliedMigration[]) : [];
}

async function postgresqlHistory(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') AS found`);
  return rows[0].found ? (await client.query<AppliedMigration>('SELECT * FROM _prisma_migrations')).rows : [];
}

/** How the names of a SQLite database's files end: itself, what SQLite keeps beside it, and copies of it. */
const ownEndings = /^(|-wal|-shm|-journal|\.(backup|before-migration)-[\dTZ-]+)$/;

function migrateSqlite(file: string, migrations: Migration[]): MigrationReport {
  createPrivateFolder(dirname(file));
  // SQLite gives its other files the permissions of the database. Earlier versions let others read it, and its backups.
  createPrivateFile(file);
  makeFilesPrivate(file, ownEndings);
  const db = new BetterSqlite3(file, { timeout: 30_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    if (pendingMigrations(migrations, sqliteHistory(db)).length === 0) return { applied: [], backup: null };

    const holdsData = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get() !== undefined;
    const backup = holdsData ? `${file}.before-migration-${timestampInName(new Date())}` : null;
    if (backup) copyDatabase(db, backup);

    // Rebuilding a table breaks references for a while. The check below finds those that stay broken.
    db.pragma('foreign_keys = OFF');
    const apply = db.transaction(() => {
      db.exec(historyTable('DATETIME'));
      // Read again, now that no other process can write.
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
        throw new Error(`The migration would leave ${broken.length} references to missing records.`);
      return pending.map(({ name }) => name);
    });
    return { applied: apply.immediate(), backup };
  } finally {
    db.close();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const { default: postgresql } = await import('pg');
  const client = new postgresql.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  await client.connect();
  return client;
}

/** An arbitrary number that every version of Waymark uses. */
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
    // Ending the connection rolls back what was not committed and releases the lock.
    await client.end();
  }
}

/** The table of applied migrations, as Prisma creates it. */
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

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './location.ts';

/** A step from one version of the models to the next. */
export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the SQL in hex, as Prisma's own tools compute it. */
  checksum: string;
}

/** The database was not migrated by a prefix of this version's migrations. It was not changed. */
export class MigrationHistoryError extends Error {
  override name = 'MigrationHistoryError';
}

/** A row of `_prisma_migrations`, the table of Prisma's own tools. */
export interface AppliedMigration {
  migration_name: string;
  checksum: string;
  finished_at: unknown;
  rolled_back_at: unknown;
}

const migrationsFolder = join(import.meta.dirname, '../../../prisma/migrations');

/** The migrations of an engine, in order. */
export function readMigrations(engine: Engine, folder = migrationsFolder): Migration[] {
  const names = readdirSync(join(folder, engine), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const sql = readFileSync(join(folder, engine, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The migrations that are still to be applied. @throws MigrationHistoryError if the applied ones are not a prefix of them */
export function pendingMigrations(migrations: Migration[], history: AppliedMigration[]): Migration[] {
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

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { composeSchema, engines, readModels } from '../../../scripts/compose-schema.ts';
import { diffDatabase, diffModels } from '../../../scripts/schema-engine.ts';
import { openDatabase } from '../../../src/platform/database/database.ts';
import { isUuid } from '../../../src/platform/database/ids.ts';
import type { DatabaseLocation } from '../../../src/platform/database/location.ts';
import {
  type Migration,
  MigrationHistoryError,
  readMigrations,
} from '../../../src/platform/database/migration-history.ts';
import { migrate, pendingIn } from '../../../src/platform/database/migrations.ts';
import { databaseName, engine, onServer, postgresqlUrl } from '../../support/databases.ts';

/** An empty database, gone when the test is. */
async function emptyDatabase(): Promise<DatabaseLocation> {
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name}`);
    onTestFinished(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
    return { engine, url: postgresqlUrl(name) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { engine, file: join(folder, 'deep', 'waymark.db') };
}

const migrations = readMigrations(engine);
const made = (name: string, sql: string): Migration => ({ name, sql, checksum: `checksum of ${name}` });
const addTable = made('29990101000000_add', 'CREATE TABLE "Extra" ("id" TEXT NOT NULL PRIMARY KEY)');

async function tables(location: DatabaseLocation): Promise<string[]> {
  const db = await openDatabase(location);
  const sql =
    engine === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const rows = await db.write((client) => client.$queryRawUnsafe<{ name: string }[]>(sql));
  await db.close();
  return rows.map(({ name }) => name);
}

test('a default that is JSON is a text: SQLite takes [] without quotes for the name of a column, and makes it empty', () => {
  const unquoted = migrations.filter(({ sql }) => /DEFAULT [[{]/.test(sql));
  expect(unquoted.map(({ name }) => name)).toEqual([]);
});

test('the migrations lead from nothing to exactly the models', async () => {
  const location = await emptyDatabase();
  expect(await pendingIn(location)).toEqual(migrations.map(({ name }) => name));
  expect((await migrate(location)).applied).toEqual(migrations.map(({ name }) => name));
  expect(await pendingIn(location)).toEqual([]);
  expect(await diffDatabase(location)).toBe('-- This is an empty migration.\n');
});

test('operations that were made before they had ids get one each, and keep their changes', async () => {
  const location = await emptyDatabase();
  const [before, [addIds]] = [
    migrations.filter(({ name }) => name < '20261124140307'),
    migrations.filter(({ name }) => name.endsWith('_add_operation_ids')),
  ];
  await migrate(location, before);
  const db = await openDatabase(location);
  const account = `'a', 1, '2026-01-01', '2026-01-01', 'a@example.org', 'a@example.org', 'A', 'UTC', '00:00', 'MONDAY', '[]'`;
  const columns = [
    'id',
    'version',
    'createdAt',
    'updatedAt',
    'email',
    'emailFolded',
    'name',
    'timeZone',
    'dayStartsAt',
  ];
  const named = [...columns, 'weekStartsOn', 'workingDays'].map((column) => `"${column}"`).join(', ');
  await db.write(async (client) => {
    await client.$executeRawUnsafe(`INSERT INTO "Account" (${named}) VALUES (${account})`);
    await client.$executeRawUnsafe(`INSERT INTO "OwnerClock" ("ownerId", "tick") VALUES ('a', 2)`);
    for (const tick of [1, 2]) {
      await client.$executeRawUnsafe(`INSERT INTO "Operation" ("ownerId", "tick", "name", "requestId", "actor", "at")
        VALUES ('a', ${tick}, 'createTask', 'r', 'server', '2026-01-01')`);
      await client.$executeRawUnsafe(`INSERT INTO "Change" ("ownerId", "tick", "ordinal", "model", "rowId", "action")
        VALUES ('a', ${tick}, 0, 'Task', 't', 'CREATE')`);
    }
  });
  await db.close();
  await migrate(location, [...before, addIds as Migration]);
  const after = await openDatabase(location);
  const rows = await after.write((client) =>
    client.$queryRawUnsafe<{ id: string }[]>('SELECT "id" FROM "Operation" NATURAL JOIN "Change" ORDER BY "tick"'),
  );
  const [clock] = await after.write((client) =>
    client.$queryRawUnsafe<{ oldestTick: number }[]>('SELECT "oldestTick" FROM "OwnerClock"'),
  );
  await after.close();
  expect(rows.map(({ id }) => isUuid(id))).toEqual([true, true]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  expect(Number(clock?.oldestTick)).toBe(1);
});

test('the drift check sees drift', async () => {
  const location = await emptyDatabase();
  await migrate(location, [...migrations, addTable]);
  expect(await diffDatabase(location)).toContain('DROP TABLE "Extra"');
});

test('the snapshot that the next migration starts from is the models, and every engine has the same migrations', async () => {
  const snapshot = readFileSync(new URL('../../../prisma/migrations/snapshot.prisma', import.meta.url), 'utf8');
  for (const each of engines) {
    expect(await diffModels(each, snapshot, readModels())).toBe('-- This is an empty migration.\n');
    expect(readMigrations(each).map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    expect(composeSchema(each)).toContain(`provider = "${each}"`);
  }
});

test('migrating again does nothing', async () => {
  const location = await emptyDatabase();
  await migrate(location);
  expect(await migrate(location)).toEqual({ applied: [], backup: null });
});

test('several processes that start at once migrate once', async () => {
  const location = await emptyDatabase();
  const reports = await Promise.all(Array.from({ length: 5 }, () => migrate(location)));
  expect(reports.flatMap(({ applied }) => applied)).toEqual(migrations.map(({ name }) => name));
});

test('a migration that fails leaves nothing of itself behind', async () => {
  const location = await emptyDatabase();
  await migrate(location);
  const broken = made('29990101000000_broken', `${addTable.sql}; CREATE TABLE "Task" ("id" TEXT)`);
  await expect(migrate(location, [...migrations, broken])).rejects.toThrow(/already exists/);
  expect(await tables(location)).not.toContain('Extra');
  expect((await migrate(location, [...migrations, addTable])).applied).toEqual([addTable.name]);
});

test('a history that is not ours stops everything, and says why', async () => {
  const location = await emptyDatabase();
  await migrate(location, [...migrations, addTable]);
  await expect(migrate(location)).rejects.toThrow(MigrationHistoryError);
  await expect(migrate(location)).rejects.toThrow(/does not know: 29990101000000_add.*newer Waymark/);
  const edited = { ...addTable, checksum: 'another' };
  await expect(migrate(location, [...migrations, edited])).rejects.toThrow(/29990101000000_add was edited/);
  const late = made('20000101000000_late', addTable.sql);
  await expect(migrate(location, [late, ...migrations, addTable])).rejects.toThrow(
    /past the migration 20000101000000_late/,
  );
});

test.skipIf(engine !== 'sqlite')('a SQLite file with data in it is copied aside first; a new one is not', async () => {
  const location = await emptyDatabase();
  if (location.engine !== 'sqlite') return;
  expect((await migrate(location)).backup).toBeNull();
  const { backup } = await migrate(location, [...migrations, addTable]);
  expect(backup).toContain('waymark.db.before-migration-');
  expect(backup !== null && existsSync(backup)).toBe(true);
  expect(await tables({ engine: 'sqlite', file: backup ?? '' })).not.toContain('Extra');
  expect(readdirSync(join(location.file, '..')).filter((name) => name.includes('before'))).toHaveLength(1);
});

test.skipIf(engine !== 'sqlite')('a migration that would leave references to nothing is undone', async () => {
  const location = await emptyDatabase();
  const parentless = made(
    '29990101000000_parentless',
    `CREATE TABLE "A" ("id" TEXT PRIMARY KEY); CREATE TABLE "B" ("a" TEXT REFERENCES "A"("id")); INSERT INTO "B" VALUES ('none')`,
  );
  await expect(migrate(location, [...migrations, parentless])).rejects.toThrow('1 references to missing records');
  expect((await migrate(location)).applied).toEqual(migrations.map(({ name }) => name));
});

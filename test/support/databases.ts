import { copyFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { newId } from '../../src/platform/database/ids.ts';
import type { DatabaseLocation } from '../../src/platform/database/location.ts';
import { migrate } from '../../src/platform/database/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    templateDatabase: string;
    /** A folder for what the workers of a run share. */
    sharedFolder: string;
  }
}

/** The engine that this run of the suite is on: `WAYMARK_TEST_ENGINE=postgresql npm test` for the other one. */
export const engine: DatabaseLocation['engine'] =
  process.env.WAYMARK_TEST_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite';

/** A PostgreSQL server on which databases may be created and dropped. */
export const postgresqlServer = process.env.WAYMARK_TEST_POSTGRESQL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
export const redisServer = process.env.WAYMARK_TEST_REDIS ?? 'redis://127.0.0.1:6379';

export async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresqlServer });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function postgresqlUrl(database: string): string {
  const url = new URL(postgresqlServer);
  url.pathname = `/${database}`;
  return url.href;
}

/** A name that no other run of the tests takes. */
export const databaseName = () => `waymark_test_${newId().replaceAll('-', '')}`;

/**
 * Where the databases of a run lie: in memory where there are two gigabytes for them, and else with other temporary files. No
 * test asks whether they would outlive a power failure, and most commits of a run only wait for the disk.
 */
function databasesFolder(): string {
  const memory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > 2 ** 31) return memory;
  } catch {
    // Not Linux.
  }
  return tmpdir();
}

/** Before all tests: one migrated database, which every test starts from a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(databasesFolder(), 'waymark-template-'));
  project.provide('sharedFolder', folder);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name}`);
    await migrate({ engine, url: postgresqlUrl(name) });
    project.provide('templateDatabase', name);
    return async () => {
      removeFolder();
      await dropAll(name);
    };
  }
  const file = join(folder, 'template.db');
  await migrate({ engine, file });
  project.provide('templateDatabase', file);
  return async () => removeFolder();
}

/** Removes a template, and those that were made from it. */
async function dropAll(template: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresqlServer });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [template]);
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

let copies = 0;

/** Makes a copy of a template, and answers its name and URL; it is there until the tests are over. */
export async function copyTemplate(template: string): Promise<{ name: string; url: string }> {
  copies += 1;
  const name = `${template}_${process.pid}_${copies}`;
  if (engine === 'postgresql') await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  else copyFileSync(template, name);
  return { name, url: engine === 'postgresql' ? postgresqlUrl(name) : `file:${name}` };
}

/** Makes another template from one, and answers its name; it is there until the tests are over. */
export async function createTemplate(template: string, fill: (url: string) => Promise<void>): Promise<string> {
  const { name, url } = await copyTemplate(template);
  await fill(url);
  if (engine === 'sqlite') {
    // What is still in the write-ahead log would not be copied with the file.
    const file = new BetterSqlite3(name);
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
  }
  return name;
}

/** A database of one's own, copied from the template, and what removes it again. */
export async function createDatabase(template: string): Promise<{ url: string; remove: () => Promise<void> }> {
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    return { url: postgresqlUrl(name), remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'));
  const file = join(folder, 'waymark.db');
  copyFileSync(template, file);
  return { url: `file:${file}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

import { statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import type { DatabaseLocation } from '../../src/platform/database/location.ts';
import type { StatementListener } from '../../src/platform/database/open-transaction.ts';
import { copyTemplate, engine } from './databases.ts';

/*
 * Databases that tests use one after another. To make and open one takes longer than most tests, and Prisma plans each query
 * anew for every client: one that was used before has its plans already.
 */

/** A database that a test has for itself, with what its template holds. */
export interface Borrowed {
  url: string;
  database: Database;
  /** Makes it what it was, for the next test. */
  giveBack: () => Promise<void>;
}

type Lend = (onStatement: StatementListener) => Borrowed;

const idle = new Map<string, Lend[]>();

/** A copy of a template, for one test at a time. */
export async function borrowDatabase(template: string, onStatement: StatementListener): Promise<Borrowed> {
  const lend = idle.get(template)?.pop() ?? (await open(template));
  return lend(onStatement);
}

async function open(template: string): Promise<Lend> {
  const { name, url } = await copyTemplate(template);
  const location: DatabaseLocation = engine === 'sqlite' ? { engine, file: name } : { engine, url };
  let heard: StatementListener = () => {};
  const opened = await openDatabase(location, (sql) => heard(sql));
  const restore = await restorer(location, template);
  const lend: Lend = (onStatement) => {
    heard = onStatement;
    return {
      url,
      // Whoever borrows it closes it as its own: it stays open all the same.
      database: { ...opened, close: async () => {} },
      async giveBack() {
        try {
          // After what is still being written.
          await opened.write(async () => {});
          await restore();
          // One that held very many rows stays large: tests that read its file would read all of that.
          if (isLarge(location)) await opened.close();
          else idle.set(template, [...(idle.get(template) ?? []), lend]);
        } catch {
          // A test that broke it on purpose was its last one.
          await opened.close();
        }
      },
    };
  };
  return lend;
}

/** Whether the files of a SQLite database have more than 50 MB. */
function isLarge(location: DatabaseLocation): boolean {
  if (location.engine !== 'sqlite') return false;
  const files = [location.file, `${location.file}-wal`].map((path) => statSync(path, { throwIfNoEntry: false }));
  return files.some((stats) => stats !== undefined && stats.size > 50_000_000);
}

/** What gives all tables the rows that they have in the template, at once, with no regard to what refers to what. */
async function restorer(location: DatabaseLocation, template: string): Promise<() => Promise<void>> {
  if (location.engine === 'sqlite') {
    const file = new BetterSqlite3(location.file);
    file.prepare('ATTACH ? AS kept').run(template);
    const tables = file
      // Those of the full-text index are its own.
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT GLOB '*_*'`,
      )
      .pluck()
      .all() as string[];
    const hasRows = (table: string) => file.prepare(`SELECT 1 FROM kept."${table}" LIMIT 1`).get() !== undefined;
    const sql = statements(tables, tables.filter(hasRows), 'main');
    file.pragma('foreign_keys = OFF');
    return async () => void file.exec(`BEGIN;${sql}COMMIT;`);
  }
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  client.on('error', () => {});
  await client.query(`SET session_replication_role = replica`);
  const { rows } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  const tables = rows.map(({ tablename }) => tablename as string).filter((table) => table !== '_prisma_migrations');
  const filled: string[] = [];
  for (const table of tables) {
    if ((await client.query(`SELECT 1 FROM "${table}" LIMIT 1`)).rowCount === 1) filled.push(table);
  }
  const keep = filled.map((table) => `CREATE TABLE kept."${table}" AS TABLE public."${table}";`).join('');
  await client.query(`CREATE SCHEMA kept;${keep}`);
  const sql = statements(tables, filled, 'public');
  return async () => void (await client.query(sql));
}

const statements = (tables: string[], filled: string[], schema: string) =>
  [
    ...tables.map((table) => `DELETE FROM ${schema}."${table}";`),
    ...filled.map((table) => `INSERT INTO ${schema}."${table}" SELECT * FROM kept."${table}";`),
  ].join('');

import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import {
  type Database,
  type DatabaseLocation,
  openDatabase,
  type StatementListener,
} from '../../src/platform/database.ts';
import { copyTemplate, engine } from './databases.ts';

/*
 * Databases that tests use one after another. To make and open one takes longer than most tests, and Prisma plans each query
 * anew for every client: one that was used before has its plans already.
 */

/** A database that a test has for itself, with nothing in it but its tables. */
export interface Borrowed {
  url: string;
  database: Database;
  /** Empties it, for the next test. */
  giveBack(): Promise<void>;
}

type Lend = (onStatement: StatementListener) => Borrowed;

const idle: Lend[] = [];

/** A database for one test at a time. All are copies of the one template that the suite has. */
export async function borrowDatabase(template: string, onStatement: StatementListener): Promise<Borrowed> {
  const lend = idle.pop() ?? (await open(template));
  return lend(onStatement);
}

async function open(template: string): Promise<Lend> {
  const { name, url } = await copyTemplate(template);
  const location: DatabaseLocation = engine === 'sqlite' ? { engine, file: name } : { engine, url };
  let heard: StatementListener = () => {};
  const opened = await openDatabase(location, (sql) => heard(sql));
  const empty = await emptier(location);
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
          await empty();
          idle.push(lend);
        } catch {
          // A test that broke it on purpose was its last one.
          await opened.close();
        }
      },
    };
  };
  return lend;
}

/** What removes all rows of a database at once, with no regard to what refers to what. */
async function emptier(location: DatabaseLocation): Promise<() => Promise<void>> {
  const statement = (tables: string[]) =>
    tables
      .filter((table) => table !== '_prisma_migrations')
      .map((table) => `DELETE FROM "${table}";`)
      .join('');
  if (location.engine === 'sqlite') {
    const file = new BetterSqlite3(location.file);
    const tables = file
      // Those of the full-text index are its own.
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT GLOB '*_*'`,
      )
      .pluck()
      .all() as string[];
    file.pragma('foreign_keys = OFF');
    return async () => void file.exec(`BEGIN;${statement(tables)}COMMIT;`);
  }
  const client = new pg.Client({ connectionString: location.url });
  await client.connect();
  client.on('error', () => {});
  await client.query(`SET session_replication_role = replica`);
  const { rows } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
  const all = statement(rows.map(({ tablename }) => tablename));
  return async () => void (await client.query(all));
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { afterAll, onTestFinished } from 'vitest';
import type { Overrides } from '../../src/app.ts';
import { type Person, startTestApp, type TestApp } from '../support/app.ts';
import { createDatabase, databaseName, engine, onServer, postgresqlUrl } from '../support/databases.ts';

/* Data that version 0.1 wrote, and what its clients read: see test/fixtures/released-0.1/README.md. */

// biome-ignore lint/suspicious/noExplicitAny: the expectations hold values of every shape
export type Values = Record<string, any>;

/** What the clients of one account read. */
export interface ExpectedAccount extends Values {
  id: string;
  email: string;
  password: string;
  nodes: Record<string, Values>;
}

export interface Expected {
  secret: string;
  publicUrl: string;
  readAt: string;
  accounts: { ada: ExpectedAccount; bob: ExpectedAccount; olga: ExpectedAccount };
}

const read = (name: string) =>
  gunzipSync(readFileSync(new URL(`../fixtures/released-0.1/waymark-0.1.${name}.gz`, import.meta.url)));

/** Ada's export of the SQLite database. */
export const releasedExport = () => read('export.jsonl').toString();

/** What clients read from the database of an engine. */
export const expectedOf = (of: typeof engine): Expected =>
  JSON.parse(read(of === 'sqlite' ? 'expected.json' : 'postgresql.expected.json').toString());

export const expected = expectedOf(engine);

const variables = { WAYMARK_SECRET: expected.secret, PUBLIC_URL: expected.publicUrl };

let template: Promise<string> | undefined;

/** An application on a database of version 0.1 that the start has upgraded, at the moment at which its clients read it. */
export async function upgradedApp(overrides: Overrides = {}): Promise<TestApp> {
  template ??= upgrade();
  const { url, remove } = await createDatabase(await template);
  const app = await startTestApp(url, variables, overrides);
  onTestFinished(async () => {
    await app.close();
    await remove();
  });
  app.clock.set(expected.readAt);
  return app;
}

/** Upgrades the database once, as a start does, and returns what tests copy. */
async function upgrade(): Promise<string> {
  if (engine === 'postgresql') {
    const name = databaseName();
    await onServer(`CREATE DATABASE ${name}`);
    drops.push(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
    const client = new pg.Client({ connectionString: postgresqlUrl(name) });
    await client.connect();
    await client.query(read('postgresql.sql').toString());
    await client.end();
    await (await startTestApp(postgresqlUrl(name), variables)).close();
    return name;
  }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-released-'));
  drops.push(async () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'waymark.db');
  writeFileSync(file, read('db'));
  await (await startTestApp(`file:${file}`, variables)).close();
  // A copy of the file must not lack what is still in the write-ahead log.
  const db = new BetterSqlite3(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return file;
}

const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});

/** Somebody who asks with a token that version 0.1 created. */
export const withToken = (app: TestApp, token: string): Person => app.as({ authorization: `Bearer ${token}` });

interface FixturePerson {
  account: ExpectedAccount;
  person: Person;
}

/** Ada and Bob, who have records of every type, each asking with a token that may write. */
export function peopleOf(app: TestApp): [FixturePerson, FixturePerson] {
  const asking = (account: ExpectedAccount) => ({
    account,
    person: withToken(app, account.accessTokens.write.token),
  });
  return [asking(expected.accounts.ada), asking(expected.accounts.bob)];
}

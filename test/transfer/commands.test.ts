import { execFile } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import BetterSqlite3 from 'better-sqlite3';
import { expect, inject, onTestFinished, test } from 'vitest';
import { createTestApp, startTestApp } from '../support/app.ts';
import { commandFile, runCommand, temporaryFolder } from '../support/command.ts';
import { createDatabase, engine } from '../support/databases.ts';
import { exportOf } from '../support/transfer.ts';
import { randomExport } from './random-export.ts';

/** A migrated database with nobody in it, for programs. */
async function emptyDatabase(): Promise<string> {
  const { url, remove } = await createDatabase(inject('templateDatabase'));
  onTestFinished(remove);
  return url;
}

const address = 'zoe@example.org';

test('an import that is killed half-way leaves nothing, and is whole when it is run again', async () => {
  const folder = temporaryFolder();
  const url = await emptyDatabase();
  const file = join(folder, 'export.jsonl');
  await writeFile(file, randomExport(11));
  const program = join(import.meta.dirname, 'dying-import.ts');
  const signal = await new Promise((resolve) => {
    const child = execFile(process.execPath, [program, url, file, address]);
    child.once('exit', (_code, by) => resolve(by));
  });
  expect(signal).toBe('SIGKILL');

  const variables = { DATABASE_URL: url, LOG_LEVEL: 'silent' };
  const left = await startTestApp(url);
  expect(await left.db.reads.account.count()).toBe(0);
  expect(await left.db.reads.artifact.count()).toBe(0);
  await left.close();
  // This time from standard input.
  const again = execFile(process.execPath, [commandFile, 'import', '-', '--account', address], {
    cwd: folder,
    env: { ...variables, WAYMARK_DATA_DIR: folder, PATH: process.env.PATH },
  });
  again.stdin?.end(readFileSync(file));
  const [stdout, code] = await Promise.all([
    again.stdout ? text(again.stdout) : '',
    new Promise((resolve) => again.once('exit', resolve)),
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^\d+ rows taken over into zoe@example\.org, with settings and history\.\nOpen this to sign in/,
  );
  const exported = await runCommand(['export', '--account', address], variables);
  expect(exported).toEqual({ code: 0, signal: null, stdout: readFileSync(file, 'utf8'), stderr: '' });
});

test('export writes a file, but over none that is there; what a command is called wrongly for is said', async () => {
  const cwd = temporaryFolder();
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Write' });
  const { database } = app.config;
  const DATABASE_URL = database.engine === 'sqlite' ? `file:${database.file}` : database.url;
  const variables = { DATABASE_URL, LOG_LEVEL: 'silent' };
  const run = (...args: string[]) => runCommand(args, variables, { cwd });
  const [unknown, wrong, lacking, missing] = await Promise.all([
    run('export', '--account', 'nobody@example.org'),
    run('export', '--file', 'x'),
    run('import'),
    run('import', 'nowhere.jsonl'),
  ]);
  for (const { code, stdout } of [unknown, wrong, lacking, missing]) expect([code, stdout]).toEqual([1, '']);
  expect(unknown.stderr).toMatch(/^There is no account nobody@example\.org\.\n\nUsage: export \[--output/);
  expect(wrong.stderr).toMatch(/^Unknown option '--file'/);
  expect(lacking.stderr).toMatch(/^Say which file; - is standard input\.\n\nUsage: import <file>/);
  expect(missing.stderr).toContain('nowhere.jsonl');

  const file = join(cwd, 'export.jsonl');
  expect(await run('export', '--account', ada.email, '--output', file)).toMatchObject({ code: 0, stdout: '' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const expected = await exportOf(app, ada.email);
  expect(readFileSync(file, 'utf8')).toBe(expected);
  writeFileSync(file, 'precious');
  const refused = await run('export', '--account', ada.email, '--output', file);
  expect(refused).toMatchObject({ code: 1, stderr: `${file} is there already. Use --force to replace it.\n` });
  expect(readFileSync(file, 'utf8')).toBe('precious');
  await run('export', '--account', ada.email, '--output', file, '--force');
  expect(readFileSync(file, 'utf8')).toBe(expected);
  expect(readdirSync(cwd).filter((name) => name.includes('.part'))).toEqual([]);
});

test.runIf(engine === 'postgresql')(
  'backup of PostgreSQL says how its own tools do it (needs PostgreSQL)',
  async () => {
    const { code, stderr } = await runCommand(['backup'], { DATABASE_URL: await emptyDatabase() });
    expect(code).toBe(1);
    expect(stderr).toContain('pg_dump --format=custom');
  },
);

test.runIf(engine === 'sqlite')(
  'a database that is written to is backed up, and restored from that (needs SQLite)',
  async () => {
    const cwd = temporaryFolder();
    const app = await createTestApp();
    const ada = await app.person();
    const file = app.config.database.engine === 'sqlite' ? app.config.database.file : '';
    const titles = (one: typeof ada) => one.query('{ tasks(first: 100) { nodes { title } } }');
    for (let index = 0; index < 5; index++) await ada.mutate('createTask', { title: `Before ${index}` });
    const before = (await titles(ada)).tasks.nodes as object[];

    const copy = join(cwd, 'copy.db');
    const backup = (...args: string[]) => runCommand(['backup', ...args], { DATABASE_URL: `file:${file}` }, { cwd });
    let copying = true;
    const done = backup(copy).finally(() => {
      copying = false;
    });
    let written = 0;
    while (copying) {
      await ada.mutate('createTask', { title: `Meanwhile ${written}` });
      written += 1;
    }
    expect(await done).toMatchObject({ code: 0, stderr: '' });
    expect((await done).stdout).toMatch(/copy\.db is a sound copy of the database, [\d,]+ KB\.\n$/);
    expect(written).toBeGreaterThan(0);
    expect(statSync(copy).mode & 0o777).toBe(0o600);

    // Never over a file that is there, unless told to.
    expect(await backup(copy)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Use --force to replace it.'),
    });
    expect(await backup(copy, '--force')).toMatchObject({ code: 0 });
    expect(readdirSync(cwd).filter((name) => name.includes('.part'))).toEqual([]);

    // Something is lost, so: stop, put the copy in place, start.
    await ada.mutate('deleteAccount', { email: ada.email, password: ada.password }, 'deletedId');
    const place = `${file}.restored`;
    await copyFile(copy, place);
    const restored = await startTestApp(`file:${place}`);
    onTestFinished(() => restored.close());
    const back = restored.again(ada);
    expect((await titles(back)).tasks.nodes).toEqual(expect.arrayContaining(before));
    expect(await back.mutate('createTask', { title: 'After' }, 'title')).toMatchObject({ title: 'After' });
    expect(await back.query('{ search(text: "before") { totalCount } }')).toEqual({ search: { totalCount: 5 } });
  },
);

test.runIf(engine === 'sqlite')(
  'a damaged database is no backup: what was there before stays (needs SQLite)',
  async () => {
    const cwd = temporaryFolder();
    const url = await emptyDatabase();
    const file = url.slice('file:'.length);
    const db = new BetterSqlite3(file);
    db.pragma('foreign_keys = OFF');
    db.exec(`INSERT INTO "OwnerClock" ("ownerId", "tick") VALUES ('nobody', 1)`);
    db.close();
    const orphaned = await runCommand(['backup', join(cwd, 'copy.db')], { DATABASE_URL: url });
    expect(orphaned).toMatchObject({ code: 1, stderr: expect.stringContaining('rows of the database name others') });

    const size = statSync(file).size;
    const handle = openSync(file, 'r+');
    for (let page = 20; page < size / 4096; page += 3)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096);
    const damaged = await runCommand(['backup', join(cwd, 'copy.db')], { DATABASE_URL: url });
    expect(damaged.code).toBe(1);
    expect(damaged.stderr).toMatch(/damaged|not a sound SQLite database|malformed/);
    expect(existsSync(join(cwd, 'copy.db'))).toBe(false);
    expect(readdirSync(cwd)).toEqual([]);
    await rm(file);
    const nothing = await runCommand(['backup'], { DATABASE_URL: url });
    expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no database at') });
  },
);

import { execFile } from 'node:child_process';
import { openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import BetterSqlite3 from 'better-sqlite3';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { errorMessage } from '../../src/cli/error-messages.ts';
import { exportCommand } from '../../src/cli/export.ts';
import { importCommand } from '../../src/cli/import.ts';
import { main } from '../../src/main.ts';
import { backUp } from '../../src/platform/database/backup.ts';
import { createTestApp, startTestApp } from '../support/app.ts';
import { commandFile, runCommand, startCommand, temporaryFolder } from '../support/command.ts';
import { createDatabase, engine } from '../support/databases.ts';
import { adaAndBob } from '../support/examples.ts';
import { leaveToCI } from '../support/services.ts';
import { exportOf, refusalOf } from '../support/transfer.ts';

/** A migrated database with nobody in it, for programs. */
async function emptyDatabase(): Promise<string> {
  const { url, remove } = await createDatabase(inject('templateDatabase'));
  onTestFinished(remove);
  return url;
}

const address = 'zoe@example.org';

test('an import that is killed leaves nothing behind, and succeeds when it is run again', async (context) => {
  leaveToCI(context);
  const folder = temporaryFolder();
  const url = await emptyDatabase();
  const file = join(folder, 'export.jsonl');
  const { app, ada } = await adaAndBob();
  await writeFile(file, await exportOf(app, ada.email));
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
    /^\d+ records imported into zoe@example\.org, with settings and history\.\nOpen this link to sign in/,
  );
  const whole = await startTestApp(url);
  onTestFinished(() => whole.close());
  expect(await exportOf(whole, address)).toBe(readFileSync(file, 'utf8'));
});

test('export does not replace an existing file; wrong arguments are explained', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Write' });
  const output = join(temporaryFolder(), 'export.jsonl');
  const run = (values: object) => exportCommand.run(app.config, { account: ada.email, output, ...values }, []);
  const printed = vi.spyOn(console, 'info').mockImplementation(() => {});
  onTestFinished(() => printed.mockRestore());
  expect(await run({})).toBe(0);
  expect(printed.mock.calls).toEqual([
    [expect.stringMatching(/^Wrote \d+ records of .+@example\.org to .*export\.jsonl\.$/)],
  ]);
  expect(statSync(output).mode & 0o777).toBe(0o600);
  const expected = await exportOf(app, ada.email);
  expect(readFileSync(output, 'utf8')).toBe(expected);
  writeFileSync(output, 'precious');
  await expect(run({})).rejects.toThrow(`${output} already exists. Use --force to replace it.`);
  await expect(run({ account: 'nobody@example.org' })).rejects.toThrow('There is no account nobody@example.org.');
  expect(readFileSync(output, 'utf8')).toBe('precious');
  await run({ force: true });
  expect(readFileSync(output, 'utf8')).toBe(expected);
  expect(readdirSync(dirname(output))).toEqual(['export.jsonl']);

  const said: string[] = [];
  const complaint = vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
  onTestFinished(() => complaint.mockRestore());
  for (const args of [['export', '--file', 'x'], ['import'], ['import', 'a', 'b']]) expect(await main(args)).toBe(1);
  expect(said[0]).toMatch(/^Unknown option '--file'[\s\S]*\n\nUsage: export \[--output <file>\]/);
  expect(said[1]).toMatch(/^Name the file\. Use - for standard input\.\n\nUsage: import <file>/);
  expect(said[2]).toMatch(/^There is no command "import a b"\.\n\nUsage: import <file>/);
});

test('an export ends silently when its reader stops reading', async (context) => {
  leaveToCI(context);
  const running = startCommand(['export'], { DATABASE_URL: await emptyDatabase(), LOG_LEVEL: 'silent' });
  running.child.stdout?.destroy();
  expect(await running.finished).toMatchObject({ code: 0, signal: null, stderr: '' });
});

test('an import says how many records it added, and how many the account already had', async () => {
  const [here, there] = [await createTestApp(), await createTestApp()];
  const [ada, bob] = [await here.person(), await there.person()];
  const file = join(temporaryFolder(), 'export.jsonl');
  const printed = vi.spyOn(console, 'info').mockImplementation(() => {});
  onTestFinished(() => printed.mockRestore());
  const importing = async () => {
    writeFileSync(file, await exportOf(here, ada.email));
    printed.mockClear();
    expect(await importCommand.run(there.config, { account: bob.email }, [file])).toBe(0);
    return String(printed.mock.calls).replaceAll(bob.email, 'bob');
  };
  const unchanged = 'Its settings and history are unchanged.';
  await bob.mutate('createTask', { title: 'Read' });
  await ada.mutate('createTask', { title: 'Write' });
  expect(await importing()).toBe(`1 record added to bob. ${unchanged}`);
  await ada.mutate('createTask', { title: 'Write more' });
  expect(await importing()).toBe(`1 record added to bob, which already had 1 record of the file. ${unchanged}`);
  expect(await importing()).toBe('Nothing imported: bob already has all 2 records.');
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
  async (context) => {
    leaveToCI(context);
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
    expect((await done).stdout).toMatch(/^Wrote and verified .*copy\.db, [\d,]+ KB\.\n$/);
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
    await ada.mutate('deleteAccount', { email: ada.email, password: ada.password }, 'deletedAccountId');
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
    db.exec(`INSERT INTO "ChangeSequence" ("ownerId", "sequence") VALUES ('nobody', 1)`);
    db.close();
    const copy = join(cwd, 'copy.db');
    await expect(backUp(file, copy, { force: false })).rejects.toThrow('records that refer to missing records');

    const size = statSync(file).size;
    const handle = openSync(file, 'r+');
    for (let page = 20; page < size / 4096; page += 3)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096);
    const error = await refusalOf(backUp(file, copy, { force: false }));
    expect(errorMessage(error)).toMatch(/damaged/);
    expect(readdirSync(cwd)).toEqual([]);
    await rm(file);
    await expect(backUp(file, copy, { force: false })).rejects.toThrow('unable to open');
    expect(readdirSync(cwd)).toEqual([]);
  },
);

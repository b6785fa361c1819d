import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../scripts/processes.ts';
import { link } from '../src/cli/link.ts';
import { main } from '../src/main.ts';
import { createTestApp } from './support/app.ts';
import { cookieOf, openLink as openLinkOf } from './support/browser.ts';
import { type Finished, progress, runCommand, startCommand, temporaryFolder } from './support/command.ts';
import { createDatabase, databaseName, engine, onServer, postgresqlUrl } from './support/databases.ts';
import { listening } from './support/listening.ts';
import { leaveToCI } from './support/services.ts';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
const linkPattern = /http:\/\/127\.0\.0\.1:(\d+)\/sign-in\?token=([\w-]{43})/;
const secret = 'Zm9yIHRoZSB0ZXN0cyBvbmx5LCAwMTIzNDU2Nzg5';

/** The variables of a server on an empty database, on the engine of this run. */
async function freshDatabase(): Promise<Record<string, string>> {
  if (engine === 'sqlite') return {};
  const name = databaseName();
  await onServer(`CREATE DATABASE ${name}`);
  onTestFinished(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
  return { DATABASE_URL: postgresqlUrl(name) };
}

/** Runs the command in this process. Only for arguments that start nothing. */
async function runInProcess(...args: string[]): Promise<Pick<Finished, 'code' | 'stdout' | 'stderr'>> {
  const [info, error] = [vi.spyOn(console, 'info'), vi.spyOn(console, 'error')];
  const printed = (spy: typeof info) => spy.mock.calls.map(([text]) => `${text}\n`).join('');
  for (const spy of [info, error]) spy.mockImplementation(() => {});
  try {
    const code = await main(args);
    return { code, stdout: printed(info), stderr: printed(error) };
  } finally {
    for (const spy of [info, error]) spy.mockRestore();
  }
}

/** Expects a failure with one line, which is not a stack trace. */
function expectOneLine({ code, stderr }: Finished, line: RegExp) {
  expect(stderr.replace(progress, '').trimEnd().split('\n')).toEqual([expect.stringMatching(line)]);
  expect(code).toBe(1);
}

test('--help after a command prints its usage, and does nothing else', async () => {
  const { code, stdout, stderr } = await runInProcess('framework', 'engineering-ic', '--help');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage: framework \[<name or file>\] .+\n\nImport a skills framework, /);
});

test('--help prints the usage, and --version the version', async () => {
  const help = await runInProcess('--help');
  const short = await runInProcess('-h');
  const versioned = await runInProcess('--version');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const command of ['start', 'link', 'migrate', 'doctor'])
    expect(help.stdout).toMatch(new RegExp(`^ +${command} `, 'm'));
  expect(short.stdout).toBe(help.stdout);
  expect(versioned).toMatchObject({ code: 0, stdout: `${version}\n` });
});

test('an unknown command is an error with the usage', async () => {
  for (const args of [['serve'], ['start', 'now'], ['constructor']]) {
    const { code, stdout, stderr } = await runInProcess(...args);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^There is no command "(serve|start now|constructor)"\./);
    expect(stderr).toContain('Usage:');
  }
});

test('the first start creates the database and the owner, prints a sign-in link, and serves', async (context) => {
  leaveToCI(context);
  const port = await freePort();
  const cwd = temporaryFolder();
  const variables = { PORT: String(port), ...(await freshDatabase()) };
  const server = startCommand([], variables, { cwd });
  const [link] = await server.prints(linkPattern);
  expect(server.printed()).toContain(`Waymark is at http://127.0.0.1:${port}/graphql`);
  expect(await (await fetch(`http://127.0.0.1:${port}/health`)).text()).toBe('ok\n');
  // What pages load was made with the program.
  expect((await fetch(`http://127.0.0.1:${port}/insights.js`)).status).toBe(200);
  const cookie = await openLink(link);
  expect(await ask(port, cookie, '{ viewer { role email } }')).toEqual({
    data: { viewer: { role: 'OWNER', email: 'owner@waymark.localhost' } },
  });
  // Only the user can read the files.
  const modeOf = (path: string) => statSync(join(cwd, path)).mode & 0o777;
  expect(modeOf('data')).toBe(0o700);
  const files = readdirSync(join(cwd, 'data'));
  expect(files).toContain('secret');
  for (const file of files) expect([file, modeOf(join('data', file))]).toEqual([file, 0o600]);

  server.child.kill('SIGINT');
  expect(await server.finished).toMatchObject({ code: 0, signal: null });
});

test('in production the sign-in link is printed on the first start only, and later on request', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const variables = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    WAYMARK_SECRET: secret,
    PORT: String(await freePort()),
    ...(await freshDatabase()),
  };
  const first = startCommand(['start'], variables, { cwd });
  await first.prints(linkPattern);
  first.child.kill('SIGTERM');
  expect((await first.finished).code).toBe(0);

  const second = startCommand(['start'], variables, { cwd });
  await second.prints(/Waymark is at/);
  const link = await runCommand(['link'], variables, { cwd });
  expect(link.code).toBe(0);
  const [address = ''] = linkPattern.exec(link.stdout) ?? [];
  const response = await fetch(address, { redirect: 'manual' });
  expect(response.status).toBe(303);
  second.child.kill('SIGTERM');
  expect((await second.finished).stdout).not.toMatch(linkPattern);
});

test('settings come from .env, and the environment wins', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const [inFile, inEnvironment] = [await freePort(), await freePort()];
  writeFileSync(join(cwd, '.env'), `PORT=${inFile}\nLOG_LEVEL=silent\n`);
  const fromFile = await runCommand(['doctor'], await freshDatabase(), { cwd });
  expect(fromFile.stdout).toContain(`http://127.0.0.1:${inFile}`);
  const both = await runCommand(['doctor'], { ...(await freshDatabase()), PORT: String(inEnvironment) }, { cwd });
  expect(both.stdout).toContain(`http://127.0.0.1:${inEnvironment}`);
});

test('migrate brings a database up to date once, and doctor reports it', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const variables = { PORT: String(await freePort()), ...(await freshDatabase()) };
  const before = await runCommand(['doctor'], variables, { cwd });
  expect(before).toMatchObject({ code: 0 });
  expect(before.stdout).toMatch(/will be created|migrations? to apply/);
  const first = await runCommand(['migrate'], variables, { cwd });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^Applied /);
  const second = await runCommand(['migrate'], variables, { cwd });
  expect(second).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' });
  const after = await runCommand(['doctor'], variables, { cwd });
  expect(after).toMatchObject({ code: 0 });
  expect(after.stdout).toContain('up to date');
  expect(after.stdout).toMatch(/No problems found\.\n$/);
});

test('doctor reports every problem', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const { port } = await listening(() => {});
  writeFileSync(join(cwd, 'damaged.db'), 'This is not a database, whatever its name says. '.repeat(50));
  const variables = {
    PORT: String(port),
    DATABASE_URL: `file:${join(cwd, 'damaged.db')}`,
    REDIS_URL: `redis://127.0.0.1:${await freePort()}`,
  };
  const { code, stdout, stderr } = await runCommand(['doctor'], variables, { cwd });
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout.match(/^error (\w+)/gm)).toEqual(['error Database', 'error Redis', 'error Port']);
  expect(stdout).toMatch(/3 problems found\.\n$/);
  expect(stdout).not.toMatch(/^ +at /m);
});

test('doctor beside a running server reports the server, and not a port in use', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const variables = { PORT: String(await freePort()), ...(await freshDatabase()) };
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const server = startCommand([], { ...variables, HOST: host }, { cwd });
    await server.prints(/Waymark is at/);
    const { code, stdout } = await runCommand(['doctor'], { ...variables, HOST: host }, { cwd });
    expect(stdout).toContain(`ok    Port: Waymark is already running at ${variables.PORT} (`);
    expect(stdout).toContain(`process ${server.child.pid})\n`);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/No problems found\.\n$/)]);
    server.child.kill('SIGKILL');
    await server.finished;
  }
});

test('a sign-in link is for the owner, or for the account that is named', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const linkOf = async (values: object) => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    try {
      expect(await link.run(app.config, values, [])).toBe(0);
      return /token=([\w-]{43})/.exec(info.mock.calls.join('\n'))?.[1] ?? '';
    } finally {
      info.mockRestore();
    }
  };
  const viewerOf = async (token: string) => {
    const cookie = cookieOf(await openLinkOf(app, token));
    return (await app.as({ cookie, 'x-waymark-csrf': '1' }).query('{ viewer { email } }')).viewer.email;
  };
  expect(await viewerOf(await linkOf({}))).toBe('owner@waymark.localhost');
  expect(await viewerOf(await linkOf({ account: ` ${ada.email.toUpperCase()} ` }))).toBe(ada.email);
  await expect(link.run(app.config, { account: 'nobody@example.org' }, [])).rejects.toThrow(
    'There is no account nobody@example.org.',
  );
});

test('a problem that prevents the start is reported in one line', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const { port } = await listening(() => {});
  const plainFile = join(cwd, 'file');
  writeFileSync(plainFile, 'This is not a database, whatever its name says. '.repeat(50));
  const closed = await freePort();
  const database = async () => (await createDatabaseFor()).DATABASE_URL;
  const cases: [Record<string, string>, RegExp][] = [
    [
      { PORT: String(port) },
      new RegExp(`^Port ${port} is in use by .+, process \\d+\\. Stop it, or choose another port: PORT=`),
    ],
    [{ WAYMARK_DATA_DIR: join(plainFile, 'data') }, /is not a folder\. Check WAYMARK_DATA_DIR/],
    [{ WAYMARK_DATA_DIR: plainFile }, /is not a folder/],
    [{ DATABASE_URL: `file:${plainFile}` }, /is damaged or not a SQLite database/],
    [{ DATABASE_URL: `file:${cwd}` }, /cannot be written/],
    [{ DATABASE_URL: `postgresql://waymark@127.0.0.1:${closed}/waymark` }, /^The PostgreSQL server does not respond/],
    [{ DATABASE_URL: 'postgresql://waymark@no.such.host.invalid/waymark' }, /no\.such\.host\.invalid/],
    [{ HOST: '203.0.113.1', DATABASE_URL: await database() }, /^The address "203\.0\.113\.1" is not available here/],
  ];
  // Not even root can create a folder there.
  if (existsSync('/sys/kernel'))
    cases.push([{ WAYMARK_DATA_DIR: '/sys/waymark' }, /^\/sys\/waymark cannot be written/]);
  if (engine === 'postgresql') {
    cases.push([
      { DATABASE_URL: postgresqlUrl('waymark_no_such_database') },
      /^The PostgreSQL database does not exist/,
    ]);
  }
  const ports = await Promise.all(cases.map(freePort));
  const attempts = cases.map(([variables], index) =>
    runCommand(['start'], { PORT: String(ports[index]), LOG_LEVEL: 'silent', ...variables }),
  );
  for (const [index, attempt] of attempts.entries()) expectOneLine(await attempt, cases[index]?.[1] ?? /nothing/);
});

test('an invalid configuration is refused with every problem', async (context) => {
  leaveToCI(context);
  const invalid = { NODE_ENV: 'production', WAYMARK_SECRET: 'changeme', DATABASE_URL: 'mysql://x', PORT: 'http' };
  for (const command of ['start', 'link', 'migrate', 'doctor']) {
    const { code, stdout, stderr } = await runCommand([command], invalid);
    expect([code, stdout], command).toEqual([1, '']);
    const [title, ...problems] = stderr.trimEnd().split('\n');
    expect(title).toBe('The configuration is invalid:');
    expect(problems.map((problem) => problem.trim().split(' ')[0] ?? '').sort()).toEqual([
      'DATABASE_URL',
      'PORT',
      'WAYMARK_SECRET',
    ]);
    expect(stderr).not.toContain('changeme');
  }
  const missing = await runCommand(['start'], { NODE_ENV: 'production' });
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('WAYMARK_SECRET must be set in production');
});

/** The variables of a migrated database. */
async function createDatabaseFor() {
  const { url, remove } = await createDatabase(inject('templateDatabase'));
  onTestFinished(remove);
  return { DATABASE_URL: url };
}

/** Opens a sign-in link. Returns the cookie. */
async function openLink(link: string): Promise<string> {
  const response = await fetch(link, { redirect: 'manual' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function ask(port: number, cookie: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1', cookie };
  const init = { method: 'POST', headers, body: JSON.stringify({ query }) };
  return (await fetch(`http://127.0.0.1:${port}/graphql`, init)).json();
}

/** An unsupported version of Node on this machine, if there is one. */
function findOldNode(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders
    .map((folder) => join(folder, 'node'))
    .find((node) => {
      if (!existsSync(node)) return false;
      const [major = 0, minor = 0] = execFileSync(node, ['--version'], { encoding: 'utf8' })
        .slice(1)
        .split('.')
        .map(Number);
      return major >= 14 && (major < 22 || (major === 22 && minor < 18));
    });
}

const oldNode = findOldNode();

test.skipIf(!oldNode)('an unsupported version of Node is reported in one line (needs one on the machine)', async () => {
  for (const args of [[], ['--version']]) {
    expectOneLine(
      await runCommand(args, {}, { node: oldNode }),
      /^Waymark needs Node 22\.18 or later, and this is \d+\.\d+\.\d+\./,
    );
  }
});

import { execFile } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { progress, temporaryFolder } from './support/command.ts';
import { listening } from './support/listening.ts';
import { leaveToCI } from './support/services.ts';

/* What bin/waymark.js says when the installation lacks something, before any of the program is loaded. */

const root = join(import.meta.dirname, '..');

/** A copy of the program, with these packages installed. */
function installation(packages: readonly string[]): string {
  const folder = temporaryFolder();
  for (const part of ['bin', 'frameworks', 'prisma', 'scripts', 'src', 'package.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of packages) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

/** What the command prints as an error, when it fails. */
function failureOf(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['bin/waymark.js', '--version'], { cwd: folder }, (error, _stdout, stderr) =>
      error?.code === 1 ? resolve(stderr.replace(progress, '')) : reject(error ?? new Error('It did not fail.')),
    );
  });
}

test('without its packages, it says which one is missing and what to run', async () => {
  expect(await failureOf(installation([]))).toMatch(
    /^The package (@[\w.-]+\/)?[\w.-]+ is missing\. Run "npm ci" in .+\.\n$/,
  );
});

test('after an update that needs another package, it says so, too', async (context) => {
  leaveToCI(context);
  const packages = readdirSync(join(root, 'node_modules')).filter((name) => name !== 'porter2');
  expect(await failureOf(installation(packages))).toMatch(/^The package porter2 is missing\. Run "npm ci" in .+\.\n$/);
});

test('without the optional binaries, it says how to install them', async (context) => {
  leaveToCI(context);
  const packages = readdirSync(join(root, 'node_modules')).filter((name) => name !== '@node-rs');
  const folder = installation(packages);
  const argon2 = join('node_modules', '@node-rs', 'argon2');
  cpSync(join(root, argon2), join(folder, argon2), { recursive: true });
  expect(await failureOf(folder)).toMatch(/^The binary of a package is missing\. Run "npm ci" in .+, without --omit/);
});

test('a model that Prisma refuses is shown as Prisma explains it', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  writeFileSync(join(folder, 'prisma/models/broken.prisma'), 'model Broken {}\n');
  const failure = await failureOf(folder);
  expect(failure).toMatch(/^The database client could not be generated\.\n/);
  expect(failure).toContain('Broken');
  expect(failure).not.toContain('    at ');
});

test('the first start says at once that it prepares itself, and how far it is; a start after a change does so again', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const errors = (...args: string[]) =>
    new Promise<string>((resolve, reject) => {
      execFile(process.execPath, ['bin/waymark.js', ...args], { cwd: folder }, (error, _stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stderr),
      );
    });
  expect((await errors('--version')).match(progress)?.[0].split('\n')).toHaveLength(5);
  expect(await errors('--version')).toBe('');
  appendFileSync(join(folder, 'src/main.ts'), '// A change.\n');
  expect(await errors('--version')).toMatch(progress);
});

test('a port in use and a wrong setting are reported before anything is prepared', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  const { port } = await listening(() => {});
  const failure = (PORT: string) =>
    new Promise<string>((resolve) => {
      execFile(process.execPath, ['bin/waymark.js'], { cwd: folder, env: { PATH: '', PORT } }, (_error, out, stderr) =>
        resolve(out + stderr),
      );
    });
  rmSync(join(folder, 'src/generated'), { recursive: true, force: true });
  expect(await failure(String(port))).toMatch(/^Port \d+ is in use by .*process \d+\. Stop it, or choose .+\n$/);
  expect(await failure('http')).toMatch(/^The configuration is invalid:\n {2}PORT must be a port number\n$/);
  expect(readdirSync(folder)).not.toContain('dist');
  expect(readdirSync(folder)).not.toContain('data');
});

test('an error names the sources', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  const main = join(folder, 'src/main.ts');
  const source = readFileSync(main, 'utf8');
  const broken = source.replace(
    "if (name === '--help'",
    "if (name === 'broken') throw new Error('Broken.');\n  if (name === '--help'",
  );
  writeFileSync(main, broken);
  const line = broken.slice(0, broken.indexOf('new Error(')).split('\n').length;
  const failure = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['bin/waymark.js', 'broken'], { cwd: folder }, (_error, _stdout, stderr) =>
      resolve(stderr),
    );
  });
  expect(failure).toContain(`at main (${main}:${line}:`);
  // Node shows the line of the bundle, too, which is not all of it.
  expect(failure.length).toBeLessThan(10_000);
});

test('sources that have changed are prepared anew, however alike they are, and those that have not are not', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  const start = () =>
    new Promise<{ version: string; prepared: boolean }>((resolve, reject) => {
      execFile(process.execPath, ['bin/waymark.js', '--help'], { cwd: folder }, (error, stdout, stderr) =>
        error
          ? reject(error)
          : resolve({ version: stdout.split('\n')[0] ?? '', prepared: stderr.includes('Preparing') }),
      );
    });
  const main = join(folder, 'src/main.ts');
  const source = readFileSync(main, 'utf8');
  const { atime, mtime } = statSync(main);
  const original = { version: 'waymark: a self-hosted GraphQL server for your professional growth.', prepared: false };
  expect(await start()).toEqual({ ...original, prepared: true });
  expect(await start()).toEqual(original);
  // As long, and with the same time.
  writeFileSync(main, source.replace('`waymark: a self', '`waymerk: a self'));
  utimesSync(main, atime, mtime);
  const changed = { version: original.version.replace('waymark', 'waymerk'), prepared: false };
  expect(await start()).toEqual({ ...changed, prepared: true });
  expect(await start()).toEqual(changed);
  utimesSync(main, new Date(), new Date());
  expect(await start()).toEqual(changed);
  // A note that cannot be read says nothing.
  rmSync(join(folder, 'dist/.state'), { force: true });
  mkdirSync(join(folder, 'dist/.state'));
  expect(await start()).toEqual(changed);
});

test('what npm run build makes runs by itself', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  for (const file of ['LICENSE', '.env.example']) cpSync(join(root, file), join(folder, file));
  const run = (program: string, args: string[], cwd: string) =>
    new Promise<string>((resolve, reject) => {
      const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin` };
      execFile(program, args, { cwd, env }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stdout),
      );
    });
  await run(process.execPath, ['scripts/build.ts'], folder);
  const elsewhere = temporaryFolder();
  renameSync(join(folder, 'build'), join(elsewhere, 'waymark'));
  rmSync(folder, { recursive: true });
  const program = join(elsewhere, 'waymark/bin/waymark');
  expect(await run(program, ['migrate'], elsewhere)).toMatch(/^Applied /);
  expect(await run(program, ['link'], elsewhere)).toContain('/sign-in?token=');
});

test('programs that start at once in a fresh clone all run: one prepares, the others wait, and nothing else is left', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  for (const made of ['src/generated', 'dist']) rmSync(join(folder, made), { recursive: true, force: true });
  const version = () =>
    new Promise<{ stdout: string; stderr: string }>((resolve, reject) => {
      execFile(process.execPath, ['bin/waymark.js', '--version'], { cwd: folder }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve({ stdout, stderr }),
      );
    });
  const first = version();
  // The second begins while the first generates, and so does a third.
  await expect
    .poll(() => readdirSync(join(folder, 'prisma')).some((name) => name.startsWith('.generated-')))
    .toBe(true);
  const all = await Promise.all([first, version(), version()]);
  expect(new Set(all.map(({ stdout }) => stdout)).size).toBe(1);
  const waited = 'Preparing Waymark, which another start is doing:\n  waiting for it …\n';
  expect(all.map(({ stderr }) => stderr).slice(1)).toEqual([waited, waited]);
  expect(readdirSync(folder)).not.toContain('.preparing');
  expect(readdirSync(join(folder, 'prisma')).filter((name) => name.startsWith('.generated-'))).toEqual([]);
  expect(readdirSync(join(folder, 'src/generated')).sort()).toEqual(['.stamp', 'enum-texts.ts', 'pothos.ts', 'sqlite']);
  expect(readdirSync(folder).filter((name) => name.startsWith('.dist-'))).toEqual([]);
  expect(readdirSync(join(folder, 'dist')).sort()).toEqual([
    '.stamp',
    'query_compiler_small_bg.sqlite.wasm',
    'waymark.cjs',
    'waymark.cjs.map',
  ]);
});

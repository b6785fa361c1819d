import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './support/command.ts';
import { leaveToCI } from './support/services.ts';

/* What bin/waymark.js says when the installation lacks something, before any of the program is loaded. */

const root = join(import.meta.dirname, '..');

/** A copy of the program, with these packages installed. */
function installation(packages: readonly string[]): string {
  const folder = temporaryFolder();
  for (const part of ['bin', 'prisma', 'scripts', 'src', 'package.json']) {
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
      error?.code === 1 ? resolve(stderr) : reject(error ?? new Error('It did not fail.')),
    );
  });
}

test('without its packages, it says which one is missing and what to run', async () => {
  expect(await failureOf(installation([]))).toMatch(
    /^The package (@[\w.-]+\/)?[\w.-]+ is missing\. Run "npm ci" in .+\.\n$/,
  );
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

test('two programs that start at once in a fresh clone both run, and leave one client and nothing else', async (context) => {
  leaveToCI(context);
  const folder = installation(readdirSync(join(root, 'node_modules')));
  rmSync(join(folder, 'src/generated'), { recursive: true, force: true });
  const version = () =>
    new Promise<string>((resolve, reject) => {
      execFile(process.execPath, ['bin/waymark.js', '--version'], { cwd: folder }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stdout),
      );
    });
  const first = version();
  // The second begins while the first generates, and so does a third.
  await expect
    .poll(() => readdirSync(join(folder, 'prisma')).some((name) => name.startsWith('.generated-')))
    .toBe(true);
  const all = await Promise.all([first, version(), version()]);
  expect(new Set(all).size).toBe(1);
  expect(readdirSync(join(folder, 'prisma')).filter((name) => name.startsWith('.generated-'))).toEqual([]);
  expect(readdirSync(join(folder, 'src/generated')).sort()).toEqual([
    '.stamp',
    'enum-texts.ts',
    'postgresql',
    'pothos.ts',
    'sqlite',
  ]);
});

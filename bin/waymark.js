#!/usr/bin/env node
// Plain JavaScript, because a Node that is too old cannot read the sources.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { traceSources } from './stack-traces.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What to do about an error that comes from the installation or the configuration. Null for any other error. */
function remedy({ code, name, message, path, stderr }) {
  if (name === 'PortInUseError' || name === 'ConfigError') return message;
  // Node says so of what it loads, and esbuild of what it bundles.
  const [, missing] =
    /(?:^Cannot find (?:package|module) '|Could not resolve ")((?:@[\w.-]+\/)?[\w-][\w.-]*)/.exec(message ?? '') ?? [];
  if (missing !== undefined) return `The package ${missing} is missing. Run "npm ci" in ${root}.`;
  if (/^Cannot find native binding/.test(message))
    return `The binary of a package is missing. Run "npm ci" in ${root}, without --omit=optional.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return `${path} cannot be written. Waymark prepares itself there when it first starts. Run "npm run prepare:program" as a user who can write in ${root}.`;
  return stderr ? `The database client could not be generated.\n\n${stderr.trim()}` : null;
}

/** Prepares the program if it never was, or its sources have changed. What `npm run build` makes has no sources. */
async function prepareProgram() {
  if (!existsSync(join(root, 'scripts'))) return;
  const stamp = join(root, 'dist/.stamp');
  const [fingerprint, ...engines] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  const needed = usesPostgresql() ? ['sqlite', 'postgresql'] : ['sqlite'];
  if (needed.every((engine) => engines.includes(engine)) && (await isCurrent(fingerprint))) return;
  const [command = 'start'] = process.argv.slice(2);
  if (command === 'start') await requireFreePort();
  const { prepare } = await import('../scripts/prepare.ts');
  await prepare(needed);
}

/** Whether the sources still have a fingerprint. `dist/.state` notes the state of the files that last had it. */
async function isCurrent(fingerprint) {
  const { fingerprintOf, stateOf } = await import('./fingerprint.js');
  const note = join(root, 'dist/.state');
  // First, so that what is changed meanwhile has another one.
  const { state: ofFiles, newest } = stateOf(root);
  const state = `${fingerprint} ${ofFiles}`;
  try {
    if (readFileSync(note, 'utf8') === state) return true;
  } catch {
    // There is none, or it is another user's.
  }
  if (fingerprint !== fingerprintOf(root)) return false;
  try {
    // On some file systems times are those of two seconds: a change in the same ones would not be seen.
    if (Date.now() - newest > 2_000) writeFileSync(note, state);
  } catch {
    // The folder may be read-only. Then each start computes the fingerprint.
  }
  return true;
}

/** A server that cannot listen is not prepared for half a minute first. */
async function requireFreePort() {
  const { parseConfig } = await import('../src/config.ts');
  const port = await import('../src/cli/port.ts');
  await port.requireFreePort(parseConfig(process.env));
}

function usesPostgresql() {
  try {
    process.loadEnvFile('.env');
  } catch {
    // There is none, or the program will say what is wrong with it.
  }
  return /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '');
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Waymark needs Node 22.18 or later, and this is ${process.versions.node}. Install it from nodejs.org. On Linux, "npm ci" also installs one, which "npm start" uses.`,
  );
  process.exit(1);
}
try {
  await prepareProgram();
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  traceSources(join(root, 'dist/waymark.cjs'));
  // Node warns nobody of what packages do in node_modules. In a bundle, it does not know them from the program.
  process.noDeprecation = true;
  const { main } = createRequire(import.meta.url)(join(root, 'dist/waymark.cjs'));
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const advice = remedy(Object(error));
  if (advice === null) throw error;
  console.error(advice);
  process.exitCode = 1;
}

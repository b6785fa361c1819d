/**
 * `npm run check`: everything that must hold before a commit: the checks, each of which prints what it says once it is done, and
 * the tests, whose output is shown. Fails if any fails.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './root.ts';

const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) };

/** The checks besides the tests, the quickest first. */
const checks: Record<string, string> = {
  format: 'biome check --error-on-warnings .',
  types: 'tsc',
  lint: 'oxlint --type-aware --deny-warnings',
  'generated files': 'node scripts/check-generated.ts',
  'breaking changes': 'node scripts/check-breaking.ts',
};

/** Runs a command. Returns whether it succeeded, and what it printed unless that is shown at once. */
function run(command: string, stdio: 'inherit' | 'pipe'): Promise<{ ok: boolean; output: string }> {
  const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', stdio, stdio] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function runChecks(): Promise<string[]> {
  const failed: string[] = [];
  for (const [name, command] of Object.entries(checks)) {
    const { ok, output } = await run(command, 'pipe');
    if (!ok) failed.push(name);
    console.info(ok ? `ok ${name}` : `\nFAILED ${name}: ${command}\n\n${output.trim()}\n`);
  }
  return failed;
}

// Beside each other where there are processors for both. On two, each would take longer than one after the other.
const checking = runChecks();
if (availableParallelism() <= 2) await checking;
const [failed, tests] = await Promise.all([checking, run('vitest run', 'inherit')]);
if (!tests.ok) failed.push('tests');
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

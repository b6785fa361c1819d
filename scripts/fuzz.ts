/**
 * Puts values that nobody means into every argument and input field of the schema, on each engine, and reports what was a fault
 * of the server, what took longer than two seconds, and where the engines answer differently. The suite does a little of it.
 *
 *     npm run fuzz -- --seconds 600 --seed 7 --engine postgresql
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './root.ts';

/** An answer that takes longer is slow, in milliseconds. */
const slow = 2_000;

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    engine: { type: 'string', multiple: true, default: ['sqlite', 'postgresql'] },
  },
});

/** A line of the report: a request that is about to be made, or what came of it. */
interface Entry {
  asking?: string;
  args?: string;
  name?: string;
  answer?: string;
  isFault?: boolean;
  milliseconds?: number;
}

/** Runs the test of it on an engine, and returns what it reports. */
async function fuzz(engine: string, report: string): Promise<Entry[]> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const env = {
    ...process.env,
    WAYMARK_TEST_ENGINE: engine,
    WAYMARK_FUZZ_SECONDS: options.seconds,
    WAYMARK_FUZZ_SEED: options.seed,
    WAYMARK_FUZZ_REPORT: report,
  };
  const limit = Number(options.seconds) * 1_000 + 1_000_000;
  const args = [vitest, 'run', `--testTimeout=${limit}`, 'test/fuzz/fuzz.test.ts'];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  // A request that blocks the process is the last one in the report.
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  // Also for what is in no report, such as an export that cannot be imported; the test has said it.
  if (code !== 0) process.exitCode = 1;
  clearTimeout(timer);
  return readFileSync(report, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

/** What is wrong, a line each. */
function problemsOf(entries: readonly Entry[]): string[] {
  const last = entries.at(-1);
  return [
    ...(last?.asking === undefined ? [] : [`NO ANSWER ${last.asking} ${last.args}`]),
    ...entries.flatMap(({ name, answer, isFault, milliseconds = 0 }, index) => {
      if (name === undefined || (!isFault && milliseconds <= slow)) return [];
      const kind = isFault ? `FAULT ${answer}` : `SLOW ${Math.round(milliseconds)} ms`;
      return [`${kind} ${name} ${entries[index - 1]?.args}`];
    }),
  ];
}

/** Where two engines answered the same requests differently. They answer as many as each had the time for. */
function differencesOf(all: readonly (readonly Entry[])[]): string[] {
  const [one = [], other = []] = all.map((entries) => entries.filter(({ name }) => name !== undefined));
  return one.flatMap(({ name, answer }, index) => {
    const there = other[index];
    if (there === undefined || (there.name === name && there.answer === answer)) return [];
    return [`DIFFERENT ${name}: ${answer}; ${there.name === name ? '' : `${there.name}: `}${there.answer}`];
  });
}

const print = (text: string) => process.stdout.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'waymark-fuzz-'));
try {
  const reports: Entry[][] = [];
  for (const engine of options.engine) {
    print(`${engine}: ${options.seconds} s, seed ${options.seed}`);
    const entries = await fuzz(engine, join(folder, `${engine}.jsonl`));
    const problems = problemsOf(entries);
    print([...problems, `${entries.filter(({ name }) => name).length} requests`].join('\n'));
    if (problems.length > 0) process.exitCode = 1;
    reports.push(entries);
  }
  const differences = reports.length > 1 ? differencesOf(reports) : [];
  if (differences.length > 0) print(differences.slice(0, 100).join('\n'));
  if (differences.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

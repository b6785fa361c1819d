/**
 * `npm run bench`: measures Waymark beside the limit and other servers, on each engine that can be reached. Options: --quick,
 * --rows 200000, --engine sqlite, --workloads W1,W3, --parts workloads,growth,beside,ratios, --peers, --write. See README.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocument } from '../scripts/write-document.ts';
import { moveToLoadCore } from './cores.ts';
import { databasesOf, whyNoPostgreSQL } from './database.ts';
import { OptionsError, parseOptions } from './options.ts';
import { findPostGraphile } from './peers/postgraphile.ts';
import { measureRatios } from './ratios.ts';
import { report, usualTasks } from './report.ts';
import { type Bench, measureEngines, measureServers } from './results.ts';
import { seed } from './seed.ts';

const started = performance.now();
const progress = (text: string) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

async function run(args: string[]): Promise<void> {
  const options = parseOptions(args);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  const missing = options.engines.includes('postgresql') ? await whyNoPostgreSQL() : null;
  const skipped = missing ? [`PostgreSQL: ${missing}`] : [];
  // The limit runs on SQLite whatever is measured.
  const withPostgreSQL = options.engines.includes('postgresql') && !missing;
  const databases = (withPostgreSQL ? (['sqlite', 'postgresql'] as const) : (['sqlite'] as const)).map((engine) =>
    databasesOf(engine, folder),
  );
  async function cleanUp(): Promise<void> {
    for (const each of databases) await each.dropAll();
    rmSync(folder, { recursive: true, force: true });
  }
  // A database of PostgreSQL outlives this process unless it is dropped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
  }
  try {
    progress('makes the data');
    const usual = await seed(databases, 'usual', usualTasks);
    const others = [];
    if (options.peers) {
      progress('looks for PostGraphile');
      const found = withPostgreSQL ? await findPostGraphile(folder) : 'it needs PostgreSQL';
      if (typeof found === 'string') skipped.push(`PostGraphile: ${found}`);
      else others.push(found);
    }
    const bench: Bench = { options, folder, databases, usual, others };
    moveToLoadCore();
    const servers = options.parts.includes('workloads') ? await measureServers(bench, progress) : [];
    const ratios = options.parts.includes('ratios') ? await ratiosOf(bench) : [];
    const engines = options.parts.some((part) => part === 'growth' || part === 'beside') ? await enginesOf(bench) : [];
    const text = report(options, { servers, engines, ratios, skipped });
    console.info(text);
    if (options.write) writeDocument('PERFORMANCE.md', text);
  } finally {
    await cleanUp();
  }
}

async function ratiosOf({ databases, usual, folder, options }: Bench) {
  const [location] = usual.locations;
  const copy = location && (await databases[0]?.copy(location, 'ratios'));
  progress('ratios');
  return copy ? measureRatios(copy, folder, options.quick) : [];
}

async function enginesOf(bench: Bench) {
  const { databases, options } = bench;
  progress(`makes the data with ${options.rows} tasks`);
  const measured = databases.filter(({ engine }) => options.engines.includes(engine));
  const large = await seed(measured, 'large', options.rows);
  return measureEngines(bench, large, progress);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OptionsError) && (error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}

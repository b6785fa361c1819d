/**
 * `npm run chaos`: does one fault after another to a server under load, on both engines, and prints what clients saw. Everything
 * is on the loopback interface and in temporary folders. Fails if an answer was wrong, an acknowledged write is lost, or the server
 * does not serve in the end.
 *
 * `npm run chaos -- --engine sqlite --only frozen` runs those of one engine whose names have a word in them. With `--write` the
 * table replaces the one in docs/RELIABILITY.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../root.ts';
import { writeDocument } from '../write-document.ts';
import type { Fault } from './fault.ts';
import { faults } from './faults.ts';
import { type Outcome, startLoad } from './load.ts';
import { cleanUp, startPostgresql, startRedis, startWaymark } from './processes.ts';

const { values } = parseArgs({
  options: { engine: { type: 'string' }, only: { type: 'string' }, write: { type: 'boolean' } },
});
const engines = (['sqlite', 'postgresql'] as const).filter((engine) => (values.engine ?? engine) === engine);

const columns = [
  'engine',
  'fault',
  'requests',
  'failed',
  'wrong',
  'lost',
  'slowest ms',
  '/health p99 ms',
  'peak MB',
  'notes',
];
const table: string[] = [];

function printRow(cells: (string | number)[]): void {
  const line = `| ${cells.join(' | ')} |`;
  table.push(line);
  console.info(line);
}

printRow(columns);
printRow(columns.map(() => '---'));

async function run(engine: 'sqlite' | 'postgresql', fault: Fault): Promise<boolean> {
  const cluster = engine === 'postgresql' ? await startPostgresql() : null;
  const redis = fault.redis ? await startRedis() : null;
  const lacks = engine === 'postgresql' && !cluster ? 'PostgreSQL' : fault.redis && !redis ? 'Redis' : null;
  if (lacks) {
    print(engine, fault.name, null, [], 0, `skipped: ${lacks} is not installed`);
    return true;
  }
  const replica = fault.replica && cluster ? await cluster.replicate() : null;
  const server = await startWaymark({
    ...(cluster && { DATABASE_URL: cluster.url }),
    ...(replica && { DATABASE_REPLICA_URL: replica.url }),
    ...(redis && { REDIS_URL: redis.url }),
    ...fault.variables,
  });
  const load = startLoad(server);
  const said = await fault.run({ server, cluster, redis, replica });
  const notes = typeof said === 'string' ? said : '';
  const outcome = await load.stop();
  const lost = await load.lost();
  const isUp = (await fetch(`${server.url}/ready`).catch(() => null))?.ok ?? false;
  print(engine, fault.name, outcome, lost, server.peakMemory(), isUp ? notes : `${notes} NOT READY`);
  for (const what of [...new Set(outcome.wrong), ...lost].slice(0, 5)) console.info(`  ${what}`);
  return isUp && outcome.wrong.length === 0 && lost.length === 0;
}

function print(
  engine: string,
  name: string,
  outcome: Outcome | null,
  lost: string[],
  peak: number,
  notes: string,
): void {
  const cells = outcome
    ? [
        outcome.requests,
        outcome.failed,
        outcome.wrong.length,
        lost.length,
        Math.round(outcome.slowest),
        outcome.healthP99,
        peak,
      ]
    : Array(7).fill('');
  printRow([engine, name, ...cells, notes]);
}

let isSound = true;
for (const engine of engines) {
  for (const fault of faults) {
    if ((fault.engine ?? engine) !== engine || !fault.name.includes(values.only ?? '')) continue;
    try {
      isSound = (await run(engine, fault)) && isSound;
    } finally {
      cleanUp();
    }
  }
}
if (values.write) {
  const [before = ''] = readFileSync(join(root, 'docs/RELIABILITY.md'), 'utf8').split(/^\| engine/m);
  writeDocument('RELIABILITY.md', `${before}${table.join('\n')}\n`);
}
process.exitCode = isSound ? 0 : 1;

/**
 * Changes a calendar at random, step by step, with syncs, faults, jumps of the clock and kills among the steps, and looks whether
 * two servers on one database still have what the calendar has.
 *
 *     npm run soak:outlook -- --steps 10000 --seed 7
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFakeGraph } from '../../test/support/fakes/graph/server.ts';
import { stepsOn } from './outlook-steps.ts';
import { createRandom } from './random.ts';
import { type Report, startServer } from './server-process.ts';

const { values: options } = parseArgs({
  options: { steps: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(options.steps), Number(options.seed)];
const random = createRandom(seed);
const folder = mkdtempSync(join(tmpdir(), 'waymark-soak-'));
const hour = 3_600_000;

let now = new Date('2026-11-23T09:00:00Z');
const clock = { now: () => now };
const fake = await createFakeGraph(clock);
fake.identity.state.interval = 0;
const calendar = fake.calendarOf('ada');
const report: Report = { kills: 0, syncs: 0, differences: [] };
const variables = { ...fake.variables, WAYMARK_DATA_DIR: folder, LOG_LEVEL: 'fatal' };
const servers = [await startServer(variables, report), await startServer(variables, report)] as const;
const one = () => random.pick(servers);

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Compares what the servers have with the calendar. All faults are over, and all of the range is read again within six hours. */
async function compare(step: number): Promise<void> {
  for (const fault of fake.faults.splice(0)) fault.times = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    now = new Date(now.getTime() + 26 * hour);
    await one().ask('sync', now);
  }
  const told = await one().tell(now);
  const [from, to] = [new Date(told.window?.from ?? 0), new Date(told.window?.to ?? 0)];
  const wanted = calendar.within(from, to);
  const differ = (what: string, here: string[], there: string[]) => {
    const [left, right] = [new Set(here), new Set(there)];
    const [extra, missing] = [here.filter((each) => !right.has(each)), there.filter((each) => !left.has(each))];
    if (extra.length + missing.length + Math.abs(here.length - there.length) > 0)
      report.differences.push(
        `step ${step}: ${what}: ${JSON.stringify({ extra, missing, state: told.state, problem: told.problem })}`,
      );
  };
  differ(
    'events',
    told.events,
    wanted.map(({ id }) => id),
  );
  // A meeting of the past stays when its event goes.
  const isToCome = (time: string) => time >= now.toISOString() && time < to.toISOString();
  const titles = (some: { title: string; startsAt: string }[]) =>
    some.filter(({ startsAt }) => isToCome(startsAt)).map(({ title, startsAt }) => `${title} ${startsAt}`);
  const there = wanted.map(({ subject, startsAt }) => ({ title: subject, startsAt: startsAt.toISOString() }));
  differ('meetings', titles(told.meetings), titles(there));
}

const started = performance.now();
try {
  await servers[0].ask('connect', now);
  now = new Date(now.getTime() + 10_000);
  const steps = stepsOn(fake, calendar, random, () => now);
  for (let step = 1; step <= count; step++) {
    now = new Date(now.getTime() + random.below(90_000));
    const kind = random.below(100);
    if (kind < 68) steps.change();
    else if (kind < 78) steps.fault();
    else if (kind < 80) now = new Date(now.getTime() + (random.below(50) - 4) * hour);
    else if (random.below(120) === 0) await one().killDuring('sync', now, random.below(120));
    else if (kind < 98) await one().ask('sync', now);
    else await Promise.all(servers.map((server) => server.ask('sync', now)));
    if (step % 250 === 0) {
      await compare(step);
      if (report.differences.length > 0) break;
      process.stderr.write(`\r${step} steps, ${report.syncs} syncs, ${report.kills} kills `);
    }
  }
  if (report.differences.length === 0) await compare(count);
} finally {
  for (const server of servers) await server.stop();
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 1000);
process.stderr.write('\n');
print(
  `seed ${seed}: ${count} steps, ${report.syncs} syncs, ${report.kills} kills, ${fake.asked.length} requests, ` +
    `${seconds} s, ${report.differences.length} differences`,
);
for (const difference of report.differences) print(difference);
if (report.differences.length > 0) process.exitCode = 1;

/**
 * Changes the calendars of a mailbox at random, step by step, and which of them are followed, with syncs, notifications, faults,
 * jumps of the clock and kills among the steps, and looks whether two servers on one database still have what these calendars
 * have. A third one receives the notifications.
 *
 *     npm run soak:outlook -- --steps 10000 --seed 7
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
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
const publicUrl = 'https://waymark.test';
const fake = await createFakeGraph(clock, publicUrl);
fake.identity.state.interval = 0;
const calendar = fake.calendarOf('ada');
const report: Report = { kills: 0, syncs: 0, differences: [] };
const variables = { ...fake.variables, WAYMARK_DATA_DIR: folder, LOG_LEVEL: 'fatal' };
const receiver = await createApp(parseConfig({ NODE_ENV: 'test', ...variables }), { clock, writeDelay: null });
let notified = 0;
fake.subscriptions.state.deliver = (url, body) => {
  notified += body === null ? 0 : 1;
  return receiver.fetch(new Request(url, { method: 'POST', ...(body && { body: JSON.stringify(body) }) }));
};
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
  const rankOf = ({ calendarId }: { calendarId: string }) => told.followed.indexOf(calendarId);
  const wanted = calendar.within(from, to).filter((event) => rankOf(event) >= 0);
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
  // Of an event in several calendars, the first one counts.
  const byUid = Map.groupBy(wanted, ({ iCalUId }) => iCalUId);
  const leading = [...byUid.values()].flatMap((some) => {
    const first = Math.min(...some.map(rankOf));
    return some.filter((event) => rankOf(event) === first);
  });
  const there = leading.map(({ subject, startsAt }) => ({ title: subject, startsAt: startsAt.toISOString() }));
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
    if (kind < 62) steps.change();
    else if (kind < 65) await one().ask('choose', now, { index: random.below(4), isFollowed: random.below(3) > 0 });
    else if (kind < 70) {
      await steps.notify();
      now = new Date(now.getTime() + 11_000);
      await one().ask('work', now);
    } else if (kind < 79) steps.fault();
    else if (kind < 81) now = new Date(now.getTime() + (random.below(50) - 4) * hour);
    else if (random.below(60) === 0) await one().killDuring('sync', now, random.below(120));
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
  await receiver.close();
  await fake.close();
  rmSync(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 1000);
process.stderr.write('\n');
print(
  `seed ${seed}: ${count} steps, ${report.syncs} syncs, ${report.kills} kills, ${fake.asked.length} requests, ` +
    `${notified} notifications, ${seconds} s, ${report.differences.length} differences`,
);
for (const difference of report.differences) print(difference);
if (report.differences.length > 0) process.exitCode = 1;

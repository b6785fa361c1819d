import { expect, test } from 'vitest';
import type { SignedInPerson } from '../../support/app.ts';
import { createRandom, type Random } from '../../support/random-documents.ts';
import { type Replicated, type ReplicatedApp, replicatedScenes } from '../../support/replicated.ts';
import { tries } from '../../support/services.ts';

/* Nobody ever reads older data than what was written before, whatever the replica does, and whichever server is asked. */

const { scene } = replicatedScenes();

const everything = '{ tasks(first: 100, orderBy: [{ field: CREATED_AT }]) { totalCount nodes { id title version } } }';
const found = '{ search(text: "common") { totalCount } }';

const keeping = { RESPONSE_CACHE_MB: '16' };

/** An account as its owner knows it, at two servers. */
interface Known {
  at: SignedInPerson[];
  tasks: Map<string, { title: string; version: number }>;
}

async function write({ at, tasks }: Known, random: Random): Promise<void> {
  const by = random.pick(at);
  const known = [...tasks.keys()];
  const title = `common ${random.below(1_000)}`;
  if (known.length < 3 || (known.length < 30 && random.oneIn(3))) {
    const made = await by.mutate('createTask', { title }, 'id version');
    tasks.set(made.id, { title, version: made.version });
  } else if (random.oneIn(4)) {
    const id = random.pick(known);
    await by.mutate('trash', { id }, '__typename');
    tasks.delete(id);
  } else {
    const id = random.pick(known);
    const { version } = await by.mutate('updateTask', { id, title }, 'version');
    tasks.set(id, { title, version });
  }
}

async function read({ at, tasks }: Known, random: Random): Promise<void> {
  const by = random.pick(at);
  if (random.oneIn(4)) {
    expect((await by.query(found)).search.totalCount).toBe(tasks.size);
    return;
  }
  const { nodes, totalCount } = (await by.query(everything)).tasks;
  const seen = nodes.map(({ id, title, version }: { id: string; title: string; version: number }) => [
    id,
    { title, version },
  ]);
  expect(totalCount).toBe(tasks.size);
  expect(new Map(seen)).toEqual(tasks);
}

/** What happens to a replica while it is read. Each puts it right in the end. */
const troubles: ((of: Replicated, pause: () => Promise<void>) => Promise<void>)[] = [
  async ({ pause, resume }, wait) => {
    await pause();
    await wait();
    await resume();
  },
  async ({ replica }, wait) => {
    replica.signal('SIGSTOP');
    await wait();
    replica.signal('SIGCONT');
  },
  async ({ replica }, wait) => {
    await replica.stop('immediate');
    await wait();
    await replica.start();
  },
  async ({ replica }) => {
    await replica.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  },
];

/**
 * Has two accounts read and write at two servers at the same time, and never see anything old.
 * @returns how many queries read the replica, and how many could not
 */
async function compare(of: Replicated, apps: [ReplicatedApp, ReplicatedApp], seed: number) {
  for (const app of apps) await app.inUse();
  const people: Known[] = [];
  for (const name of ['Ada', 'Bob']) {
    const person = await apps[0].person(name);
    people.push({ at: [person, apps[1].again(person)], tasks: new Map() });
  }
  const steps = tries(800);
  let done = 0;
  const working = people.map(async (known, index) => {
    const random = createRandom(seed + index);
    for (let step = 0; step < steps; step += 1) {
      await (random.oneIn(3) ? write : read)(known, random);
      done += 1;
    }
  });
  const random = createRandom(seed + 2);
  /** Until some steps are done, or all are. */
  const pause = async () => {
    const until = Math.min(done + 20 + random.below(60), steps);
    await expect.poll(() => done, { interval: 5 }).toBeGreaterThanOrEqual(until);
  };
  const troubling = async () => {
    while (done < steps) {
      await pause();
      await random.pick(troubles)(of, pause);
      if (random.oneIn(2)) for (const app of apps) await app.inUse();
    }
  };
  await Promise.all([...working, troubling()]);
  // Once more with a replica that has everything, and with one that has not.
  const [known] = people as [Known, Known];
  await apps[0].inUse();
  const queries = () => apps.map((app) => app.load().queries);
  const there = () => queries().reduce((sum, { current }) => sum + current, 0);
  // One of the servers keeps no responses, and reads again what it read on the primary.
  const readThere = async () => {
    await read(known, random);
    return there();
  };
  await expect.poll(readThere, { timeout: 30_000 }).toBeGreaterThan(0);
  await of.pause();
  for (const app of apps) {
    await write(known, random);
    for (let i = 0; i < 10; i += 1) await read({ ...known, at: [app.again(known.at[0] as SignedInPerson)] }, random);
  }
  const elsewhere = queries().reduce((sum, { behind, unavailable }) => sum + behind + unavailable, 0);
  return { there: there(), elsewhere };
}

test('two accounts at two servers never read anything old', async (context) => {
  const of = await scene(context);
  const apps: [ReplicatedApp, ReplicatedApp] = [await of.start(), await of.start(undefined, keeping)];
  const { there, elsewhere } = await compare(of, apps, 1);
  expect(there).toBeGreaterThan(0);
  expect(elsewhere).toBeGreaterThan(0);
});

test('nor where transactions are committed before they are on disk', async (context) => {
  const of = await scene(context);
  await of.primary.sql(`ALTER DATABASE ${of.database} SET synchronous_commit = off`);
  const { there, elsewhere } = await compare(of, [await of.start(undefined, keeping), await of.start()], 10);
  expect(there).toBeGreaterThan(0);
  expect(elsewhere).toBeGreaterThan(0);
});

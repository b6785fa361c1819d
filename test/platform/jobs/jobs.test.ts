import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Overrides } from '../../../src/app.ts';
import { jobRetention } from '../../../src/platform/jobs/housekeeping.ts';
import { enqueue, type JobKind } from '../../../src/platform/jobs/jobs.ts';
import { claimJob, renewLease } from '../../../src/platform/jobs/leases.ts';
import { deleteExpired } from '../../../src/platform/jobs/retention.ts';
import { transaction } from '../../../src/platform/transactions/transaction.ts';
import { createTestApp, createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { createDatabase, engine } from '../../support/databases.ts';
import { enqueueIn, labelling } from '../../support/jobs.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { leaveToCI } from '../../support/services.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Kinds of jobs, and nothing that recurs. */
const doing = (kinds: Record<string, JobKind>, more: Overrides = {}): Overrides => ({
  ...more,
  jobs: { kinds, recurring: [] },
});
const job = (kind: string, payload: Record<string, string> = {}, more: object = {}) => ({ kind, payload, ...more });
/** The jobs that a test made, without those that the server has anyway. */
const jobsOf = (app: TestApp, ...kinds: string[]) =>
  app.db.reads.job.findMany({ where: { kind: { in: kinds } }, orderBy: { id: 'asc' } });
const labelsOf = async (app: TestApp) => (await app.db.reads.label.findMany()).map(({ name }) => name).sort();

/** Several applications on one database, with one clock. */
async function startTwo(overrides: Overrides): Promise<{ apps: [TestApp, TestApp]; clock: TestApp['clock'] }> {
  const database = await createDatabase(inject('templateDatabase'));
  const clock = createTestClock();
  const start = () => startTestApp(database.url, {}, { ...overrides, clock });
  const apps: [TestApp, TestApp] = [await start(), await start()];
  onTestFinished(async () => {
    for (const app of apps) await app.close();
    await database.remove();
  });
  return { apps, clock };
}

/** Something that a test waits for, and lets go on. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('a job exists only if the transaction that enqueued it is committed', async () => {
  const names: string[] = [];
  const note: JobKind = {
    maxAttempts: 1,
    backoff: () => 0,
    run: async (_ctx, { payload }) => void names.push(payload.name ?? ''),
  };
  const app = await createTestApp({}, doing({ note }));
  const failing = transaction(app.systemContext(), 'test', async (tx) => {
    await enqueue(tx, [job('note', { name: 'undone' })]);
    throw new Error('No.');
  });
  await expect(failing).rejects.toThrow('No.');
  await enqueueIn(app, job('note', { name: 'done' }));
  await app.worker.work();
  expect(names).toEqual(['done']);
  expect(await jobsOf(app, 'note')).toMatchObject([
    { state: 'DONE', attempts: 1, leasedBy: null, leasedUntil: null, lastError: null, finishedAt: app.clock.now() },
  ]);
});

test('a delayed job does not run before its time', async () => {
  let runs = 0;
  const app = await createTestApp(
    {},
    doing({ count: { maxAttempts: 1, backoff: () => 0, run: async () => void runs++ } }),
  );
  await enqueueIn(app, job('count', {}, { at: new Date(app.clock.now().getTime() + minute) }));
  app.clock.advance(minute - 1);
  await app.worker.work();
  expect(runs).toBe(0);
  app.clock.advance(1);
  await app.worker.work();
  await app.worker.work();
  expect(runs).toBe(1);
});

test('a failed job is retried with a growing backoff, then given up and logged', async () => {
  const { log, lines } = createMemoryLog();
  let runs = 0;
  const fails: JobKind = {
    maxAttempts: 3,
    backoff: (attempt) => attempt * minute,
    run: async () => {
      runs += 1;
      throw new Error(`Failed ${runs}`);
    },
  };
  const app = await createTestApp({}, doing({ fails }, { log }));
  await enqueueIn(app, job('fails'));
  for (const attempt of [1, 2]) {
    await app.worker.work();
    expect(runs).toBe(attempt);
    const [row] = await jobsOf(app, 'fails');
    expect(row).toMatchObject({ state: 'WAITING', attempts: attempt, lastError: `Failed ${attempt}`, leasedBy: null });
    const wait = (row?.nextAttemptAt.getTime() ?? 0) - app.clock.now().getTime();
    expect(wait).toBeGreaterThanOrEqual(attempt * minute * 0.75);
    expect(wait).toBeLessThanOrEqual(attempt * minute * 1.25);
    app.clock.advance(wait - 1);
    await app.worker.work();
    expect(runs).toBe(attempt);
    app.clock.advance(1);
  }
  await app.worker.work();
  expect(await jobsOf(app, 'fails')).toMatchObject([
    { state: 'DEAD', attempts: 3, lastError: 'Failed 3', finishedAt: app.clock.now() },
  ]);
  app.clock.advance(day);
  await app.worker.work();
  expect(runs).toBe(3);
  const told = lines.filter(({ kind }) => kind === 'fails').map(({ level, msg }) => [level, msg]);
  expect(told).toEqual([
    [40, 'job failed and will run again'],
    [40, 'job failed and will run again'],
    [50, 'job failed for the last time'],
  ]);
});

test('a key belongs to one job; only a kind that releases its key can be enqueued with it again', async () => {
  const runs: string[] = [];
  const kind = (releaseKeyWhenDone: boolean): JobKind => ({
    maxAttempts: 1,
    backoff: () => 0,
    releaseKeyWhenDone,
    run: async (_ctx, { payload }) => void runs.push(payload.name ?? ''),
  });
  const app = await createTestApp({}, doing({ once: kind(false), again: kind(true) }));
  for (let round = 0; round < 2; round++) {
    for (const name of ['once', 'again']) {
      await enqueueIn(app, job(name, { name }, { key: name }));
      expect(await enqueueIn(app, job(name, { name }, { key: name }))).toEqual([]);
    }
    await app.worker.work();
  }
  expect(runs.sort()).toEqual(['again', 'again', 'once']);
});

test('two servers with many lanes run every job exactly once', async () => {
  const begun: string[] = [];
  const label = labelling();
  const kinds = {
    label: {
      ...label,
      run: (...[ctx, running]: Parameters<typeof label.run>) => {
        begun.push(running.payload.name ?? '');
        return label.run(ctx, running);
      },
    },
  };
  const { apps } = await startTwo(doing(kinds));
  await apps[0].person();
  const names = Array.from({ length: 40 }, (_, index) => `Label ${String(index).padStart(2, '0')}`);
  await enqueueIn(apps[0], ...names.map((name) => job('label', { name })));
  const counts = await Promise.all(apps.map((app) => app.worker.work()));
  expect(await labelsOf(apps[0])).toEqual(names);
  expect(begun.toSorted()).toEqual(names);
  // On PostgreSQL both have a part in it. Of two in one process on one SQLite file, one may have to wait for all of it.
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(engine === 'postgresql' ? 1 : 0);
  expect((await jobsOf(apps[0], 'label')).every(({ state, attempts }) => state === 'DONE' && attempts === 1)).toBe(
    true,
  );
});

test('at most two jobs of a group run at a time, without delaying other groups', async () => {
  const [held, others] = [gate(), gate()];
  let [running, max, quick] = [0, 0, 0];
  const kinds: Record<string, JobKind> = {
    slow: {
      maxAttempts: 1,
      backoff: () => 0,
      async run() {
        running += 1;
        max = Math.max(max, running);
        await held.opened;
        running -= 1;
      },
    },
    quick: {
      maxAttempts: 1,
      backoff: () => 0,
      async run() {
        quick += 1;
        if (quick === 6) others.open();
      },
    },
  };
  const app = await createTestApp({}, doing(kinds));
  const slow = Array.from({ length: 10 }, () => job('slow', {}, { group: 'slow' }));
  const fast = Array.from({ length: 6 }, (_, index) => job('quick', {}, { group: index < 3 ? 'quick' : undefined }));
  await enqueueIn(app, ...slow, ...fast);
  const working = app.worker.work();
  await others.opened;
  expect(running).toBe(2);
  held.open();
  await working;
  expect(max).toBe(2);
  expect((await jobsOf(app, 'slow', 'quick')).every(({ state }) => state === 'DONE')).toBe(true);
});

test('an expired lease is taken over, and its former worker can no longer finish the job', async () => {
  const { log, lines } = createMemoryLog();
  const [held, reached] = [gate(), gate()];
  let runs = 0;
  const label = labelling();
  const kinds = {
    label: {
      ...label,
      async run(...[ctx, running]: Parameters<typeof label.run>) {
        runs += 1;
        if (runs === 1) {
          reached.open();
          await held.opened;
        }
        await label.run(ctx, running);
      },
    },
  };
  const { apps, clock } = await startTwo(doing(kinds, { log }));
  const [first, second] = apps;
  await first.person();
  await enqueueIn(first, job('label', { name: 'Once' }));
  const slow = first.worker.work();
  await reached.opened;
  clock.advance(minute - 1);
  await second.worker.work();
  expect(runs).toBe(1);
  clock.advance(1);
  await second.worker.work();
  expect(runs).toBe(2);
  held.open();
  await slow;
  expect(await labelsOf(first)).toEqual(['Once']);
  expect(await jobsOf(first, 'label')).toMatchObject([{ state: 'DONE', attempts: 2 }]);
  expect(lines.map(({ msg }) => msg)).toContain('job was taken over by another worker');
});

test('a renewed lease is not taken over, and a lost lease cannot be renewed', async () => {
  const app = await createTestApp();
  await enqueueIn(app, job('any'));
  const claim = (worker: string) => claimJob(app.systemContext(), { kinds: ['any'], crowded: [] }, worker);
  const claimed = await claim('first');
  if (!claimed) throw new Error('Nothing was claimed.');
  app.clock.advance(minute - 1);
  expect(await renewLease(app.systemContext(), claimed)).toBe(true);
  app.clock.advance(minute - 1);
  expect(await claim('second')).toBeNull();
  app.clock.advance(1);
  expect(await claim('second')).toMatchObject({ id: claimed.id, attempts: 2 });
  expect(await renewLease(app.systemContext(), claimed)).toBe(false);
  // The clock of the second one was ahead.
  app.clock.advance(-1.5 * minute);
  expect(await claim('third')).toMatchObject({ id: claimed.id, attempts: 3 });
});

test('a job whose workers disappear each time is given up', async () => {
  let runs = 0;
  const once: JobKind = { maxAttempts: 2, backoff: () => 0, run: async () => void runs++ };
  const app = await createTestApp({}, doing({ once }));
  await enqueueIn(app, job('once'));
  for (const attempt of [1, 2]) {
    const claimed = await claimJob(app.systemContext(), { kinds: ['once'], crowded: [] }, 'gone');
    expect(claimed).toMatchObject({ attempts: attempt });
    app.clock.advance(minute);
  }
  await app.worker.work();
  expect(runs).toBe(0);
  expect(await jobsOf(app, 'once')).toMatchObject([
    { state: 'DEAD', lastError: expect.stringContaining('disappeared') },
  ]);
});

test('a server that is killed between the effect and the end of a job leaves one effect', async (context) => {
  leaveToCI(context);
  const database = await createDatabase(inject('templateDatabase'));
  // A day later than the one that was killed, whose clock is the machine's.
  const clock = createTestClock(new Date(Date.now() + day).toISOString());
  const app = await startTestApp(database.url, {}, { ...doing({ label: labelling() }), clock });
  onTestFinished(async () => {
    await app.close();
    await database.remove();
  });
  await app.person();
  const program = join(import.meta.dirname, '../../support/killed-worker.ts');
  const killed = spawnSync(process.execPath, ['--no-warnings', program, database.url], { encoding: 'utf8' });
  expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', '']);
  expect(await labelsOf(app)).toEqual([]);
  expect(await jobsOf(app, 'label')).toMatchObject([{ state: 'WAITING', attempts: 1, leasedBy: expect.any(String) }]);
  await app.worker.work();
  expect(await labelsOf(app)).toEqual(['Once']);
  expect(await jobsOf(app, 'label')).toMatchObject([{ state: 'DONE', attempts: 2 }]);
});

test('a recurring job runs once in each period across all servers', async () => {
  let runs = 0;
  const recurring = [{ name: 'count', every: 60 * minute, run: async () => void runs++ }];
  const { apps, clock } = await startTwo({ jobs: { kinds: {}, recurring } });
  const all = () => Promise.all(apps.map((app) => app.worker.work()));
  await all();
  await all();
  expect(runs).toBe(1);
  clock.advance(60 * minute - 1);
  await all();
  expect(runs).toBe(1);
  clock.advance(1);
  await all();
  expect(runs).toBe(2);
  // A server that starts within the period has nothing to do either.
  clock.advance(10 * 60 * minute);
  await all();
  expect(runs).toBe(3);
  expect((await jobsOf(apps[0], 'count')).map(({ key }) => key)).toEqual([
    'count@2026-11-23T09:00:00.000Z',
    'count@2026-11-23T10:00:00.000Z',
    'count@2026-11-23T20:00:00.000Z',
  ]);
});

test('a started worker runs enqueued jobs at once', async () => {
  let runs = 0;
  const app = await createTestApp(
    {},
    doing({ count: { maxAttempts: 1, backoff: () => 0, run: async () => void runs++ } }),
  );
  app.worker.start();
  await enqueueIn(app, job('count'));
  await expect.poll(() => runs).toBe(1);
});

test('stopping waits for running jobs and starts no more', async () => {
  const [reached, held] = [gate(), gate()];
  const runs: string[] = [];
  const slow: JobKind = {
    maxAttempts: 1,
    backoff: () => 0,
    async run(_ctx, { payload }) {
      runs.push(payload.name ?? '');
      reached.open();
      await held.opened;
    },
  };
  const app = await createTestApp({}, doing({ slow }));
  app.worker.start();
  await enqueueIn(app, job('slow', { name: 'first' }));
  await reached.opened;
  const stopped = app.worker.stop();
  await enqueueIn(app, job('slow', { name: 'second' }));
  held.open();
  await stopped;
  expect(runs).toEqual(['first']);
  expect((await jobsOf(app, 'slow')).map(({ state }) => state)).toEqual(['DONE', 'WAITING']);
});

test('a job that is still running after the grace period is aborted and released for the next worker', async () => {
  const reached = gate();
  const endless: JobKind = {
    maxAttempts: 1,
    backoff: () => 0,
    run: (_ctx, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        reached.open();
      }),
  };
  const app = await createTestApp({}, doing({ endless }));
  app.worker.start();
  await enqueueIn(app, job('endless'));
  await reached.opened;
  await app.worker.stop(1);
  const left = async () => (await jobsOf(app, 'endless')).map(({ state, attempts }) => [state, attempts]);
  await expect.poll(left).toEqual([['WAITING', 0]]);
});

test('finished jobs are deleted after a week, given-up jobs after a month', async () => {
  const run = async () => {};
  const fails = async () => {
    throw new Error('No.');
  };
  const app = await createTestApp(
    {},
    doing({ fine: { maxAttempts: 1, backoff: () => 0, run }, fails: { maxAttempts: 1, backoff: () => 0, run: fails } }),
  );
  await enqueueIn(app, job('fine'), job('fails'));
  await app.worker.work();
  await enqueueIn(app, job('fine', {}, { at: new Date(app.clock.now().getTime() + 365 * day) }));
  const left = async () => (await jobsOf(app, 'fine', 'fails')).map(({ kind, state }) => `${kind} ${state}`);
  app.clock.advance(7 * day);
  await deleteExpired(app.systemContext(), 'test', jobRetention);
  expect(await left()).toEqual(['fine DONE', 'fails DEAD', 'fine WAITING']);
  app.clock.advance(1);
  await deleteExpired(app.systemContext(), 'test', jobRetention);
  expect(await left()).toEqual(['fails DEAD', 'fine WAITING']);
  app.clock.advance(23 * day);
  await deleteExpired(app.systemContext(), 'test', jobRetention);
  expect(await left()).toEqual(['fine WAITING']);
});

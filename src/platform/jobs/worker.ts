import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { newId } from '../database/ids.ts';
import type { Row } from '../database/models.ts';
import type { ChangeNotifications } from '../live/change-notifications.ts';
import { transaction } from '../transactions/transaction.ts';
import { exponential } from './backoff.ts';
import { enqueue, type JobKind, type Jobs, type RecurringJob } from './jobs.ts';
import { claimJob, releaseJob } from './leases.ts';
import { type Claimed, runJob } from './runner.ts';

type Job = Row<'job'>;

/** Runs jobs. Belongs to one application. */
export interface Worker {
  /** Begins to run jobs as they come, and goes on until it is stopped. */
  start(): void;
  /** Runs all that is due by now, and answers how many jobs these were; for tests, which have a clock of their own. */
  work(): Promise<number>;
  /** There is something to do. Does nothing before the start and after the end. */
  wake(): void;
  /**
   * Takes no more jobs, and waits for those under way.
   * @param grace for that long, in milliseconds; then they are told to end, and are begun again by the next worker
   */
  stop(grace?: number): Promise<void>;
}

/** As many jobs run at once. Most wait for somebody else's server. */
const maxAtOnce = 8;
/** So many of one group. */
const maxOfGroup = 2;
/** How often it looks by itself, in milliseconds: for what is due later, and for what servers that are gone left behind. */
const looksEvery = 5_000;
/** How long a job gets to end once it was told to, in milliseconds. */
const lastWords = 1_000;

/**
 * A worker over some jobs.
 * @param contextNow the server's own context, of the moment when it is called
 */
export function createWorker(
  { kinds, recurring, followUp }: Jobs,
  contextNow: () => Context,
  changeNotifications: Pick<ChangeNotifications, 'listenToAll'>,
): Worker {
  const name = newId();
  const lanes = new Set<Promise<void>>();
  const underWay = new Map<AbortController, Job>();
  const periods = new Map<string, string>();
  const grown = new Set<string>();
  let state: 'idle' | 'started' | 'stopped' = 'idle';
  let woken = false;
  let ran = 0;
  let claiming: Promise<unknown> = Promise.resolve();
  let looking: Promise<void> | null = null;
  let followingUp: Promise<void> | null = null;
  let unsubscribe = () => {};
  let timer: NodeJS.Timeout | undefined;

  const all: Jobs['kinds'] = { ...kinds, ...Object.fromEntries(recurring.map((job) => [job.name, kindOf(job)])) };
  // What is woken within a request must not keep all of that request for as long as it runs.
  const outsideRequests = AsyncLocalStorage.snapshot();

  /** Opens one more lane, unless there are enough: each runs one job after another for as long as any is due. */
  function open(): void {
    if (state === 'stopped' || lanes.size >= maxAtOnce) return;
    const lane = outsideRequests(runLane)
      .catch((error: unknown) => contextNow().log.error({ err: error }, 'jobs cannot be read'))
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function runLane(): Promise<void> {
    while (state !== 'stopped') {
      woken = false;
      const claimed = await claimInTurn();
      if (claimed) {
        open();
        await runJob(claimed, all[claimed.job.kind], () => state === 'stopped');
        underWay.delete(claimed.controller);
        ran += 1;
      } else if (!woken) return;
    }
  }

  /** Takes a job, one lane after another, so that they do not race each other and none takes too many of a group. */
  function claimInTurn(): Promise<Claimed | null> {
    const claimed = claiming.then(async () => {
      const ctx = contextNow();
      const counts = Map.groupBy(underWay.values(), ({ group }) => group ?? '');
      const crowded = [...counts].filter(([group, jobs]) => group !== '' && jobs.length >= maxOfGroup);
      const wanted = { kinds: Object.keys(all), crowded: crowded.map(([group]) => group) };
      const job = await claimJob(ctx, wanted, name);
      if (!job) return null;
      if (state === 'stopped') {
        await releaseJob(ctx, job);
        return null;
      }
      const controller = new AbortController();
      underWay.set(controller, job);
      return { ctx, job, controller };
    });
    claiming = claimed.catch(() => {});
    return claimed;
  }

  /** Enqueues the recurring jobs of this period, and what follows from anybody's changes. */
  async function prepare(): Promise<void> {
    const ctx = contextNow();
    const fresh = recurring
      .map((job) => ({ kind: job.name, payload: {}, key: keyOfPeriod(job, ctx.calendar.now) }))
      .filter(({ kind, key }) => periods.get(kind) !== key);
    if (fresh.length > 0) await transaction(ctx, 'enqueueRecurring', (tx) => enqueue(tx, fresh));
    for (const { kind, key } of fresh) periods.set(kind, key);
    await followUp(ctx, null);
  }

  /** Follows up the changes that were heard of; those heard of meanwhile come right after, all at once. */
  async function followUpGrown(): Promise<void> {
    while (grown.size > 0 && state === 'started') {
      const owners = [...grown];
      grown.clear();
      await followUp(contextNow(), owners).catch((error: unknown) =>
        contextNow().log.error({ err: error }, 'changes could not be followed up'),
      );
    }
    followingUp = null;
  }

  async function look(): Promise<void> {
    await prepare().catch((error: unknown) => contextNow().log.error({ err: error }, 'jobs could not be enqueued'));
    worker.wake();
    looking = null;
  }

  const worker: Worker = {
    start() {
      if (state !== 'idle') return;
      state = 'started';
      unsubscribe = changeNotifications.listenToAll((ownerId) => {
        grown.add(ownerId);
        followingUp ??= outsideRequests(followUpGrown);
      });
      looking = look();
      timer = setInterval(() => {
        looking ??= look();
      }, looksEvery);
    },
    async work() {
      ran = 0;
      await prepare();
      open();
      while (lanes.size > 0) await Promise.all(lanes);
      return ran;
    },
    wake() {
      woken = true;
      if (state === 'started') open();
    },
    async stop(grace = 10_000) {
      state = 'stopped';
      unsubscribe();
      clearInterval(timer);
      const ended = new AbortController();
      const late = async () => {
        await sleep(grace, null, ended);
        for (const controller of underWay.keys()) controller.abort(new Error('The server stops.'));
        await sleep(lastWords, null, ended);
      };
      const done = Promise.all([looking, followingUp, ...lanes]);
      await Promise.race([done, late()]);
      ended.abort();
    },
  };
  return worker;
}

/** A recurring job as any other. One that fails in the end is tried again in its next period. */
function kindOf(job: RecurringJob): JobKind {
  return {
    run: async (ctx) => void (await job.run(ctx)),
    maxAttempts: 5,
    backoff: (attempt) => exponential(attempt, 60_000, 3_600_000),
  };
}

/** Names a recurring job's period, which has one job, whichever server enqueues it. */
function keyOfPeriod({ name, every }: RecurringJob, now: Date): string {
  return `${name}@${new Date(Math.floor(now.getTime() / every) * every).toISOString()}`;
}

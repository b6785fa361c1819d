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
import { type Claimed, runTracedJob } from './runner.ts';

type Job = Row<'job'>;

/** Runs the jobs of one application. */
export interface Worker {
  /** Runs jobs as they become due, until `stop`. */
  start(): void;
  /** Runs all jobs that are due and returns their number. For tests, which set the clock. */
  work(): Promise<number>;
  /** Says that jobs were enqueued. Has no effect before `start` and after `stop`. */
  wake(): void;
  /**
   * Claims no more jobs and waits for the running ones.
   * @param grace how long to wait, in milliseconds; then the jobs are aborted, and another worker runs them again.
   *   Default: 10,000.
   */
  stop(grace?: number): Promise<void>;
}

/** The number of jobs that run at the same time. Most of them wait for other servers. */
const maxConcurrent = 8;
/** The number of jobs of one group that run at the same time. */
const maxPerGroup = 2;
/** How often the worker looks for jobs without being woken, in milliseconds: for delayed jobs and expired leases. */
const pollInterval = 5_000;
/** How long the worker waits after it has followed up changes, in milliseconds: what many writes lead to is looked up once. */
const followUpPause = 50;
/** How long an aborted job may take to end, in milliseconds. */
const abortGrace = 1_000;

/**
 * Creates a worker.
 * @param contextNow returns a context in which the server acts by itself, as of now
 * @param changeNotifications say when to follow up changes
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
  // Jobs that are woken by a request run outside its async context, which would keep the request in memory.
  const outsideRequests = AsyncLocalStorage.snapshot();

  /** Opens another lane unless there are enough. A lane runs one job after another as long as any is due. */
  function open(): void {
    if (state === 'stopped' || lanes.size >= maxConcurrent) return;
    const lane = outsideRequests(runLane)
      .catch((error: unknown) => contextNow().log.error({ err: error }, 'jobs could not be read'))
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function runLane(): Promise<void> {
    while (state !== 'stopped') {
      woken = false;
      const claimed = await claimInTurn();
      if (claimed) {
        open();
        await runTracedJob(claimed, all[claimed.job.kind], () => state === 'stopped');
        underWay.delete(claimed.controller);
        ran += 1;
      } else if (!woken) return;
    }
  }

  /** Claims a job, one lane after another, so that they do not race and the limit for groups holds. */
  function claimInTurn(): Promise<Claimed | null> {
    const claimed = claiming.then(async () => {
      const ctx = contextNow();
      const counts = Map.groupBy(underWay.values(), ({ group }) => group ?? '');
      const crowded = [...counts].filter(([group, jobs]) => group !== '' && jobs.length >= maxPerGroup);
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

  /** Enqueues the recurring jobs of this period, and the jobs that follow from changes. */
  async function prepare(): Promise<void> {
    const ctx = contextNow();
    const fresh = recurring
      .map((job) => ({ kind: job.name, payload: {}, key: keyOfPeriod(job, ctx.calendar.now) }))
      .filter(({ kind, key }) => periods.get(kind) !== key);
    if (fresh.length > 0) await transaction(ctx, 'enqueueRecurring', (tx) => enqueue(tx, fresh));
    for (const { kind, key } of fresh) periods.set(kind, key);
    await followUp(ctx, null);
  }

  /** Follows up the changes that were announced, at once. Those announced soon afterwards come next, together. */
  async function followUpGrown(): Promise<void> {
    while (grown.size > 0 && state === 'started') {
      const owners = [...grown];
      grown.clear();
      await followUp(contextNow(), owners).catch((error: unknown) =>
        contextNow().log.error({ err: error }, 'changes could not be followed up'),
      );
      await sleep(followUpPause);
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
      }, pollInterval);
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
        await sleep(abortGrace, null, ended);
      };
      const done = Promise.all([looking, followingUp, ...lanes]);
      await Promise.race([done, late()]);
      ended.abort();
    },
  };
  return worker;
}

/** The kind of a recurring job. A job that is given up runs again in the next period. */
function kindOf(job: RecurringJob): JobKind {
  return {
    run: async (ctx) => void (await job.run(ctx)),
    maxAttempts: 5,
    backoff: (attempt) => exponential(attempt, 60_000, 3_600_000),
  };
}

/** The key of a recurring job in its present period, equal on all servers. */
function keyOfPeriod({ name, every }: RecurringJob, now: Date): string {
  return `${name}@${new Date(Math.floor(now.getTime() / every) * every).toISOString()}`;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../runtime/log.ts';
import { hasCode, isDisconnect } from './faults.ts';
import { type Committed, type LogPosition, watchLag } from './log-positions.ts';
import { checkHistory } from './replica-checks.ts';
import { connectStandby, type Primary, type Standby } from './standby.ts';

/** Times in milliseconds. */
const times = {
  /** How often the replica is asked how far it is. */
  follow: 100,
  /** How often the primary is. Queries ask it, too. */
  compare: 1_000,
  /** For how long a query waits for the replica to replay what it needs. One that is further behind is not waited for. */
  wait: 10,
  /** After what silence no query begins on the replica. It is given up after a second. */
  silence: 300,
  /** How long after it was lost the replica is connected to again; and at most, if its statements fail again and again. */
  retry: 1_000,
  maxRetry: 60_000,
  /** How far the replica may be behind until the log says so. */
  loggedLag: 5_000,
};

/** Errors of a statement, or of its connection, that say nothing about the next one: wrong values, conflicts with recovery, timeouts. */
const ofStatement = /^(22\w{3}|40001|57014)$/;

/** Why a query does not read the replica. */
export type Absence = 'behind' | 'unavailable';

export interface Reached {
  readonly committed: Committed;
  /** The replica, if it has replayed all of that, and otherwise why it cannot be read. */
  readonly by: Standby | Absence;
}

export interface ReplicaStatus {
  /** Whether queries read the replica, as far as it has replayed what they need. */
  readonly isInUse: boolean;
  /** For how long it has lacked something that was committed, in milliseconds. */
  readonly lag: number;
}

/** Follows a replica: connects to it, asks how far it is, and gives it up when it is not what it should be. */
export interface ReplicaFollower {
  /**
   * Reads what is committed, and finds out whether the replica has replayed all of it. Waits some milliseconds for that.
   */
  reach(): Promise<Reached>;
  /** The replica at present. Null while there is none. */
  current(): Standby | null;
  /** Takes note of a statement that failed on the replica. Gives the replica up if the next one is likely to fail, too. */
  failed(standby: Standby, error: unknown): Promise<void>;
  status(): ReplicaStatus;
  close(): void;
}

export function followReplica(url: string, poolSize: number, primary: Primary, log: Log): ReplicaFollower {
  const lag = watchLag();
  let standby: Standby | null = null;
  let openedAt = 0;
  let comparedAt = 0;
  let retryAt = 0;
  let pause = times.retry;
  let isUnusedLogged = false;
  let isLagLogged = false;
  let isClosed = false;

  /** Says once why the replica is not used, until it is again. */
  function logUnused(error: unknown): void {
    if (!isUnusedLogged && !isClosed) log.warn({ err: error }, 'the replica is not used: queries read the primary');
    isUnusedLogged = true;
  }

  function lose(lost: Standby, error: unknown, after: number): void {
    if (standby !== lost) return;
    standby = null;
    retryAt = performance.now() + after;
    lost.end();
    logUnused(error);
  }

  async function connect(): Promise<void> {
    if (performance.now() < retryAt) return;
    try {
      const opened = await connectStandby(url, poolSize, primary);
      if (isClosed) return opened.end();
      standby = opened;
      openedAt = performance.now();
      lag.replayed(opened.replayed());
      log.info('queries read the replica');
      isUnusedLogged = false;
    } catch (error) {
      retryAt = performance.now() + times.retry;
      logUnused(error);
    }
  }

  async function follow(on: Standby): Promise<void> {
    try {
      await on.follow();
      if (standby === on) lag.replayed(on.replayed());
    } catch (error) {
      lose(on, error, times.retry);
    }
  }

  /** Takes note of what is committed. The replica cannot have been further before. */
  function compare(on: Standby, replayedBefore: LogPosition, committed: LogPosition): void {
    if (standby !== on) return;
    comparedAt = performance.now();
    try {
      checkHistory(replayedBefore, committed);
      lag.committed(committed);
    } catch (error) {
      lose(on, error, times.retry);
    }
  }

  function logLag(): void {
    const behind = lag.milliseconds();
    if (isLagLogged === behind > (isLagLogged ? 0 : times.loggedLag)) return;
    isLagLogged = !isLagLogged;
    if (isLagLogged)
      log.warn({ seconds: Math.round(behind / 1_000) }, 'the replica is behind: queries read the primary');
    else log.info('the replica is no longer behind');
  }

  async function look(): Promise<void> {
    if (!standby) return connect();
    const on = standby;
    await follow(on);
    logLag();
    if (performance.now() - comparedAt < times.compare) return;
    const before = on.replayed();
    // While the primary does not respond there is nothing to compare with.
    const committed = await primary.committed().catch(() => null);
    if (committed) compare(on, before, committed.position);
  }

  async function keepLooking(): Promise<void> {
    while (!isClosed) {
      await look();
      await sleep(times.follow, undefined, { ref: false });
    }
  }
  void keepLooking();

  async function waitFor(on: Standby, position: LogPosition): Promise<Standby | Absence> {
    const until = performance.now() + times.wait;
    for (;;) {
      // It may be lost at any time.
      if (standby !== on || on.silence() > times.silence) return 'unavailable';
      if (on.replayed() >= position) return on;
      if (lag.milliseconds() > times.wait || performance.now() >= until) return 'behind';
      await Promise.race([follow(on), sleep(times.wait)]);
      if (on.replayed() < position) await sleep(1);
    }
  }

  return {
    async reach() {
      const on = standby;
      const before = on?.replayed() ?? 0n;
      const committed = await primary.committed();
      if (on) compare(on, before, committed.position);
      return { committed, by: on ? await waitFor(on, committed.position) : 'unavailable' };
    },
    current: () => standby,
    async failed(on, error) {
      if (hasCode(error, ofStatement)) return;
      // Whether the server is there is known better by asking it. One connection may have broken alone.
      await follow(on);
      if (standby !== on || isDisconnect(error)) return;
      pause = performance.now() - openedAt > times.maxRetry ? times.retry : Math.min(pause * 2, times.maxRetry);
      lose(on, error, pause);
    },
    status: () => ({ isInUse: standby !== null, lag: standby ? lag.milliseconds() : 0 }),
    close() {
      isClosed = true;
      standby?.end();
      standby = null;
    },
  };
}

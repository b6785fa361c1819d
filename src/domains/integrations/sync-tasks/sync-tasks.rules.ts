import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';

type Task = Row<'syncTask'>;
type Named = Pick<Task, 'integrationId' | 'accountId' | 'kind'>;

/** All kinds of sync tasks. */
export const syncKinds = enumOf('SyncKind').options;

/** The key of the job of a sync task. One job at a time has it, so that one server does the task. */
export const syncKeyOf = (integrationId: string, kind: Task['kind']) => `syncIntegration:${integrationId}:${kind}`;

/** The job of a sync task. */
export const syncJobOf = ({ integrationId, accountId, kind }: Named) => ({
  kind: 'syncIntegration',
  payload: { integrationId, kind },
  key: syncKeyOf(integrationId, kind),
  // One account cannot occupy the worker.
  group: `integrations:${accountId}`,
});

/**
 * Whether something was done within some time before now, in milliseconds. Never if it is to have been done later than now: the clock of
 * the server was ahead.
 */
export function isRecent(at: Date, now: Date, within: number): boolean {
  const age = now.getTime() - at.getTime();
  return age >= 0 && age < within;
}

const minute = 60_000;
const hour = 60 * minute;
/** How much the clocks of servers may differ, in milliseconds. */
const skew = 5 * minute;
/** The longest time to the next sync of a task that fails: as its provider asks to wait, or by itself. In milliseconds, with its jitter. */
const longestWait = { asked: 27 * hour, own: 8 * hour };

/**
 * The condition of tasks whose times can only have been set by a clock that was ahead: they would not be done until it is that late.
 * @param now the present time
 */
export function aheadOf(now: Date) {
  const later = (ms: number) => ({ gt: new Date(now.getTime() + ms) });
  return {
    OR: [
      { lastSyncedAt: later(skew) },
      { notBefore: later(longestWait.asked) },
      { failureCount: { gt: 0 }, notBefore: null, nextSyncAt: later(longestWait.own) },
      { failureCount: 0, notBefore: null, lastSyncedAt: null, nextSyncAt: later(skew) },
    ],
  };
}

/** A task that is done now, after its times were set by a clock that was ahead. */
export const backInTime = ({ lastSyncedAt }: Pick<Task, 'lastSyncedAt'>, now: Date) => ({
  nextSyncAt: now,
  notBefore: null,
  lastSyncedAt: lastSyncedAt !== null && lastSyncedAt > now ? now : lastSyncedAt,
});

/** The earliest time from a time on at which the provider accepts requests. */
export const earliestSync = ({ notBefore }: Pick<Task, 'notBefore'>, from: Date): Date =>
  notBefore !== null && notBefore > from ? notBefore : from;

/** The earliest of the next syncs. Null if there is none. */
export const nextSyncOf = (tasks: readonly Pick<Task, 'nextSyncAt'>[]): Date | null =>
  tasks.map(({ nextSyncAt }) => nextSyncAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;

const isFailing = ({ failureCount }: Task): boolean => failureCount > 0;

/**
 * The state of an integration that is neither paused nor needs a sign-in, as its tasks have it: it backs off if all of them do, and
 * tells the problem of the worst.
 */
export function summaryOf(tasks: readonly Task[]): UpdateData<'integration'> {
  const [failing] = tasks.filter(isFailing).sort((a, b) => b.failureCount - a.failureCount);
  return {
    state: tasks.length > 0 && tasks.every(isFailing) ? 'BACKING_OFF' : 'CONNECTED',
    problem: failing?.problem ?? null,
    failureCount: failing?.failureCount ?? 0,
    nextSyncAt: nextSyncOf(tasks),
  };
}

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

import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind, type RunningJob, runSooner } from '../../../platform/jobs/jobs.ts';
import { daysBefore, type Retention } from '../../../platform/jobs/retention.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { readCalendarSubscription } from '../calendars/calendars.service.ts';
import { integrationInput, SignInNeededError, signedOut } from '../integrations/integrations.rules.ts';
import { getIntegration } from '../integrations/integrations.service.ts';
import { syncMiro } from '../miro/miro.service.ts';
import { readOutlook } from '../outlook/outlook.service.ts';
import { aheadOf, backInTime, summaryOf, syncJobOf, syncKeyOf } from '../sync-tasks/sync-tasks.rules.ts';
import { syncTodo } from '../todo/todo.service.ts';
import { visibleTo } from './syncs.access.ts';
import {
  afterFailure,
  afterSuccess,
  keptWarnings,
  manualSyncLimit,
  maxEnqueued,
  type PreparedSync,
  type ReadIntegration,
  readStates,
  SyncError,
  type SyncResult,
  syncRetentionDays,
} from './syncs.rules.ts';

type Integration = Row<'integration'>;
type Task = Row<'syncTask'>;
type SyncOutcome = Row<'syncRun'>['outcome'];
type Tx = Transaction<ViewerContext>;

/** How each kind of what a provider has is read. */
const readers: Record<Integration['provider'], Partial<Record<Task['kind'], ReadIntegration>>> = {
  ICS: { CALENDAR: readCalendarSubscription },
  OUTLOOK: { CALENDAR: readOutlook, TODO: syncTodo },
  MIRO: { BOARDS: syncMiro },
};

/** One of the viewer's syncs. Null if there is none. */
export const getSyncRun = getService({ model: 'syncRun', visibleTo });

/**
 * Has an integration read now. A worker does it soon; one that is being read already is not read twice.
 * @throws NotFoundError if there is no such integration
 * @throws ConflictError if it is paused or needs a sign-in, or if its provider has asked to wait
 * @throws RateLimitedError after too many
 */
export async function syncIntegration(
  ctx: ViewerContext,
  input: InputOf<typeof integrationInput>,
): Promise<Integration> {
  const { id } = parseInput(ctx, integrationInput, input);
  await ctx.app.rateLimits.consume(manualSyncLimit, ctx.viewer.accountId);
  return transaction(ctx, 'syncIntegration', async (tx) => {
    const integration = orNotFound(await getIntegration(tx, id), 'id');
    const tasks = await tx.db.syncTask.findMany({ where: { integrationId: id } });
    const { now } = tx.calendar;
    const ready = tasks.filter(({ notBefore }) => notBefore === null || notBefore <= now);
    requireSyncable(integration, tasks, ready);
    await tx.write.syncTask.update({ id: { in: ready.map((task) => task.id) } }, { nextSyncAt: now });
    await enqueue(tx, ready.map(syncJobOf));
    // A job that waits after an error of the server need not wait any longer.
    await runSooner(
      tx,
      ready.map(({ kind }) => syncKeyOf(id, kind)),
    );
    const [due] = await tx.write.integration.update({ id }, { nextSyncAt: now });
    return due as Integration;
  });
}

function requireSyncable({ state, problem }: Integration, tasks: readonly Task[], ready: readonly Task[]): void {
  if (state === 'PAUSED') throw new ConflictError('The integration is paused. Resume it first.');
  if (state === 'NEEDS_SIGN_IN') throw new ConflictError(problem ?? 'Sign in to the provider again first.');
  const [first] = tasks.flatMap(({ notBefore }) => notBefore?.getTime() ?? []).sort((a, b) => a - b);
  if (ready.length === 0 && first !== undefined)
    throw new ConflictError(`The provider has asked to wait until ${new Date(first).toISOString()}.`);
}

/**
 * Enqueues the syncs that are due. `nextSyncAt` alone says when that is, so that none is lost with a job.
 * @param owners the owners whose change logs have grown, which is no reason to sync; null from time to time
 */
export async function enqueueDueSyncs(ctx: Context, owners: readonly string[] | null): Promise<void> {
  if (owners !== null) return;
  const due = await ctx.db.syncTask.findMany({
    where: { nextSyncAt: { lte: ctx.calendar.now }, integration: { state: { in: readStates } } },
    orderBy: [{ nextSyncAt: 'asc' }, { id: 'asc' }],
    take: maxEnqueued,
  });
  if (due.length === 0) return;
  const keyOf = ({ integrationId, kind }: Task) => syncKeyOf(integrationId, kind);
  const jobs = await ctx.db.job.findMany({ where: { key: { in: due.map(keyOf) } }, select: { key: true } });
  const enqueued = new Set(jobs.map(({ key }) => key));
  const fresh = due.filter((task) => !enqueued.has(keyOf(task)));
  if (fresh.length > 0) await transaction(ctx, 'enqueueSyncs', (tx) => enqueue(tx, fresh.map(syncJobOf)));
}

/**
 * Has tasks done now whose times were set while the clock of a server was ahead. A recurring job, so that the provider is not asked all the
 * time by two servers whose clocks differ.
 */
export async function bringBackSyncs(ctx: Context): Promise<void> {
  const { now } = ctx.calendar;
  const isRead = { integration: { state: { in: readStates } } };
  const ahead = await ctx.db.syncTask.findMany({ where: { ...aheadOf(now), ...isRead }, take: maxEnqueued });
  if (ahead.length === 0) return;
  const keys = ahead.map(({ integrationId, kind }) => syncKeyOf(integrationId, kind));
  await transaction(ctx, 'bringBackSyncs', async (tx) => {
    for (const task of ahead) await tx.write.syncTask.update({ id: task.id }, backInTime(task, now));
    await runSooner(tx, keys);
  });
}

/** How a sync ended. */
type Ending = PreparedSync | { error: SyncError | SignInNeededError };

/**
 * Reads an integration and writes what it has, the end of the job, the sync in its history and the time of the next one in one
 * transaction. The key of the job sees to it that only one server reads it at a time.
 */
export const syncIntegrationJob: JobKind = {
  // A provider that fails is tried again by `nextSyncAt`. These attempts are for errors of the server.
  maxAttempts: 5,
  backoff: (attempt) => exponential(attempt, 5_000, 600_000),
  releaseKeyWhenDone: true,
  afterGivenUp: giveUp,
  async run(ctx, job) {
    const { integrationId = '', kind = '' } = job.payload;
    const task = await ctx.db.syncTask.findFirst({
      where: { integrationId, kind: kind as Task['kind'], nextSyncAt: { lte: ctx.calendar.now } },
      include: { integration: { include: { account: true } } },
    });
    if (!task || !readStates.includes(task.integration.state)) return;
    const { integration } = task;
    const read = readers[integration.provider][task.kind];
    if (!read) return;
    const owner = actFor(ctx, integration.account);
    const started = performance.now();
    const finish = async (ending: Ending): Promise<void> => {
      let outcome: SyncOutcome | null = null;
      const write = async (tx: Tx) => {
        outcome = await record(tx, task, ending, started);
      };
      await job.finish(owner, write, 'write' in ending ? ending.maxTime : undefined);
      if (outcome !== null) ctx.app.events.providerRuns.add(integration.provider, kind, outcome);
    };
    /** What an error that nobody foresaw comes to. The attempts before the last one are for those of a moment. */
    const unforeseen = (error: unknown, message: string): Ending => {
      if (job.signal.aborted || job.attempt < syncIntegrationJob.maxAttempts) throw error;
      ctx.log.error({ err: error, integration: integrationId, sync: kind }, 'a sync failed for an unknown reason');
      return { error: new SyncError(`${message} The log of the server says why.`) };
    };
    const ending = await read(owner, integration, job.signal).catch((error: unknown): Ending => {
      const isTold = error instanceof SyncError || error instanceof SignInNeededError;
      if (isTold && !job.signal.aborted) return { error };
      return unforeseen(error, 'What the provider has could not be taken.');
    });
    try {
      await finish(ending);
    } catch (error) {
      if ('error' in ending) throw error;
      await finish(unforeseen(error, 'What was read could not be stored.'));
    }
  },
};

/** What ends the server each time that it runs a sync is run again later and later, and the integration says so. */
async function giveUp(ctx: Context, { integrationId = '', kind = '' }: RunningJob['payload']): Promise<void> {
  const task = await ctx.db.syncTask.findFirst({
    where: { integrationId, kind: kind as Task['kind'], nextSyncAt: { lte: ctx.calendar.now } },
    include: { integration: { include: { account: true } } },
  });
  if (!task || !readStates.includes(task.integration.state)) return;
  const error = new SyncError(
    'The server stopped or failed each time that it ran this sync. The log of the server says why.',
  );
  const { account, provider } = task.integration;
  await transaction(actFor(ctx, account), 'giveUpSync', (tx) => record(tx, task, { error }, performance.now()));
  ctx.app.events.providerRuns.add(provider, kind, 'FAILED');
}

/** Writes what was read, or why it was not, and when the next sync is. @returns how it ended; null if it is not wanted anymore */
async function record(
  tx: Tx,
  { id, kind, integrationId }: Task,
  ending: Ending,
  started: number,
): Promise<SyncOutcome | null> {
  // It may have been paused or deleted meanwhile. The owner's transactions run one after another.
  const task = await tx.db.syncTask.findUnique({ where: { id }, include: { integration: true } });
  if (!task) return null;
  const { integration } = task;
  const { now } = tx.calendar;
  const result = 'write' in ending ? await ending.write(tx) : null;
  const error = 'error' in ending ? ending.error : null;
  const ended = tx.app.clock.now();
  const done = afterSuccess(integration, now, ended);
  // Somebody has asked for a sync since it started.
  const isAsked = task.nextSyncAt > now;
  if (!error) await tx.write.syncTask.update({ id }, isAsked ? { ...done, nextSyncAt: task.nextSyncAt } : done);
  if (error instanceof SyncError)
    await tx.write.syncTask.update({ id }, afterFailure(task, error, ended, Math.random()));
  // None of the parts has a problem of its own then.
  if (error instanceof SignInNeededError)
    await tx.write.syncTask.update({ integrationId }, { problem: null, problemKind: null, failureCount: 0 });
  const isPaused = integration.state === 'PAUSED';
  const tasks = await tx.db.syncTask.findMany({ where: { integrationId } });
  const state = error instanceof SignInNeededError ? signedOut(error.message) : summaryOf(tasks);
  await tx.write.integration.update(
    { id: integrationId },
    { ...(result && { lastSyncedAt: now }), ...(!isPaused && state) },
  );
  await tx.write.syncRun.create({
    accountId: task.accountId,
    integrationId,
    kind,
    startedAt: now,
    durationMs: Math.round(performance.now() - started),
    problem: error?.message ?? null,
    ...(result ? countsOf(result) : { outcome: 'FAILED', warnings: [] }),
  });
  return result?.outcome ?? 'FAILED';
}

const countsOf = ({ warnings, ...counts }: SyncResult) => ({ ...counts, warnings: keptWarnings(warnings) });

/** Syncs are deleted after 30 days. */
export const syncRetention: readonly Retention[] = [
  { model: 'syncRun', expired: (ctx) => ({ startedAt: { lt: daysBefore(ctx, syncRetentionDays) } }) },
];

import type { Context, ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { jobForAccount, ownerOfJob } from '../../../platform/jobs/account-jobs.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import { getService, listService, type Selection } from '../../../platform/queries/lists.ts';
import { type Rate, rateOf } from '../../../platform/queries/rates.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { requireVersion, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { takesTime } from '../../meetings/meetings/meetings.access.ts';
import { energyPromptList, visibleTo } from './sampling.access.ts';
import { samplingStatsInput, setEnergySamplingInput } from './sampling.rules.ts';
import { keepSampling } from './sampling.writers.ts';

type EnergySampling = Row<'energySampling'>;

/** Lists the viewer's prompts, by default the latest first. */
export const listEnergyPrompts = listService(energyPromptList);

/** Returns one of the viewer's prompts. Null if there is none. */
export const getEnergyPrompt = getService(energyPromptList);

/** The viewer's settings of sampling. Null if they were never set. */
export async function getEnergySampling(
  ctx: ViewerContext,
  selection: Selection<'energySampling'> = {},
): Promise<EnergySampling | null> {
  return ctx.db.energySampling.findFirst({ ...selection, where: visibleTo(ctx.viewer) });
}

/**
 * Sets when the viewer is asked for their energy, and draws the prompts of today that are still to come anew.
 * @throws InvalidInputError if as many prompts do not fit; ConflictError if the settings are not at the expected version
 */
export async function setEnergySampling(
  ctx: ViewerContext,
  input: InputOf<typeof setEnergySamplingInput>,
): Promise<EnergySampling> {
  const { ifVersion, ...settings } = parseInput(ctx, setEnergySamplingInput, input);
  return transaction(ctx, 'setEnergySampling', async (tx) => {
    const before = await getEnergySampling(tx);
    requireVersion(before ?? { version: 0 }, ifVersion);
    const changes = { ...settings, plannedOn: null };
    const sampling = before
      ? await updateRecord(tx, 'energySampling', { id: before.id }, () => changes)
      : await tx.write.energySampling.create({ ...changes, nextRunAt: null });
    return keepSampling(tx, sampling);
  });
}

/** How the viewer answered prompts. */
export interface SamplingStats {
  readonly from: string;
  readonly to: string;
  readonly sentCount: number;
  readonly answeredCount: number;
  readonly expiredCount: number;
  readonly skippedCount: number;
  readonly responseRate: Rate;
}

/**
 * How the viewer answered the prompts of some days, both ends included. One whose entry is in the trash since was answered.
 * @throws InvalidInputError if the period has more than 366 days, or if the first day is after the last
 */
export async function energySamplingStats(
  ctx: ViewerContext,
  input: InputOf<typeof samplingStatsInput>,
): Promise<SamplingStats> {
  const { from, to } = parseInput(ctx, samplingStatsInput, input, []);
  const ofPeriod = { AND: [visibleTo(ctx.viewer), { date: { gte: from, lte: to } }] };
  const isAnswered = { NOT: { energyEntryId: null } };
  const count = (...conditions: object[]) => ctx.db.energyPrompt.count({ where: { AND: [ofPeriod, ...conditions] } });
  const [sentCount, answeredCount, expiredCount, skippedCount] = [
    await count({ NOT: { sentAt: null } }),
    await count({ NOT: { sentAt: null } }, isAnswered),
    await count({ NOT: { sentAt: null }, energyEntryId: null }, { expiresAt: { lte: ctx.calendar.minute } }),
    await count({ sentAt: null, at: { lte: ctx.calendar.minute } }),
  ];
  const responseRate = rateOf(
    answeredCount,
    answeredCount + expiredCount,
    'prompts that were answered or have expired',
  );
  return { from, to, sentCount, answeredCount, expiredCount, skippedCount, responseRate };
}

/**
 * Those of some prompts of the viewer that can be sent, with the times at which they expire: not answered, not expired, and in no meeting. The meetings that are on now keep back
 * only what is due: a prompt of later stays open during them.
 */
export async function openPrompts(ctx: ViewerContext, ids: readonly string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const { now } = ctx.calendar;
  const own = ownedBy(ctx.viewer);
  const running = { startsAt: { lte: now }, endsAt: { gt: now }, trashedAt: null };
  const meeting = await ctx.db.meeting.findFirst({ where: { AND: [own, takesTime, running] }, select: { id: true } });
  const isFree = meeting ? { at: { gt: now } } : {};
  const prompts = await inChunks(ids, (some) =>
    ctx.db.energyPrompt.findMany({
      where: { AND: [own, { id: { in: some }, energyEntryId: null, expiresAt: { gt: now } }, isFree] },
      select: { id: true, expiresAt: true },
    }),
  );
  return new Map(prompts.map(({ id, expiresAt }) => [id, expiresAt]));
}

/**
 * Enqueues a job for each account whose sampling has something to do: a new day, or a prompt that has expired.
 * @param owners null for all; changes of some owners alone make nothing due
 */
export async function enqueueSampling(ctx: Context, owners: readonly string[] | null): Promise<void> {
  if (owners) return;
  const due = await ctx.db.energySampling.findMany({
    where: { nextRunAt: { lte: ctx.calendar.now } },
    select: { ownerId: true },
    take: 500,
  });
  if (due.length === 0) return;
  const jobs = due.map(({ ownerId }) => jobForAccount('keepEnergySampling', ownerId));
  await transaction(ctx, 'enqueueSampling', (tx) => enqueue(tx, jobs));
}

/** Draws the prompts of a new day, and closes those that have expired. */
export const keepEnergySampling: JobKind = {
  maxAttempts: 10,
  backoff: (attempt) => exponential(attempt, 1_000, 600_000),
  releaseKeyWhenDone: true,
  postponeWhenGivenUp: true,
  async run(ctx, job) {
    const owner = await ownerOfJob(ctx, job);
    if (!owner) return;
    await job.finish(owner, async (tx) => {
      const sampling = await getEnergySampling(tx);
      if (sampling) await keepSampling(tx, sampling);
    });
  },
};

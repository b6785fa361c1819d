import { Rating } from 'ts-fsrs';
import type { Context, ViewerContext } from '../../../platform/context.ts';
import { jobForAccount, ownerOfJob } from '../../../platform/jobs/account-jobs.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type FittedWeights, fitWeights, type History, type LoggedReview } from './review-settings.plans.ts';
import { isFitDue, minFitCount } from './review-settings.rules.ts';
import { getReviewSettings } from './review-settings.service.ts';

/** The number of reviews that are read for a fit, the latest ones. */
const maxRead = 20_000;
const plans = new URL('./review-settings.plans.ts', import.meta.url);
const grades = { AGAIN: Rating.Again, HARD: Rating.Hard, GOOD: Rating.Good, EASY: Rating.Easy } as const;

/** Enqueues a job for each account whose log has grown enough to fit the weights to it. */
export async function enqueueFits(ctx: Context): Promise<void> {
  const all = await ctx.db.promptReview.groupBy({
    by: ['ownerId'],
    _count: { _all: true },
    orderBy: { ownerId: 'asc' },
  });
  const logs = all.filter(({ _count }) => _count._all >= minFitCount);
  if (logs.length === 0) return;
  const settings = await ctx.db.reviewSettings.findMany({ select: { ownerId: true, fittedCount: true } });
  const fitted = new Map(settings.map(({ ownerId, fittedCount }) => [ownerId, fittedCount]));
  const due = logs.filter(({ ownerId, _count }) => isFitDue(_count._all, fitted.get(ownerId) ?? 0));
  const jobs = due.map(({ ownerId }) => jobForAccount('fitReviewWeights', ownerId));
  if (jobs.length > 0) await transaction(ctx, 'enqueueReviewFits', (tx) => enqueue(tx, jobs));
}

/** Fits the weights of an account to its reviews, in a thread. The next reviews go by them. */
export const fitReviewWeights: JobKind = {
  maxAttempts: 3,
  backoff: (attempt) => exponential(attempt, 60_000, 3_600_000),
  releaseKeyWhenDone: true,
  postponeWhenGivenUp: true,
  async run(ctx, job) {
    const owner = await ownerOfJob(ctx, job);
    if (!owner) return;
    const fittedCount = await owner.db.promptReview.count({ where: ownedBy(owner.viewer) });
    if (fittedCount < minFitCount) return;
    const histories = await historiesOf(owner);
    const fitted = await ctx.app.calculations.run<History[], FittedWeights | null>(plans, fitWeights.name, histories);
    await job.finish(owner, async (tx) => {
      const before = await getReviewSettings(tx);
      const changes = {
        fittedCount,
        ...(fitted && { weights: [...fitted.w], fittedAt: tx.calendar.now }),
      };
      if (before) await tx.write.reviewSettings.update({ id: before.id }, changes, before);
      else await tx.write.reviewSettings.create(changes);
    });
  },
};

/** The histories of the viewer's prompts, each from when it was new, by the time of their first reviews. */
async function historiesOf(ctx: ViewerContext): Promise<History[]> {
  const reviews = await ctx.db.promptReview.findMany({
    where: ownedBy(ctx.viewer),
    select: { promptId: true, elapsedDays: true, rating: true },
    orderBy: [{ reviewedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: maxRead,
  });
  const histories: LoggedReview[][] = [];
  const current = new Map<string, LoggedReview[]>();
  for (const { promptId, elapsedDays, rating } of reviews.toReversed()) {
    if (elapsedDays === null) {
      const begun: LoggedReview[] = [];
      current.set(promptId, begun);
      histories.push(begun);
    }
    // One whose beginning was not read has no history.
    current.get(promptId)?.push([elapsedDays, grades[rating]]);
  }
  return histories;
}

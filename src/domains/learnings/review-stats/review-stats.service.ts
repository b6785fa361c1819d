import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Where } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { retrievabilityBy } from '../prompt-reviews/prompt-reviews.rules.ts';
import { dueUntil } from '../prompts/prompts.access.ts';
import { reviewParameters } from '../review-settings/review-settings.service.ts';
import {
  type Freshness,
  forecastOf,
  freshnessOf,
  type ReviewForecast,
  type ReviewStats,
  reviewForecastInput,
  reviewStatsInput,
  trueRetention,
} from './review-stats.rules.ts';

/**
 * What the viewer's reviews of some days say, both ends included. Reviews of prompts that are in the trash count.
 * @throws InvalidInputError if the period has more than 366 days, or if the first day is after the last
 */
export async function reviewStats(ctx: ViewerContext, input: InputOf<typeof reviewStatsInput>): Promise<ReviewStats> {
  const { from, to } = parseInput(ctx, reviewStatsInput, input, []);
  const ofPeriod = { AND: [ownedBy(ctx.viewer), { reviewedOn: { gte: from, lte: to } }] };
  const [reviewCount, measuredCount, measured, planned] = await Promise.all([
    ctx.db.promptReview.count({ where: ofPeriod }),
    ctx.db.promptReview.count({ where: { AND: [ofPeriod, { NOT: { durationSeconds: null } }] } }),
    ctx.db.promptReview.aggregate({ where: ofPeriod, _sum: { durationSeconds: true } }),
    ctx.db.promptReview.groupBy({
      by: ['rating'],
      where: { AND: [ofPeriod, { intervalDays: { gte: 1 } }] },
      _count: { _all: true },
    }),
  ]);
  const countOf = (groups: typeof planned) => groups.reduce((sum, { _count }) => sum + _count._all, 0);
  const passCount = countOf(planned.filter(({ rating }) => rating !== 'AGAIN'));
  return {
    ...{ from, to, reviewCount, measuredCount, passCount },
    trueRetention: trueRetention(passCount, countOf(planned)),
    durationSeconds: measured._sum.durationSeconds ?? 0,
  };
}

/**
 * The reviews of the viewer's prompts that the next days will bring, today included.
 * @throws InvalidInputError if there are fewer days than 1 or more than 366
 */
export async function reviewForecast(
  ctx: ViewerContext,
  input: InputOf<typeof reviewForecastInput>,
): Promise<ReviewForecast> {
  const { days } = parseInput(ctx, reviewForecastInput, input, []);
  const { calendar, viewer } = ctx;
  const last = calendar.addDays(calendar.today, days - 1);
  const due = { AND: [ownedBy(viewer), active('prompt'), dueUntil(last)] };
  const [reviewed, newCount] = await Promise.all([
    ctx.db.prompt.groupBy({
      by: ['dueOn'],
      where: { AND: [due, { NOT: { state: 'NEW' } }] },
      _count: { _all: true },
    }),
    ctx.db.prompt.count({ where: { AND: [due, { state: 'NEW' }] } }),
  ]);
  const counts = new Map(reviewed.map(({ dueOn, _count }) => [dueOn, _count._all]));
  return forecastOf(calendar.datesBetween(calendar.today, last), counts, newCount);
}

/**
 * The freshness of some of the viewer's skills today, in the order of the ids, in four statements: the mean probability that their
 * prompts are known. A prompt is about its skill, or else about those of its learning. New and suspended ones are left out.
 */
export async function freshnessBySkill(ctx: ViewerContext, skillIds: readonly string[]): Promise<Freshness[]> {
  const counting = {
    AND: [ownedBy(ctx.viewer), active('prompt'), { suspendedAt: null, NOT: { state: 'NEW' as const } }],
  };
  const find = (where: Where<'prompt'>) =>
    ctx.db.prompt.findMany({
      where: { AND: [counting, where] },
      include: { learning: { select: { learningSkills: { select: { skillId: true } } } } },
    });
  const [parameters, prompts] = await Promise.all([
    reviewParameters(ctx),
    inChunks(skillIds, (some) =>
      find({
        OR: [
          { skillId: { in: some } },
          { skillId: null, learning: { learningSkills: { some: { skillId: { in: some } } } } },
        ],
      }),
    ),
  ]);
  const retrievabilityOf = retrievabilityBy(parameters);
  const bySkill = new Map<string, Map<string, number>>();
  for (const prompt of prompts) {
    const retrievability = retrievabilityOf(prompt, ctx.calendar.today);
    const ids = prompt.skillId ? [prompt.skillId] : prompt.learning.learningSkills.map(({ skillId }) => skillId);
    for (const skillId of retrievability === null ? [] : ids) {
      bySkill.set(skillId, (bySkill.get(skillId) ?? new Map()).set(prompt.id, retrievability));
    }
  }
  return skillIds.map((id) => freshnessOf([...(bySkill.get(id)?.values() ?? [])]));
}

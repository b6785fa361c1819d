import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { seriesDays, seriesInput } from '../../../platform/queries/series.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { recordsAsOfEach } from '../../../platform/records/records-as-of.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { summarizeAssessments } from '../assessments/assessments.rules.ts';
import { skillSummariesAsOf } from '../assessments/assessments.service.ts';
import { getSkill } from '../skills/skills.service.ts';
import { claimsBySkill } from './skill-claims.loaders.ts';
import { gapsOf, type SkillGap, type SkillPoint } from './skill-claims.rules.ts';

/** What is missing to the skills that a role of the viewer requires. Null if they have no role with the id. */
export async function skillGaps(ctx: ViewerContext, roleId: string): Promise<SkillGap[] | null> {
  const owner = ownedBy(ctx.viewer);
  const role = await ctx.db.roleProfile.findFirst({
    where: { AND: [owner, { id: roleId }] },
    select: { requirements: true },
  });
  if (!role) return null;
  const required = [...new Set(role.requirements.flatMap(({ skillId }) => skillId ?? []))];
  const skills = await inChunks(required, (some) =>
    ctx.db.skill.findMany({ where: { AND: [ownedAmong(ctx.viewer, some), active('skill')] }, select: { id: true } }),
  );
  const ids = skills.map(({ id }) => id);
  const claims = await claimsBySkill(ctx, ids);
  return gapsOf(role.requirements, new Map(ids.map((id, index) => [id, claims[index] ?? null])));
}

/**
 * The levels of a skill at the end of each period, and of the last day, each as it was then. Takes as many statements as one day. Null
 * if the viewer has no skill with the id.
 * @throws InvalidInputError if the days are not in order, to come, or there are more than 120
 */
export async function skillHistory(
  ctx: ViewerContext,
  { skillId, ...args }: InputOf<typeof seriesInput> & { skillId: string },
): Promise<SkillPoint[] | null> {
  const days = seriesDays(parseInput(ctx, seriesInput, args, []), ctx.calendar);
  if (!(await getSkill(ctx, skillId))) return null;
  const ends = await recordsAsOfEach(
    ctx,
    days.map((day) => ctx.calendar.endOfDay(day)),
  );
  return Promise.all(
    ends.map(async ({ past, keptSince }, index): Promise<SkillPoint> => {
      const asOf = days[index] as string;
      const summary = past ? (await skillSummariesAsOf(past, asOf)).get(skillId) : undefined;
      const historySince = keptSince && ctx.calendar.dayOf(keptSince);
      return { asOf, historySince, ...(summary ?? summarizeAssessments([])) };
    }),
  );
}

import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { seriesDays, seriesInput } from '../../../platform/queries/series.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requireLevels } from '../../skills/skills/skills.service.ts';
import type { ReadinessScore } from '../readiness/readiness.rules.ts';
import { type Readiness, readinessOver } from '../readiness/readiness.service.ts';
import { getRoleProfile } from '../role-profiles/role-profiles.service.ts';
import { imagine, readinessWhatIfInput, type StoryCoverage, storyCoverageOf } from './preparation.rules.ts';

/**
 * The viewer's readiness for a role at the end of each period, and of the last day. Takes as many statements as one day. Null if they
 * have no role with the id.
 * @throws InvalidInputError if the days are not in order, to come, or there are more than 120
 */
export async function readinessSeries(
  ctx: ViewerContext,
  { roleId, ...args }: InputOf<typeof seriesInput> & { roleId: string },
): Promise<Readiness[] | null> {
  const days = seriesDays(parseInput(ctx, seriesInput, args, []), ctx.calendar);
  const role = await getRoleProfile(ctx, roleId);
  return role && (await readinessOver(ctx, role, days));
}

/**
 * What a readiness of the viewer would be with some levels, and some more to show. Writes nothing.
 * @throws InvalidInputError, also for a level off the scale of its skill; NotFoundError for an unknown skill
 */
export async function readinessWhatIf(
  ctx: ViewerContext,
  readiness: ReadinessScore,
  input: InputOf<typeof readinessWhatIfInput>,
): Promise<ReadinessScore> {
  const imagined = parseInput(ctx, readinessWhatIfInput, input);
  await requireLevels(
    ctx,
    imagined.skills.map((skill, index) => ({ ...skill, path: ['skills', String(index)] })),
  );
  return imagine(readiness, imagined);
}

/** How stories cover the requirements of each of some roles, in the order of the ids. */
export async function storyCoverageByRole(ctx: ViewerContext, roleIds: readonly string[]): Promise<StoryCoverage[][]> {
  const owner = ownedBy(ctx.viewer);
  const requirements = await inChunks(roleIds, (some) =>
    ctx.db.roleRequirement.findMany({ where: { AND: [owner, { roleProfileId: { in: some } }] } }),
  );
  const found = await ctx.db.story.findMany({
    where: { AND: [owner, active('story')] },
    select: { id: true, action: true, result: true, storySkills: { select: { skillId: true } } },
    orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
  });
  const skillIds = [...new Set(requirements.flatMap(({ skillId }) => skillId ?? []))];
  const skills = await inChunks(skillIds, (some) =>
    ctx.db.skill.findMany({ where: { AND: [ownedAmong(ctx.viewer, some), active('skill')] }, select: { id: true } }),
  );
  const inUse = new Set(skills.map(({ id }) => id));
  const stories = found.map(({ storySkills, ...story }) => ({
    ...story,
    skillIds: storySkills.map(({ skillId }) => skillId).filter((id) => inUse.has(id)),
  }));
  const byRole = Map.groupBy(
    requirements.sort((a, b) => a.position - b.position),
    ({ roleProfileId }) => roleProfileId,
  );
  return roleIds.map((id) => storyCoverageOf(byRole.get(id) ?? [], stories));
}

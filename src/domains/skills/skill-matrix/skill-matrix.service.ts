import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { dateArgument } from '../../../platform/validation/input-rules.ts';
import { standingsAsOf, targetsAsOf } from '../assessments/assessments.service.ts';
import { visibleTo } from '../skills/skills.access.ts';
import { inCategories, type SkillMatrix } from './skill-matrix.rules.ts';

/**
 * Where the viewer stood with their skills on a day: the skills in use now, by what had been judged and aimed at until
 * then. As many statements however much there is, but for what is loaded along with each 400 skills.
 * @param frameworkId only the skills of one framework
 */
export async function skillMatrix(
  ctx: ViewerContext,
  args: { asOf: string; frameworkId?: string | null },
  selections: { skill?: Selection<'skill'>; category?: Selection<'skillCategory'> } = {},
): Promise<SkillMatrix> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const wanted = args.frameworkId ? { category: { frameworkId: args.frameworkId } } : {};
  const inOrder = await ctx.db.skill.findMany({
    select: { id: true },
    where: { AND: [visibleTo(ctx.viewer), active('skill'), wanted] },
    orderBy: [
      { category: { framework: { nameNormalized: 'asc' } } },
      { category: { frameworkId: 'asc' } },
      { category: { position: 'asc' } },
      { categoryId: 'asc' },
      { position: 'asc' },
      { id: 'asc' },
    ],
  });
  // Some at a time: Prisma names the rows that it loads something along with one by one.
  const skills = await inChunks(inOrder, (some) => skillsById(ctx, some, selections.skill));
  const categories = await ctx.db.skillCategory.findMany({
    ...selections.category,
    where: { AND: [visibleTo(ctx.viewer), { skills: { some: { AND: [active('skill'), wanted] } } }] },
  });
  const [standings, targets] = await Promise.all([standingsAsOf(ctx, asOf, wanted), targetsAsOf(ctx, asOf, wanted)]);
  return { asOf, categories: inCategories(skills, categories, standings, targets) };
}

/** Some of the viewer's skills, in their order. */
async function skillsById(
  ctx: ViewerContext,
  named: readonly { id: string }[],
  selection: Selection<'skill'> = {},
): Promise<Row<'skill'>[]> {
  const where = { AND: [{ id: { in: named.map(({ id }) => id) } }, visibleTo(ctx.viewer)] };
  const byId = new Map((await ctx.db.skill.findMany({ ...selection, where })).map((skill) => [skill.id, skill]));
  return named.flatMap(({ id }) => byId.get(id) ?? []);
}

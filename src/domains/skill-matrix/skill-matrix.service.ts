import type { ViewerContext } from '../../platform/context.ts';
import { dateArgument } from '../../platform/inputs.ts';
import type { Selection } from '../../platform/lists.ts';
import { standingsAsOf, targetsAsOf } from '../skill-assessments/skill-assessments.service.ts';
import { inUse, visibleTo } from '../skills/skills.access.ts';
import { inCategories, type SkillMatrix } from './skill-matrix.rules.ts';

/**
 * Where the viewer stood with their skills on a day: the skills in use now, by what had been judged and aimed at until
 * then. As many statements however much there is.
 * @param frameworkId only the skills of one framework
 */
export async function skillMatrix(
  ctx: ViewerContext,
  args: { asOf: string; frameworkId?: string | null },
  selections: { skill?: Selection<'skill'>; category?: Selection<'skillCategory'> } = {},
): Promise<SkillMatrix> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const framework = args.frameworkId ? { category: { frameworkId: args.frameworkId } } : {};
  const skills = await ctx.db.skill.findMany({
    ...selections.skill,
    where: { AND: [visibleTo(ctx.viewer), inUse, framework] },
    orderBy: [
      { category: { framework: { nameFolded: 'asc' } } },
      { category: { frameworkId: 'asc' } },
      { category: { position: 'asc' } },
      { categoryId: 'asc' },
      { position: 'asc' },
      { id: 'asc' },
    ],
  });
  const categories = await ctx.db.skillCategory.findMany({
    ...selections.category,
    where: { AND: [visibleTo(ctx.viewer), { skills: { some: { AND: [inUse, framework] } } }] },
  });
  const ids = skills.map(({ id }) => id);
  const [standings, targets] = await Promise.all([standingsAsOf(ctx, asOf, ids), targetsAsOf(ctx, asOf, ids)]);
  return { asOf, categories: inCategories(skills, categories, standings, targets) };
}

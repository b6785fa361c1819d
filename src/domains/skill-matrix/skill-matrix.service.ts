import type { ViewerContext } from '../../platform/context.ts';
import { dateArgument } from '../../platform/inputs.ts';
import type { Selection } from '../../platform/lists.ts';
import type { Row } from '../../platform/writer.ts';
import { gapTo, type SkillStanding } from '../skill-assessments/skill-assessments.rules.ts';
import { standingsAsOf, targetsAsOf } from '../skill-assessments/skill-assessments.service.ts';
import { inUse, visibleTo } from '../skills/skills.access.ts';

/** One skill of the matrix: where the viewer stands with it, what they aim at, and how far that is. */
export interface MatrixRow extends SkillStanding {
  skill: Row<'skill'>;
  target: Row<'skillTarget'> | null;
  gap: number | null;
}

/** A category of the matrix, with its skills. */
export interface MatrixCategory {
  category: Row<'skillCategory'>;
  skills: MatrixRow[];
}

/** The viewer's skills on a day, by category. */
export interface SkillMatrix {
  asOf: string;
  categories: MatrixCategory[];
}

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
  const rows = await ctx.db.skillCategory.findMany({
    ...selections.category,
    where: { AND: [visibleTo(ctx.viewer), { skills: { some: { AND: [inUse, framework] } } }] },
  });
  const byId = new Map(rows.map((category) => [category.id, category]));
  const ids = skills.map(({ id }) => id);
  const [standings, targets] = await Promise.all([standingsAsOf(ctx, asOf, ids), targetsAsOf(ctx, asOf, ids)]);
  const categories = new Map<string, MatrixCategory>();
  for (const skill of skills) {
    const standing = standings.get(skill.id) as SkillStanding;
    const target = targets.get(skill.id) ?? null;
    const row = { ...standing, skill, target, gap: gapTo(target?.level ?? null, standing.level) };
    const category = byId.get(skill.categoryId) as Row<'skillCategory'>;
    const inside = categories.get(category.id);
    if (inside) inside.skills.push(row);
    else categories.set(category.id, { category, skills: [row] });
  }
  return { asOf, categories: [...categories.values()] };
}

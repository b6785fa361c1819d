import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { dateArgument } from '../../../platform/validation/input-rules.ts';
import { skillSummariesAsOf, targetsAsOf } from '../assessments/assessments.service.ts';
import { type SkillMatrix, toMatrixCategories } from './skill-matrix.rules.ts';

/**
 * The viewer's skills that are active now, with the assessments and targets until a day, by category. Takes a constant number
 * of statements, except for the selections, which take some more for every 400 skills.
 * @param args.frameworkId only the skills of this framework; null for all
 * @throws InvalidInputError if `asOf` is no date
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
    where: { AND: [ownedBy(ctx.viewer), active('skill'), wanted] },
    orderBy: [
      { category: { framework: { nameNormalized: 'asc' } } },
      { category: { frameworkId: 'asc' } },
      { category: { position: 'asc' } },
      { categoryId: 'asc' },
      { position: 'asc' },
      { id: 'asc' },
    ],
  });
  // In chunks, because Prisma loads relations by a list of ids, and statements have a limited number of parameters.
  const skills = await inChunks(inOrder, (some) => skillsById(ctx, some, selections.skill));
  const categories = await ctx.db.skillCategory.findMany({
    ...selections.category,
    where: { AND: [ownedBy(ctx.viewer), { skills: { some: { AND: [active('skill'), wanted] } } }] },
  });
  const [summaries, targets] = await Promise.all([
    skillSummariesAsOf(ctx, asOf, wanted),
    targetsAsOf(ctx, asOf, wanted),
  ]);
  return { asOf, categories: toMatrixCategories(skills, categories, summaries, targets) };
}

/** Finds the viewer's skills with these ids, in the order of the ids. */
async function skillsById(
  ctx: ViewerContext,
  named: readonly { id: string }[],
  selection: Selection<'skill'> = {},
): Promise<Row<'skill'>[]> {
  const where = { AND: [{ id: { in: named.map(({ id }) => id) } }, ownedBy(ctx.viewer)] };
  const byId = new Map((await ctx.db.skill.findMany({ ...selection, where })).map((skill) => [skill.id, skill]));
  return named.flatMap(({ id }) => byId.get(id) ?? []);
}

import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { ownedAmong } from '../../../platform/records/ownership.ts';
import { type Past, recordsAsOf } from '../../../platform/records/records-as-of.ts';
import { dateArgument } from '../../../platform/validation/input-rules.ts';
import { skillSummariesAsOf, targetsAsOf } from '../assessments/assessments.service.ts';
import {
  type MatrixCategory,
  type MatrixEntry,
  type SkillMatrix,
  skillsInOrder,
  toMatrixEntry,
  withoutDeleted,
} from './skill-matrix.rules.ts';

interface Selections {
  readonly skill?: Selection<'skill'>;
  readonly category?: Selection<'skillCategory'>;
}

/**
 * The viewer's skills as they were at the end of a day, with their assessments and targets, by category. Takes a constant number
 * of statements, except for the selections and what has been deleted since, which take some more for every 400 records.
 * @param args.frameworkId only the skills of this framework; null for all
 * @throws InvalidInputError if `asOf` is no date
 */
export async function skillMatrix(
  ctx: ViewerContext,
  args: { asOf: string; frameworkId?: string | null },
  selections: Selections = {},
): Promise<SkillMatrix> {
  const asOf = dateArgument(ctx.calendar, 'asOf', args.asOf);
  const since = ctx.calendar.dayOf(ctx.viewer.account.createdAt);
  if (asOf < since) return unknown(asOf, `Your account was created on ${since}.`);
  const { past, keptSince } = await recordsAsOf(ctx, ctx.calendar.endOfDay(asOf));
  if (!past) {
    const historySince = ctx.calendar.dayOf(keptSince);
    const missing = `The skills of that day are not known: the history begins on ${historySince}.`;
    return { ...unknown(asOf, missing), historySince };
  }
  const categories = await categoriesOf(ctx, past, { ...args, asOf }, selections);
  return { asOf, state: 'OK', missing: null, historySince: null, categories };
}

const unknown = (asOf: string, missing: string): SkillMatrix => ({
  ...{ asOf, state: 'NOT_ENOUGH_DATA', missing, historySince: null, categories: [] },
});

async function categoriesOf(
  ctx: ViewerContext,
  past: Past,
  { asOf, frameworkId = null }: { asOf: string; frameworkId?: string | null },
  selections: Selections,
): Promise<MatrixCategory[]> {
  const placed = skillsInOrder(
    {
      frameworks: await past.records('framework'),
      categories: await past.records('skillCategory'),
      skills: await past.records('skill'),
    },
    frameworkId,
  );
  const [summaries, targets] = [await skillSummariesAsOf(past, asOf), await targetsAsOf(past, asOf)];
  const skills = await skillsById(
    ctx,
    placed.map(({ skill }) => skill.id),
    selections.skill,
  );
  const categories = await categoriesById(
    ctx,
    [...new Set(placed.map(({ category }) => category.id))],
    selections.category,
  );
  const matrix = new Map<string, MatrixCategory>();
  for (const { skill, category } of placed) {
    const inside = matrix.get(category.id) ?? {
      category: categories.get(category.id) ?? null,
      name: category.name,
      skills: [],
    };
    const now = skills.get(skill.id) ?? null;
    inside.skills.push(toMatrixEntry(now, skill.name, summaries.get(skill.id), targets.get(skill.id)));
    matrix.set(category.id, inside);
  }
  return withWhatIsThere(past, [...matrix.values()]);
}

async function withWhatIsThere(past: Past, matrix: MatrixCategory[]): Promise<MatrixCategory[]> {
  const entries = matrix.flatMap(({ skills }) => skills);
  const counting = ({ self, peer, manager }: MatrixEntry) =>
    [self, peer, manager].flatMap((level) => level?.assessments.map(({ id }) => id) ?? []);
  const there = {
    assessments: await past.stillThere('assessment', entries.flatMap(counting)),
    targets: await past.stillThere(
      'skillTarget',
      entries.flatMap(({ target }) => target?.id ?? []),
    ),
  };
  return matrix.map((one) => ({ ...one, skills: one.skills.map((entry) => withoutDeleted(entry, there)) }));
}

// In chunks, because Prisma loads relations by a list of ids, and statements have a limited number of parameters.
async function skillsById(ctx: ViewerContext, ids: readonly string[], selection: Selection<'skill'> = {}) {
  const skills: Row<'skill'>[] = await inChunks(ids, (some) =>
    ctx.db.skill.findMany({ ...selection, where: ownedAmong(ctx.viewer, some) }),
  );
  return new Map(skills.map((skill) => [skill.id, skill]));
}

async function categoriesById(ctx: ViewerContext, ids: readonly string[], selection: Selection<'skillCategory'> = {}) {
  const categories: Row<'skillCategory'>[] = await inChunks(ids, (some) =>
    ctx.db.skillCategory.findMany({ ...selection, where: ownedAmong(ctx.viewer, some) }),
  );
  return new Map(categories.map((category) => [category.id, category]));
}

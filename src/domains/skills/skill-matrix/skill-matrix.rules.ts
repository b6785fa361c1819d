import type { Row } from '../../../platform/database/models.ts';
import { gapTo, type SkillSummary, summarizeAssessments } from '../assessments/assessments.rules.ts';

/** One skill of the matrix, with its assessments, its target and the gap between them. */
export interface MatrixEntry extends SkillSummary {
  skill: Row<'skill'>;
  target: Row<'skillTarget'> | null;
  /** The number of levels missing to the target. Null without a target. */
  gap: number | null;
}

/** A category of the matrix, with its skills. */
export interface MatrixCategory {
  category: Row<'skillCategory'>;
  skills: MatrixEntry[];
}

/** The viewer's skills as of a day, by category. */
export interface SkillMatrix {
  asOf: string;
  categories: MatrixCategory[];
}

/**
 * Puts skills into their categories. Both keep the order of `skills`; skills of other categories are left out.
 * @param summaries by skill id
 * @param targets by skill id
 */
export function toMatrixCategories(
  skills: readonly Row<'skill'>[],
  categories: readonly Row<'skillCategory'>[],
  summaries: ReadonlyMap<string, SkillSummary>,
  targets: ReadonlyMap<string, Row<'skillTarget'>>,
): MatrixCategory[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const matrix = new Map<string, MatrixCategory>();
  for (const skill of skills) {
    const category = byId.get(skill.categoryId);
    if (!category) continue;
    const target = targets.get(skill.id) ?? null;
    const summary = summaries.get(skill.id) ?? summarizeAssessments([]);
    const entry = { ...summary, skill, target, gap: gapTo(target?.level ?? null, summary.level) };
    const inside = matrix.get(category.id);
    if (inside) inside.skills.push(entry);
    else matrix.set(category.id, { category, skills: [entry] });
  }
  return [...matrix.values()];
}

import type { Row } from '../../../platform/database/models.ts';
import { gapTo, type SkillStanding, standing } from '../assessments/assessments.rules.ts';

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

/** The rows of the matrix, by category: skills in their given order, each with where it stands and what is aimed at. */
export function inCategories(
  skills: readonly Row<'skill'>[],
  categories: readonly Row<'skillCategory'>[],
  standings: ReadonlyMap<string, SkillStanding>,
  targets: ReadonlyMap<string, Row<'skillTarget'>>,
): MatrixCategory[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const matrix = new Map<string, MatrixCategory>();
  for (const skill of skills) {
    const category = byId.get(skill.categoryId);
    if (!category) continue;
    const target = targets.get(skill.id) ?? null;
    const stands = standings.get(skill.id) ?? standing([]);
    const row = { ...stands, skill, target, gap: gapTo(target?.level ?? null, stands.level) };
    const inside = matrix.get(category.id);
    if (inside) inside.skills.push(row);
    else matrix.set(category.id, { category, skills: [row] });
  }
  return [...matrix.values()];
}

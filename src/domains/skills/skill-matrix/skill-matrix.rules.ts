import type { Row } from '../../../platform/database/models.ts';
import type { StatisticState } from '../../../platform/queries/rates.ts';
import {
  type AssessedLevel,
  gapTo,
  type SkillSummary,
  summarizeAssessments,
} from '../assessments/assessments.rules.ts';

/** One skill of the matrix, with its assessments, its target and the gap between them. */
export interface MatrixEntry extends SkillSummary {
  /** The skill as it is now. Null if it has been permanently deleted since. */
  skill: Row<'skill'> | null;
  /** The name of the skill on the day. */
  name: string;
  /** The target. Null without a target, and if it has been permanently deleted since. */
  target: Row<'skillTarget'> | null;
  /** The level aimed at. Null without a target. */
  targetLevel: number | null;
  /** The number of levels missing to the target. Null without a target or an assessment. */
  gap: number | null;
}

/** A category of the matrix, with its skills. */
export interface MatrixCategory {
  /** The category as it is now. Null if it has been permanently deleted since. */
  category: Row<'skillCategory'> | null;
  /** The name of the category on the day. */
  name: string;
  skills: MatrixEntry[];
}

/** The viewer's skills as of a day, by category. */
export interface SkillMatrix {
  asOf: string;
  state: StatisticState;
  /** What the matrix lacks, in a sentence. Null if nothing. */
  missing: string | null;
  /** The day on which the history begins, if the matrix takes what was before. */
  historySince: string | null;
  categories: MatrixCategory[];
}

/** The records of a matrix, as they were on its day. */
export interface MatrixRecords {
  frameworks: readonly Row<'framework'>[];
  categories: readonly Row<'skillCategory'>[];
  skills: readonly Row<'skill'>[];
}

const order = (...pairs: readonly (readonly [string | number, string | number])[]) => {
  const [a, b] = pairs.find(([one, other]) => one !== other) ?? [0, 0];
  return a < b ? -1 : a > b ? 1 : 0;
};

/**
 * The skills of a matrix, in its order: by the names of their frameworks, the positions of their categories and their own.
 * What is in the trash is left out, with all that belongs to it.
 * @param frameworkId only the skills of this framework; null for all
 */
export function skillsInOrder({ frameworks, categories, skills }: MatrixRecords, frameworkId: string | null) {
  const active = frameworks.filter(({ id, trashedAt }) => !trashedAt && (frameworkId === null || id === frameworkId));
  const frameworkOf = new Map(active.map((framework) => [framework.id, framework]));
  const categoryOf = new Map(categories.flatMap((one) => (one.trashedAt ? [] : [[one.id, one] as const])));
  const placed = skills.flatMap((skill) => {
    const category = skill.trashedAt ? undefined : categoryOf.get(skill.categoryId);
    const framework = category && frameworkOf.get(category.frameworkId);
    return framework ? [{ skill, category, framework }] : [];
  });
  return placed.sort((a, b) =>
    order(
      [a.framework.nameNormalized, b.framework.nameNormalized],
      [a.framework.id, b.framework.id],
      [a.category.position, b.category.position],
      [a.category.id, b.category.id],
      [a.skill.position, b.skill.position],
      [a.skill.id, b.skill.id],
    ),
  );
}

/** A skill of a matrix with its summary and target. */
export function toMatrixEntry(
  skill: Row<'skill'> | null,
  name: string,
  summary: SkillSummary = summarizeAssessments([]),
  target: Row<'skillTarget'> | null = null,
): MatrixEntry {
  const targetLevel = target?.level ?? null;
  return { ...summary, skill, name, target, targetLevel, gap: gapTo(targetLevel, summary.level) };
}

/** An entry without the assessments and the target that have been permanently deleted since. What it says stays. */
export function withoutDeleted(
  entry: MatrixEntry,
  there: { readonly assessments: ReadonlySet<string>; readonly targets: ReadonlySet<string> },
): MatrixEntry {
  const left = (level: AssessedLevel | null) =>
    level && { ...level, assessments: level.assessments.filter(({ id }) => there.assessments.has(id)) };
  const target = entry.target && there.targets.has(entry.target.id) ? entry.target : null;
  return { ...entry, target, self: left(entry.self), peer: left(entry.peer), manager: left(entry.manager) };
}

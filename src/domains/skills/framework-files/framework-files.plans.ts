import type { Row } from '../../../platform/database/models.ts';
import { levelsOf, maxCategories } from '../frameworks/frameworks.rules.ts';
import { fingerprintOfLevels, maxSkillsInCategory } from '../skills/skills.rules.ts';
import { type Fault, type FrameworkFile, keyOf, type WholeFramework } from './framework-files.rules.ts';

/** What a change is about. */
export type FileChangeType = 'FRAMEWORK' | 'CATEGORY' | 'SKILL';

/** A change that a file makes. */
export interface FileChange {
  readonly type: FileChangeType;
  readonly key: string;
  readonly name: string;
  /** The fields that change. Empty for what is added or removed. */
  readonly fields: readonly string[];
}

/** A category or skill of a file, with the record that it is. */
interface Placed<F, R> {
  readonly file: F;
  /** Null if it is new. */
  readonly record: R | null;
  readonly position: number;
}

type FileCategory = FrameworkFile['categories'][number];
type FileSkill = FileCategory['skills'][number];
type Category = WholeFramework['categories'][number];
type Skill = Category['skills'][number];

/** How a framework becomes what a file says. */
export interface FilePlan {
  readonly categories: readonly Placed<FileCategory, Category>[];
  /** Each with the key of its category, and whether the descriptions of its levels differ. */
  readonly skills: readonly (Placed<FileSkill, Skill> & {
    readonly categoryKey: string;
    readonly areLevelsNew: boolean;
  })[];
  /** Active records that the file does not have. */
  readonly missingCategories: readonly Category[];
  readonly missingSkills: readonly Skill[];
  readonly added: readonly FileChange[];
  readonly changed: readonly FileChange[];
  readonly missing: readonly FileChange[];
}

/** The names of the values that differ. */
const differing = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

const change = (type: FileChangeType, { key, name }: { key: string; name: string }, fields: string[] = []) => ({
  ...{ type, key, name, fields },
});
const missingChange = (type: FileChangeType, record: { id: string; key: string | null; name: string }) =>
  change(type, { key: keyOf(record), name: record.name });

/** Records by their keys. Of several with one key, the first counts. */
const byKey = <R extends { id: string; key: string | null }>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.toReversed().map((record) => [keyOf(record), record]));

/**
 * Compares a framework to a file, in parts.
 * @param framework null if it is new; with what is in the trash
 */
export function* planOf(file: FrameworkFile, framework: WholeFramework | null): Generator<void, FilePlan> {
  const known = framework?.categories ?? [];
  const knownSkills = known.flatMap((category) => category.skills.map((skill) => ({ skill, category })));
  const categoriesByKey = byKey(known);
  const skillsByKey = byKey(knownSkills.map(({ skill }) => skill));
  const categoryKeyOf = new Map(knownSkills.map(({ skill, category }) => [skill.id, keyOf(category)]));
  yield;
  const categories = file.categories.map((one, index) => ({
    file: one,
    record: categoriesByKey.get(one.key) ?? null,
    position: index + 1,
  }));
  const skills: FilePlan['skills'][number][] = [];
  const changedSkills: FileChange[] = [];
  for (const category of file.categories)
    for (const [index, one] of category.skills.entries()) {
      const record = skillsByKey.get(one.key) ?? null;
      const { key, levels, ...after } = one;
      const areLevelsNew = fingerprintOfLevels(levels) !== fingerprintOfLevels(record?.levelDescriptors ?? []);
      const position = index + 1;
      skills.push({ file: one, record, position, categoryKey: category.key, areLevelsNew });
      yield;
      if (!record || record.trashedAt) continue;
      const fields = [
        ...differing({ ...record }, { ...after, position }),
        ...(categoryKeyOf.get(record.id) === category.key ? [] : ['category']),
        ...(areLevelsNew ? ['levels'] : []),
      ];
      if (fields.length > 0) changedSkills.push(change('SKILL', { key, name: after.name }, fields));
    }
  const inFile = new Set([...categories, ...skills].map(({ record }) => record?.id));
  const missingCategories = known.filter((one) => !one.trashedAt && !inFile.has(one.id));
  const missingSkills = knownSkills
    .filter(({ skill, category }) => !skill.trashedAt && !category.trashedAt && !inFile.has(skill.id))
    .map(({ skill }) => skill);
  yield;
  const fresh = <P extends { record: { trashedAt: Date | null } | null }>({ record }: P) => !record || record.trashedAt;
  const { categories: _, key: _key, ...own } = file;
  const changedCategories = categories.flatMap(({ file: { skills: _skills, key, ...after }, record, position }) => {
    const fields = record && !record.trashedAt ? differing({ ...record }, { ...after, position }) : [];
    return fields.length > 0 ? [change('CATEGORY', { key, name: after.name }, fields)] : [];
  });
  const isNew = !framework || framework.trashedAt !== null;
  const changedFields = isNew ? [] : differing({ ...framework, levels: levelsOf(framework) }, { ...own });
  return {
    ...{ categories, skills, missingCategories, missingSkills },
    added: [
      ...(isNew ? [change('FRAMEWORK', file)] : []),
      ...categories.filter(fresh).map((one) => change('CATEGORY', one.file)),
      ...skills.filter(fresh).map((one) => change('SKILL', one.file)),
    ],
    changed: [
      ...(changedFields.length > 0 ? [change('FRAMEWORK', file, changedFields)] : []),
      ...changedCategories,
      ...changedSkills,
    ],
    missing: [
      ...missingCategories.map((one) => missingChange('CATEGORY', one)),
      ...missingSkills.map((one) => missingChange('SKILL', one)),
    ],
  };
}

/** The lists that would be too long with what the file does not have, and stays. */
export function overfull({ categories, skills, missingCategories, missingSkills }: FilePlan): Fault[] {
  const told = (max: number) =>
    `must be at most ${max} with what the file does not have: removeMissing moves that to the trash`;
  const inFile = Map.groupBy(skills, ({ categoryKey }) => categoryKey);
  const staying = Map.groupBy(missingSkills, ({ categoryId }) => categoryId);
  return [
    ...(missingCategories.length > 0 && categories.length + missingCategories.length > maxCategories
      ? [{ path: ['categories'], message: told(maxCategories) }]
      : []),
    ...categories.flatMap(({ file: { key }, record }, index): Fault[] => {
      const kept = staying.get(record?.id ?? '')?.length ?? 0;
      const count = kept + (inFile.get(key)?.length ?? 0);
      if (kept === 0 || count <= maxSkillsInCategory) return [];
      return [{ path: ['categories', String(index), 'skills'], message: told(maxSkillsInCategory) }];
    }),
  ];
}

/** The description of a level, as files have it: what is empty is left out. */
const levelOf = ({ level, summary, signals, examples }: Row<'levelDescriptor'>) => ({
  level,
  summary,
  ...((signals as string[]).length > 0 && { signals }),
  ...((examples as string[]).length > 0 && { examples }),
});

const described = (text: string) => text !== '' && { description: text };

/** A framework as a file has it. Imported, it changes nothing. */
export const toFile = (framework: WholeFramework): object => ({
  key: keyOf(framework),
  name: framework.name,
  ...described(framework.description),
  maxLevel: framework.maxLevel,
  levels: levelsOf(framework).map(({ points, ...level }) => ({ ...level, ...(points !== null && { points }) })),
  categories: framework.categories.map((category) => ({
    key: keyOf(category),
    name: category.name,
    ...described(category.description),
    skills: category.skills.map((skill) => ({
      key: keyOf(skill),
      name: skill.name,
      ...described(skill.description),
      levels: skill.levelDescriptors.map(levelOf),
    })),
  })),
});

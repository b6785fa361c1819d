import { levelsOf } from '../frameworks/frameworks.rules.ts';
import type { LevelDescription } from '../skills/skills.rules.ts';
import { type FrameworkFile, keyOf, type WholeFramework } from './framework-files.rules.ts';

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
  /** Each with the key of its category. */
  readonly skills: readonly (Placed<FileSkill, Skill> & { readonly categoryKey: string })[];
  /** Active records that the file does not have. */
  readonly missingCategories: readonly Category[];
  readonly missingSkills: readonly Skill[];
  readonly added: readonly FileChange[];
  readonly changed: readonly FileChange[];
  readonly missing: readonly FileChange[];
}

const textOf = (levels: readonly LevelDescription[]) =>
  JSON.stringify(levels.map(({ level, summary, signals, examples }) => [level, summary, signals, examples]));

/** The names of the values that differ. */
const differing = (before: Record<string, unknown>, after: Record<string, unknown>): string[] =>
  Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

const change = (type: FileChangeType, { key, name }: { key: string; name: string }, fields: string[] = []) => ({
  ...{ type, key, name, fields },
});
const missingChange = (type: FileChangeType, record: { id: string; key: string | null; name: string }) =>
  change(type, { key: keyOf(record), name: record.name });

/** Compares a framework to a file. @param framework null if it is new; with what is in the trash */
export function planOf(file: FrameworkFile, framework: WholeFramework | null): FilePlan {
  const known = framework?.categories ?? [];
  const knownSkills = known.flatMap((category) => category.skills.map((skill) => ({ skill, category })));
  const categories = file.categories.map((one, index) => ({
    file: one,
    record: known.find((record) => keyOf(record) === one.key) ?? null,
    position: index + 1,
  }));
  const skills = file.categories.flatMap((category) =>
    category.skills.map((one, index) => ({
      file: one,
      record: knownSkills.find(({ skill }) => keyOf(skill) === one.key)?.skill ?? null,
      position: index + 1,
      categoryKey: category.key,
    })),
  );
  const categoryKeyOf = new Map(knownSkills.map(({ skill, category }) => [skill.id, keyOf(category)]));
  const isIn = (placed: readonly { record: { id: string } | null }[], { id }: { id: string }) =>
    placed.some(({ record }) => record?.id === id);
  const missingCategories = known.filter((one) => !one.trashedAt && !isIn(categories, one));
  const missingSkills = knownSkills
    .filter(({ skill, category }) => !skill.trashedAt && !category.trashedAt && !isIn(skills, skill))
    .map(({ skill }) => skill);
  const fresh = <P extends { record: { trashedAt: Date | null } | null }>({ record }: P) => !record || record.trashedAt;
  const { categories: _, key: _key, ...own } = file;
  const changedCategories = categories.flatMap(({ file: { skills: _skills, key, ...after }, record, position }) => {
    const fields = record && !record.trashedAt ? differing({ ...record }, { ...after, position }) : [];
    return fields.length > 0 ? [change('CATEGORY', { key, name: after.name }, fields)] : [];
  });
  const changedSkills = skills.flatMap(({ file: { key, levels, ...after }, record, position, categoryKey }) => {
    if (!record || record.trashedAt) return [];
    const fields = [
      ...differing({ ...record }, { ...after, position }),
      ...(categoryKeyOf.get(record.id) === categoryKey ? [] : ['category']),
      ...(textOf(levels) === textOf(record.levelDescriptors as unknown as LevelDescription[]) ? [] : ['levels']),
    ];
    return fields.length > 0 ? [change('SKILL', { key, name: after.name }, fields)] : [];
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

import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { integer, line, prose } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { fileKey, frameworkLevelInput, highestLevel, levelsOf, maxCategories } from '../frameworks/frameworks.rules.ts';
import { maxSkillsInCategory, offScale, skillLevelInput } from '../skills/skills.rules.ts';

/** The maximum length of a file, in bytes: 1 MiB. */
const maxBytes = 1_048_576;

export const importFrameworkInput = z.object({
  text: describeRule(
    z
      .string({ error: 'must be a text' })
      .refine((text) => Buffer.byteLength(text) <= maxBytes, 'must have at most 1 MiB')
      .refine((text) => text.trim() !== '', 'must not be empty'),
    { limits: 'At most 1 MiB.' },
  ),
  format: z.enum(['YAML', 'JSON', 'MARKDOWN', 'CSV']).nullish(),
  name: line(200).nullish(),
  isDryRun: z.boolean().nullish(),
  removeMissing: z.boolean().nullish(),
});

const description = prose(20_000)
  .nullish()
  .transform((text) => text ?? '');

const fileSkill = z.strictObject({
  key: fileKey,
  name: line(200),
  description,
  levels: z
    .array(z.strictObject(skillLevelInput.shape), { error: 'must be a list of levels' })
    .nullish()
    .transform((all) => all ?? []),
});

const fileCategory = z.strictObject({
  key: fileKey,
  name: line(200),
  description,
  skills: z
    .array(fileSkill, { error: 'must be a list of skills' })
    .max(maxSkillsInCategory, `must be at most ${maxSkillsInCategory}`)
    .nullish()
    .transform((all) => all ?? []),
});

const frameworkFile = z.strictObject(
  {
    key: fileKey,
    name: line(200),
    description,
    maxLevel: integer(1, highestLevel).nullish(),
    levels: z
      .array(frameworkLevelInput, { error: 'must be a list of levels' })
      .nullish()
      .transform((all) => all ?? []),
    categories: z
      .array(fileCategory, { error: 'must be a list of categories' })
      .max(maxCategories, `must be at most ${maxCategories}`)
      .nullish()
      .transform((all) => all ?? []),
  },
  {
    error: ({ code }) =>
      code === 'invalid_type' ? 'must be a framework: key, name, levels and categories' : undefined,
  },
);

/** A framework as a file has it, with the scale that follows from it. */
export type FrameworkFile = Omit<z.output<typeof frameworkFile>, 'maxLevel'> & { readonly maxLevel: number };

interface Fault {
  readonly path: string[];
  readonly message: string;
}

/** The maximum number of faults that are named. */
const maxFaults = 200;

/** Where something stands twice, all but the first time. */
function twice<T>(all: readonly { readonly value: T; readonly path: string[] }[], message: string): Fault[] {
  return all.flatMap(({ value, path }, index) =>
    all.findIndex((one) => one.value === value) < index ? [{ path, message }] : [],
  );
}

/** The faults of a file beyond those of its parts: keys and levels that stand twice, and levels off the scale. */
function faultsOf({ categories, levels, maxLevel }: FrameworkFile): Fault[] {
  const skills = categories.flatMap(({ skills: all }, c) =>
    all.map((skill, s) => ({ skill, path: ['categories', String(c), 'skills', String(s)] })),
  );
  const off = (level: number, path: string[]): Fault[] => {
    const message = offScale(level, maxLevel);
    return message ? [{ path: [...path, 'level'], message }] : [];
  };
  return [
    ...twice(
      levels.map(({ level }, index) => ({ value: level, path: ['levels', String(index), 'level'] })),
      'must not name a level twice',
    ),
    ...twice(
      categories.map(({ key }, index) => ({ value: key, path: ['categories', String(index), 'key'] })),
      'must not be the key of two categories',
    ),
    ...twice(
      skills.map(({ skill: { key }, path }) => ({ value: key, path: [...path, 'key'] })),
      'must not be the key of two skills',
    ),
    ...levels.flatMap(({ level }, index) => off(level, ['levels', String(index)])),
    ...skills.flatMap(({ skill, path }) => [
      ...twice(
        skill.levels.map(({ level }, index) => ({ value: level, path: [...path, 'levels', String(index), 'level'] })),
        'must not describe a level twice',
      ),
      ...skill.levels.flatMap(({ level }, index) => off(level, [...path, 'levels', String(index)])),
    ]),
  ];
}

const byLevel = (a: { level: number }, b: { level: number }) => a.level - b.level;

/** A file with its levels from the lowest on. Faults are found before, at the places that the file has. */
const inOrder = (file: FrameworkFile): FrameworkFile => ({
  ...file,
  levels: file.levels.toSorted(byLevel),
  categories: file.categories.map((category) => ({
    ...category,
    skills: category.skills.map((skill) => ({ ...skill, levels: skill.levels.toSorted(byLevel) })),
  })),
});

/**
 * A framework from the data of a file. Without `maxLevel`, its scale ends at the highest level that has a name or is described, or
 * at 5.
 * @param lineOf the line of what is at a path, for files that have no paths of their own. Null if it has none
 * @throws InvalidInputError with every fault, each at its path below `input.text`
 */
export function toFrameworkFile(
  data: unknown,
  lineOf: (path: readonly string[]) => number | null = () => null,
): FrameworkFile {
  const parsed = frameworkFile.safeParse(data);
  const refuse = (faults: readonly Fault[]) =>
    new InvalidInputError(
      faults.slice(0, maxFaults).map(({ path, message }) => {
        const line = lineOf(path);
        return { path: ['input', 'text', ...path], message: line === null ? message : `${message}: line ${line}` };
      }),
    );
  if (!parsed.success) {
    throw refuse(
      parsed.error.issues.flatMap((issue): Fault[] => {
        const path = issue.path.map(String);
        if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
        return issue.keys.map((key) => ({ path: [...path, key], message: 'is not known here' }));
      }),
    );
  }
  const { maxLevel, ...rest } = parsed.data;
  const described = rest.categories.flatMap(({ skills }) => skills.flatMap(({ levels }) => levels));
  const named = [...rest.levels, ...described].map(({ level }) => level);
  const highest = named.length > 0 ? Math.min(highestLevel, Math.max(1, ...named)) : 5;
  const file = { ...rest, maxLevel: maxLevel ?? highest };
  const faults = faultsOf(file);
  if (faults.length > 0) throw refuse(faults);
  return inOrder(file);
}

/** A framework with all that belongs to it. */
export type WholeFramework = Row<'framework'> & {
  readonly categories: readonly (Row<'skillCategory'> & {
    readonly skills: readonly (Row<'skill'> & { readonly levelDescriptors: readonly Row<'levelDescriptor'>[] })[];
  })[];
};

/** What files know a record by: its key, or its id if it came from no file. */
export const keyOf = ({ id, key }: { readonly id: string; readonly key: string | null }) => key ?? id;

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

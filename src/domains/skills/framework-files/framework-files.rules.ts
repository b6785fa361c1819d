import { z } from 'zod';
import { issuesOf, type LocatedData, type LocatedFault } from '../../../integrations/located-data.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { InputIssue } from '../../../platform/errors.ts';
import { integer, line, prose } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { fileKey, frameworkLevelInput, highestLevel, maxCategories } from '../frameworks/frameworks.rules.ts';
import { levelLine, maxLevelLines, maxSkillsInCategory, offScale, skillLevelInput } from '../skills/skills.rules.ts';

/** The maximum length of a file, in bytes: 1 MiB. */
const maxBytes = 1_048_576;

/** How many frameworks an account may import by requests in an hour, dry runs included. */
export const frameworkImportLimit = { name: 'framework import', points: 60, seconds: 3600 };

/** The longest time in which a framework is written, in milliseconds. */
export const maxWritingTime = 180_000;

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

/** The text of a file, and what it is. */
export type FrameworkSource = Pick<z.output<typeof importFrameworkInput>, 'text' | 'format' | 'name'>;

const description = prose(20_000)
  .nullish()
  .transform((text) => text ?? '');

/** An object without other fields than these. Those are told by `readFramework`, each by its path. */
const only = <S extends z.ZodRawShape>(shape: S, what: string) => z.strictObject(shape, { error: `must be ${what}` });

/** A list, which can be left out. A maximum of its own would hide the faults of what it has. */
const listOf = <S extends z.ZodType>(one: S, what: string) =>
  z
    .array(one, { error: `must be a list of ${what}` })
    .nullish()
    .transform((all) => all ?? []);

const fileLevel = only(
  { ...skillLevelInput.shape, signals: listOf(levelLine, 'texts'), examples: listOf(levelLine, 'texts') },
  'a level',
);

const fileSkill = only(
  {
    key: fileKey,
    name: line(200),
    description,
    levels: listOf(fileLevel, 'levels'),
  },
  'a skill',
);

const fileCategory = only(
  { key: fileKey, name: line(200), description, skills: listOf(fileSkill, 'skills') },
  'a category',
);

const maxLevelOfFile = integer(1, highestLevel).nullish();

const frameworkFile = only(
  {
    key: fileKey,
    name: line(200),
    description,
    maxLevel: maxLevelOfFile,
    levels: listOf(only(frameworkLevelInput.shape, 'a level'), 'levels'),
    categories: listOf(fileCategory, 'categories'),
  },
  'a framework: key, name, levels and categories',
);

/** A framework as a file has it, with the scale that follows from it. */
export type FrameworkFile = Omit<z.output<typeof frameworkFile>, 'maxLevel'> & { readonly maxLevel: number };

/** What is wrong at a path of a file. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}
/** Something of a file, whatever it is, and its path. */
interface Part {
  readonly value: unknown;
  readonly path: readonly string[];
}

const fieldOf = ({ value, path }: Part, name: string): Part => ({
  value: (Object(value) as Record<string, unknown>)[name],
  path: [...path, name],
});
const entriesOf = ({ value, path }: Part): Part[] =>
  (Array.isArray(value) ? value : []).map((one: unknown, index) => ({ value: one, path: [...path, String(index)] }));
const fieldsOf = (all: readonly Part[], name: string): Part[] => all.map((one) => fieldOf(one, name));

/** The lists that have more entries than they may. */
const tooMany = (lists: readonly Part[], max: number): Fault[] =>
  lists.flatMap((list) =>
    entriesOf(list).length > max ? [{ path: list.path, message: `must be at most ${max}` }] : [],
  );

/** Where something stands twice, all but the first time. */
function twice(all: readonly Part[], message: string): Fault[] {
  const known = new Set<unknown>();
  return all.flatMap(({ value, path }) => {
    const isKnown = known.has(value);
    known.add(value);
    return isKnown && (typeof value === 'string' || typeof value === 'number') ? [{ path, message }] : [];
  });
}

/** The scale of a file: what it says, or up to the highest level that has a name or is described, or to 5. */
function scaleOf(maxLevel: unknown, levels: readonly unknown[]): number {
  const told = maxLevelOfFile.safeParse(maxLevel);
  if (!told.success) return highestLevel;
  const named = levels.filter((level) => Number.isInteger(level)) as number[];
  const highest = named.reduce((max, level) => Math.max(max, level), 1);
  return told.data ?? (named.length > 0 ? Math.min(highestLevel, highest) : 5);
}

/**
 * The faults of a file beyond those of its parts: lists that are too long, keys and levels that stand twice, and levels off the scale. They are looked for in whatever
 * the file has, so that no other fault hides them.
 */
function faultsAcross(data: unknown) {
  const file = { value: data, path: [] };
  const levels = fieldsOf(entriesOf(fieldOf(file, 'levels')), 'level');
  const categories = entriesOf(fieldOf(file, 'categories'));
  const skills = categories.flatMap((one) => entriesOf(fieldOf(one, 'skills')));
  const descriptions = skills.map((one) => entriesOf(fieldOf(one, 'levels')));
  const described = descriptions.map((of) => fieldsOf(of, 'level'));
  const all = [...levels, ...described.flat()];
  const texts = [...fieldsOf(descriptions.flat(), 'signals'), ...fieldsOf(descriptions.flat(), 'examples')];
  const maxLevel = scaleOf(
    fieldOf(file, 'maxLevel').value,
    all.map(({ value }) => value),
  );
  const faults = [
    ...tooMany([fieldOf(file, 'levels'), ...fieldsOf(skills, 'levels')], highestLevel + 1),
    ...tooMany([fieldOf(file, 'categories')], maxCategories),
    ...tooMany(fieldsOf(categories, 'skills'), maxSkillsInCategory),
    ...tooMany(texts, maxLevelLines),
    ...twice(levels, 'must not name a level twice'),
    ...twice(fieldsOf(categories, 'key'), 'must not be the key of two categories'),
    ...twice(fieldsOf(skills, 'key'), 'must not be the key of two skills'),
    ...described.flatMap((of) => twice(of, 'must not describe a level twice')),
    ...all.flatMap(({ value, path }): Fault[] => {
      const message = Number.isInteger(value) ? offScale(value as number, maxLevel) : null;
      return message ? [{ path, message }] : [];
    }),
  ];
  return {
    ...{ faults, maxLevel, key: fieldOf(file, 'key').value },
    skillKeys: fieldsOf(skills, 'key').map(({ value }) => value),
    listPaths: [['maxLevel'], ['categories'], ...fieldsOf(categories, 'skills').map(({ path }) => path)],
  };
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

/** What an issue says of each part that it is about: of fields that are not known, each has a path of its own. */
function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: 'is not known here' }));
}

/** A file as it was read, and what is compared to a stored framework, also if the file has faults. */
export interface FrameworkReading {
  /** Null if there are faults. */
  readonly file: FrameworkFile | null;
  readonly faults: readonly LocatedFault[];
  /** The key of the framework, and those of its skills. */
  readonly key: unknown;
  readonly skillKeys: readonly unknown[];
  readonly maxLevel: number;
  /** The lines of the scale and of lists, by their paths with dots. Null if they have none. */
  readonly lines: Readonly<Record<string, number | null>>;
}

/**
 * Reads a framework from the data of a file, with every fault at its path. Without `maxLevel`, its scale ends at the highest level that has a
 * name or is described, or at 5.
 */
export function readFramework({ data, faults, lineOf }: LocatedData): FrameworkReading {
  const parsed = frameworkFile.safeParse(data);
  const { faults: across, maxLevel, key, skillKeys, listPaths } = faultsAcross(data);
  const own = [...(parsed.error?.issues.flatMap(faultsOfIssue) ?? []), ...across];
  // One fault of a value is enough: a level can be off the scale of all frameworks, and off that of the file.
  const byPath = new Map(own.toReversed().map((fault) => [JSON.stringify(fault.path), fault]));
  const all = [
    ...faults,
    ...[...byPath.values()].reverse().map(({ path, message }) => ({ path, message, line: lineOf(path) })),
  ];
  const file = parsed.success && all.length === 0 ? inOrder({ ...parsed.data, maxLevel }) : null;
  const lines = Object.fromEntries(listPaths.map((path) => [path.join('.'), lineOf(path)]));
  return { file, faults: all, key, skillKeys, maxLevel, lines };
}

/** The issues of a file, by their lines. */
export const issuesOfFile = (faults: readonly LocatedFault[]): InputIssue[] => issuesOf(faults, ['input', 'text']);

/** A framework with all that belongs to it. */
export type WholeFramework = Row<'framework'> & {
  readonly categories: readonly (Row<'skillCategory'> & {
    readonly skills: readonly (Row<'skill'> & { readonly levelDescriptors: readonly Row<'levelDescriptor'>[] })[];
  })[];
};

/** What files know a record by: its key, or its id if it came from no file. */
export const keyOf = ({ id, key }: { readonly id: string; readonly key: string | null }) => key ?? id;

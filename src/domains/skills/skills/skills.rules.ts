import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import {
  chosenId,
  idOf,
  line,
  lineOrEmpty,
  optional,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { categoryFilter, fileKey } from '../frameworks/frameworks.rules.ts';

/** The maximum number of skills in a category: a matrix of more is hard to read. */
export const maxSkillsInCategory = 100;

/** Published frameworks have up to 26 criteria for a level, of up to 314 characters, and summaries of 535. */
export const maxLevelLines = 50;
const maxLine = 1_000;
export const levelLine = line(maxLine);
const lines = (what: string) =>
  describeRule(z.array(levelLine).max(maxLevelLines, `must be at most ${maxLevelLines} ${what}`), {
    limits: `At most ${maxLevelLines} lines of 1 to 1,000 characters.`,
  });

/** A description of one level. The service checks the level against the scale of the framework. */
export const skillLevelInput = z.object({
  level: z.int({ error: 'must be a whole number' }),
  summary: lineOrEmpty(maxLine),
  signals: lines('signals')
    .nullish()
    .transform((list) => list ?? []),
  examples: lines('examples')
    .nullish()
    .transform((list) => list ?? []),
});
export type LevelDescription = z.output<typeof skillLevelInput>;

/** A text that is equal for equal descriptions of levels, whether they are an input or records. */
export const fingerprintOfLevels = (levels: readonly object[]): string =>
  JSON.stringify(
    (levels as LevelDescription[]).map(({ level, summary, signals, examples }) => [level, summary, signals, examples]),
  );

const fields = {
  name: line(200),
  description: prose(20_000),
  levels: z
    .array(skillLevelInput)
    .refine((all) => new Set(all.map(({ level }) => level)).size === all.length, 'must not describe a level twice'),
};

export const createSkillInput = z.object({
  id: chosenId('Skill').nullish(),
  categoryId: idOf('SkillCategory'),
  name: fields.name,
  description: fields.description.optional(),
  levels: fields.levels.optional(),
});

export const updateSkillInput = z.object({
  ...target('Skill'),
  categoryId: idOf('SkillCategory').optional(),
  afterId: idOf('Skill').nullable().optional(),
  ...optional(fields),
});

/** The rules of a skill as it is stored. */
export const skillRecord = updateSkillInput.extend({ key: fileKey.nullish() });

/** What is wrong with a level of a framework whose scale ends at `maxLevel`. Null if nothing is. */
export const offScale = (level: number, maxLevel: number): string | null =>
  Number.isInteger(level) && level >= 0 && level <= maxLevel
    ? null
    : `must be a level from 0 to ${maxLevel}, the scale of the framework`;

export const skillFilter = defineFilter('Skill', {
  id: { kind: 'id', type: 'Skill', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  position: { kind: 'integer', description: 'The position in the category.' },
  categoryId: { kind: 'id', type: 'SkillCategory', description: 'The id of the category.' },
  category: {
    kind: 'one',
    filter: () => categoryFilter,
    among: active('skillCategory'),
    description: 'The category of the skill.',
  },
  createdAt: { kind: 'instant', description: 'When the skill was created.' },
  updatedAt: { kind: 'instant', description: 'When the skill was last changed.' },
});

export const skillOrder: OrderSpec = {
  name: 'Skill',
  fields: {
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    POSITION: { column: 'position', description: 'The position in the category.' },
    CREATED_AT: { column: 'createdAt', description: 'When the skill was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the skill was last changed.' },
  },
};

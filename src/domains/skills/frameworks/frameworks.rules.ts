import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { chosenId, idOf, integer, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';

/** The maximum number of categories in a framework: a matrix of more is hard to read. */
export const maxCategories = 50;

const fields = { name: line(200), description: prose(20_000) };
/** The lowest level of every scale is 0. Published frameworks have at most twenty levels above it. */
export const highestLevel = 20;
const maxLevel = integer(1, highestLevel);

/** What files know a record by: it stays the same when the name changes. */
export const fileKey = describeRule(
  z
    .string({ error: 'must be a text' })
    .regex(
      /^[a-z0-9][a-z0-9._-]{0,63}$/,
      'must be 1 to 64 of a-z, 0-9, dot, dash and underscore, and begin with one of a-z and 0-9',
    ),
  { limits: '1 to 64 of a-z, 0-9, dot, dash and underscore.' },
);

/** The name of a level of a scale, and its points. */
export const frameworkLevelInput = z.strictObject({
  level: integer(0, highestLevel),
  name: line(100),
  points: integer(0, 10_000)
    .nullish()
    .transform((points) => points ?? null),
});
export type FrameworkLevel = z.output<typeof frameworkLevelInput>;

/** What is wrong with a scale that ends below a level that is in use. */
export const belowUsed = (used: number): string => `must not be below ${used}, which is in use`;

const levels = describeRule(
  z
    .array(frameworkLevelInput, { error: 'must be a list of levels' })
    .max(highestLevel + 1, `must be at most ${highestLevel + 1}`)
    .refine((all) => new Set(all.map(({ level }) => level)).size === all.length, 'must not name a level twice')
    .transform((all) => all.toSorted((a, b) => a.level - b.level)),
  { limits: `At most ${highestLevel + 1}.` },
);

/** The levels of a framework, which the database has as JSON: PostgreSQL keeps the names of its fields in another order. */
export const levelsOf = ({ levels: stored }: Pick<Row<'framework'>, 'levels'>): FrameworkLevel[] =>
  (stored as unknown as FrameworkLevel[]).map(({ level, name, points }) => ({ level, name, points }));

export const createFrameworkInput = z.object({
  id: chosenId('Framework').nullish(),
  name: fields.name,
  description: fields.description.optional(),
  maxLevel: maxLevel.nullish().transform((level) => level ?? 5),
  levels: levels.optional(),
});

export const updateFrameworkInput = z.object({
  ...target('Framework'),
  ...optional({ ...fields, maxLevel, levels }),
});

export const createSkillCategoryInput = z.object({
  id: chosenId('SkillCategory').nullish(),
  frameworkId: idOf('Framework'),
  name: fields.name,
  description: fields.description.optional(),
});

export const updateSkillCategoryInput = z.object({
  ...target('SkillCategory'),
  ...optional(fields),
  afterId: idOf('SkillCategory').nullable().optional(),
});

/** The rules of a framework and a category as they are stored. */
export const frameworkRecord = updateFrameworkInput.extend({ key: fileKey.nullish() });
export const skillCategoryRecord = updateSkillCategoryInput.extend({ key: fileKey.nullish() });

export const frameworkFilter = defineFilter('Framework', {
  id: { kind: 'id', type: 'Framework', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  maxLevel: { kind: 'integer', description: 'The highest level of the scale.' },
  createdAt: { kind: 'instant', description: 'When the framework was created.' },
  updatedAt: { kind: 'instant', description: 'When the framework was last changed.' },
});

export const frameworkOrder: OrderSpec = {
  name: 'Framework',
  fields: {
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the framework was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the framework was last changed.' },
  },
};

export const categoryFilter = defineFilter('SkillCategory', {
  id: { kind: 'id', type: 'SkillCategory', description: 'The id.' },
  name: { kind: 'text', description: 'The name.' },
  position: { kind: 'integer', description: 'The position in the framework.' },
  frameworkId: { kind: 'id', type: 'Framework', description: 'The id of the framework.' },
  framework: {
    kind: 'one',
    filter: () => frameworkFilter,
    among: active('framework'),
    description: 'The framework of the category.',
  },
  createdAt: { kind: 'instant', description: 'When the category was created.' },
  updatedAt: { kind: 'instant', description: 'When the category was last changed.' },
});

export const categoryOrder: OrderSpec = {
  name: 'SkillCategory',
  fields: {
    POSITION: { column: 'position', description: 'The position in the framework.' },
    NAME: { column: 'nameNormalized', description: 'The name, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the category was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the category was last changed.' },
  },
};

import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { chosenId, idOf, integer, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';

/** The maximum number of categories in a framework: a matrix of more is hard to read. */
export const maxCategories = 50;

const fields = { name: line(200), description: prose(20_000) };
/** The lowest level of every scale is 0. Published frameworks have at most ten levels above it. */
const maxLevel = integer(1, 10);

export const createFrameworkInput = z.object({
  id: chosenId('Framework').nullish(),
  name: fields.name,
  description: fields.description.optional(),
  maxLevel: maxLevel.nullish().transform((level) => level ?? 5),
});

export const updateFrameworkInput = z.object({
  ...target('Framework'),
  ...optional({ ...fields, maxLevel }),
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

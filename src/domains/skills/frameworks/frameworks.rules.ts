import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, idOf, integer, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';

/** A framework has at most this many categories, so that its matrix stays a picture. */
export const maxCategories = 50;

const fields = { name: line(200), description: prose(20_000) };
/** The lowest level of every scale is 0, nothing yet; published ladders have at most ten above it. */
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
  id: { kind: 'id', type: 'Framework', description: 'By id.' },
  name: { kind: 'text', description: 'By name.' },
  maxLevel: { kind: 'integer', description: 'By the highest level of its scale.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const frameworkOrder: OrderSpec = {
  name: 'Framework',
  fields: {
    NAME: { column: 'nameNormalized', description: 'By name, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};

export const categoryFilter = defineFilter('SkillCategory', {
  id: { kind: 'id', type: 'SkillCategory', description: 'By id.' },
  name: { kind: 'text', description: 'By name.' },
  frameworkId: { kind: 'id', type: 'Framework', description: 'By its framework.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const categoryOrder: OrderSpec = {
  name: 'SkillCategory',
  fields: {
    POSITION: { column: 'position', description: 'By where it stands in its framework.' },
    NAME: { column: 'nameNormalized', description: 'By name, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
  },
};

import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { chosenId, idOf, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';

/** A category has at most this many skills, so that its matrix stays a picture. */
export const maxSkillsInCategory = 100;

const lines = (what: string) => z.array(line(300)).max(20, `must be at most 20 ${what}`);

/** What a level looks like; whether the framework has it is for the service to see. */
const levelDescriptor = z.object({
  level: z.int({ error: 'must be a whole number' }),
  summary: line(300),
  signals: lines('signals')
    .nullish()
    .transform((list) => list ?? []),
  examples: lines('examples')
    .nullish()
    .transform((list) => list ?? []),
});
export type LevelDescription = z.output<typeof levelDescriptor>;

const fields = {
  name: line(200),
  description: prose(20_000),
  levels: z
    .array(levelDescriptor)
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

/** Why a level is not one of a framework's, or null when it is. */
export const offScale = (level: number, highest: number): string | null =>
  Number.isInteger(level) && level >= 0 && level <= highest
    ? null
    : `must be a level from 0 to ${highest}, the scale of the framework`;

export const skillFilter = defineFilter('Skill', {
  id: { kind: 'id', type: 'Skill', description: 'By id.' },
  name: { kind: 'text', description: 'By name.' },
  categoryId: { kind: 'id', type: 'SkillCategory', description: 'By its category.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
});

export const skillOrder: OrderSpec = {
  name: 'Skill',
  fields: {
    NAME: { column: 'nameNormalized', description: 'By name, whatever the case.' },
    POSITION: { column: 'position', description: 'By where it stands in its category.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};

import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { chosenId, idsOf, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

/** A story shows at most this many skills: one that shows more shows none. */
export const maxSkills = 20;

/** A part of a story; spaces alone tell nothing, and readiness asks whether anything is told. */
const part = prose(20_000).transform((text) => (text.trim() === '' ? '' : text));

const fields = {
  title: line(200),
  situation: part,
  task: part,
  action: part,
  result: part,
  skillIds: idsOf('Skill', maxSkills),
};

export const createStoryInput = z.object({
  id: chosenId('Story').nullish(),
  ...optional(fields),
  title: fields.title,
});

export const updateStoryInput = z.object({
  ...target('Story'),
  ...optional(fields),
});

export const storyFilter = defineFilter('Story', {
  id: { kind: 'id', type: 'Story', description: 'By id.' },
  title: { kind: 'text', description: 'By title.' },
  createdAt: { kind: 'instant', description: 'By when the row was made.' },
  updatedAt: { kind: 'instant', description: 'By when the row was last changed.' },
  skills: {
    kind: 'some',
    path: ['storySkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'By the skills it shows.',
  },
});

export const storyOrder: OrderSpec = {
  name: 'Story',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when the row was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when the row was last changed.' },
  },
};

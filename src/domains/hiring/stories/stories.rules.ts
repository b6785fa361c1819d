import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { chosenId, idsOf, line, optional, prose, target } from '../../../platform/validation/input-rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

/** The maximum number of skills that a story can show. */
export const maxSkills = 20;

/** A part of a story. Whitespace alone becomes empty: readiness counts only stories with an action and a result. */
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
  id: { kind: 'id', type: 'Story', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  createdAt: { kind: 'instant', description: 'When the story was created.' },
  updatedAt: { kind: 'instant', description: 'When the story was last changed.' },
  skills: {
    kind: 'some',
    path: ['storySkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'The skills the story shows.',
  },
});

export const storyOrder: OrderSpec = {
  name: 'Story',
  fields: {
    TITLE: { column: 'titleNormalized', description: 'The title, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the story was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the story was last changed.' },
  },
};

import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  date,
  idOf,
  instant,
  integer,
  number,
  optional,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';
import { learningFilter } from '../learnings/learnings.rules.ts';

/** Text of a prompt, which is not blank. */
const text = prose(10_000).refine((one) => one.trim() !== '', 'must not be empty');

const fields = {
  question: text,
  answer: text,
  skillId: idOf('Skill').nullable(),
};

export const createPromptInput = z.object({
  id: chosenId('Prompt').nullish(),
  learningId: idOf('Learning'),
  ...requiring(fields, 'question', 'answer'),
});

export const updatePromptInput = z.object({ ...optional(fields), ...target('Prompt') });

/** The memory of a prompt as it is stored. */
export const memoryRecord = z.object({
  state: enumOf('PromptState'),
  dueOn: date,
  dueAt: instant.nullable(),
  stability: number(0.001, 36_500).nullable(),
  difficulty: number(1, 10).nullable(),
  scheduledDays: integer(0, 36_500),
  learningStep: integer(0, 10),
  reviewCount: integer(0, 1_000_000),
  lapseCount: integer(0, 1_000_000),
  reviewedOn: date.nullable(),
  reviewedAt: instant.nullable(),
});

/** The rules of a prompt as it is stored: one that was reviewed has a memory. */
export const promptRecord = z
  .object({ ...memoryRecord.shape, question: text, answer: text })
  .refine(
    ({ state, stability, difficulty, reviewedOn, reviewedAt }) =>
      [stability, difficulty, reviewedOn, reviewedAt].every((one) => (one === null) === (state === 'NEW')),
    { path: ['state'], message: 'must be NEW if and only if there was no review' },
  );

export const promptFilter = defineFilter('Prompt', {
  id: { kind: 'id', type: 'Prompt', description: 'The id.' },
  learningId: { kind: 'id', type: 'Learning', description: 'The id of the learning.' },
  learning: { kind: 'one', filter: () => learningFilter, among: active('learning'), description: 'The learning.' },
  skillId: { kind: 'id', type: 'Skill', nullable: true, description: 'The id of the skill.' },
  skill: { kind: 'one', filter: () => skillFilter, among: active('skill'), description: 'The skill.' },
  question: { kind: 'text', description: 'The question.' },
  answer: { kind: 'text', description: 'The answer.' },
  state: { kind: 'enum', name: 'PromptState', description: 'Where the prompt stands.' },
  dueOn: { kind: 'date', description: 'The day from which the next review is due.' },
  dueAt: { kind: 'instant', nullable: true, description: 'The time from which the next review is due.' },
  lapseCount: { kind: 'integer', description: 'The number of times that it was forgotten.' },
  reviewedOn: { kind: 'date', nullable: true, description: 'The day of the last review.' },
  suspendedAt: { kind: 'instant', nullable: true, description: 'Since when it is suspended.' },
  createdAt: { kind: 'instant', description: 'When the prompt was created.' },
  updatedAt: { kind: 'instant', description: 'When the prompt was last changed.' },
});

export const promptOrder: OrderSpec = {
  name: 'Prompt',
  fields: {
    DUE_ON: { column: 'dueOn', description: 'The day from which the next review is due.' },
    QUESTION: { column: 'questionNormalized', description: 'The question, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the prompt was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the prompt was last changed.' },
  },
};

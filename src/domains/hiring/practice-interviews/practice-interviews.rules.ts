import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { chosenId, date, idOf, integer, optional, prose, target } from '../../../platform/validation/input-rules.ts';

/** An object and not a list, so that the schemas of interviews and of role profiles can both refer to its GraphQL type by it. */
export const interviewKinds = {
  BEHAVIORAL: 'BEHAVIORAL',
  TECHNICAL: 'TECHNICAL',
  SYSTEM_DESIGN: 'SYSTEM_DESIGN',
  CASE: 'CASE',
  OTHER: 'OTHER',
} as const;

/** A practice interview went well from this score on, of 1 to 5. */
export const goodScore = 4;

const fields = (calendar: Calendar) => ({
  kind: z.enum(interviewKinds, { error: 'must be a kind of interview' }),
  heldOn: date(calendar).refine((day) => day <= calendar.today, 'must not be in the future'),
  score: integer(1, 5).nullable(),
  notes: prose(20_000),
  roleProfileId: idOf('RoleProfile').nullable(),
});

export const createPracticeInterviewInput = (calendar: Calendar) => {
  const { kind, heldOn, ...rest } = fields(calendar);
  return z.object({
    id: chosenId('PracticeInterview').nullish(),
    kind,
    heldOn: heldOn.nullish().transform((day) => day ?? calendar.today),
    ...optional(rest),
  });
};

export const updatePracticeInterviewInput = (calendar: Calendar) =>
  z.object({
    ...optional(fields(calendar)),
    ...target('PracticeInterview'),
  });

export const practiceInterviewFilter = defineFilter('PracticeInterview', {
  id: { kind: 'id', type: 'PracticeInterview', description: 'By id.' },
  kind: { kind: 'enum', name: 'PracticeInterviewKind', description: 'By kind.' },
  heldOn: { kind: 'date', description: 'By the day it was held.' },
  score: { kind: 'integer', nullable: true, description: 'By how it went.' },
  notes: { kind: 'text', description: 'By the notes.' },
  roleProfileId: { kind: 'id', type: 'RoleProfile', nullable: true, description: 'By the role it was practice for.' },
  createdAt: { kind: 'instant', description: 'By when the row was made.' },
  updatedAt: { kind: 'instant', description: 'By when the row was last changed.' },
});

export const practiceInterviewOrder: OrderSpec = {
  name: 'PracticeInterview',
  fields: {
    HELD_ON: { column: 'heldOn', description: 'By the day it was held.' },
    SCORE: { column: 'score', nullable: true, description: 'By how it went.' },
    CREATED_AT: { column: 'createdAt', description: 'By when the row was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when the row was last changed.' },
  },
};

import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  idOf,
  integer,
  optional,
  pastDate,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { roleProfileFilter } from '../role-profiles/role-profiles.rules.ts';

/** The lowest score, of 1 to 5, at which a practice interview counts toward a requirement. */
export const goodScore = 4;

const score = describeRule(integer(1, 5), { limits: '1 (poor) to 5 (excellent).' });

const fields = {
  kind: enumOf('PracticeInterviewKind'),
  heldOn: pastDate,
  score: score.nullable(),
  notes: prose(20_000),
  roleProfileId: idOf('RoleProfile').nullable(),
};

export const createPracticeInterviewInput = z.object({
  id: chosenId('PracticeInterview').nullish(),
  ...requiring(fields, 'kind'),
  heldOn: fields.heldOn.nullish().transform((day) => day ?? currentCalendar().today),
});

export const updatePracticeInterviewInput = z.object({
  ...optional(fields),
  ...target('PracticeInterview'),
});

export const practiceInterviewFilter = defineFilter('PracticeInterview', {
  id: { kind: 'id', type: 'PracticeInterview', description: 'The id.' },
  kind: { kind: 'enum', name: 'PracticeInterviewKind', description: 'The kind.' },
  heldOn: { kind: 'date', description: 'The day the interview was held.' },
  score: { kind: 'integer', nullable: true, description: 'The score.' },
  notes: { kind: 'text', description: 'The notes.' },
  roleProfileId: { kind: 'id', type: 'RoleProfile', nullable: true, description: 'The id of the role.' },
  roleProfile: {
    kind: 'one',
    filter: () => roleProfileFilter,
    among: active('roleProfile'),
    description: 'The role the interview prepares for.',
  },
  createdAt: { kind: 'instant', description: 'When the interview was created.' },
  updatedAt: { kind: 'instant', description: 'When the interview was last changed.' },
});

export const practiceInterviewOrder: OrderSpec = {
  name: 'PracticeInterview',
  fields: {
    HELD_ON: { column: 'heldOn', description: 'The day the interview was held.' },
    SCORE: { column: 'score', nullable: true, description: 'The score.' },
    CREATED_AT: { column: 'createdAt', description: 'When the interview was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the interview was last changed.' },
  },
};

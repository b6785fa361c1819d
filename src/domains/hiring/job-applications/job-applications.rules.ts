import { z } from 'zod';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import {
  chosenId,
  idOf,
  idsOf,
  instant,
  integer,
  line,
  lineOrEmpty,
  optional,
  prose,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { personFilter } from '../../people/people/people.rules.ts';

/** How far an application can get, in this order; the last three end it. Stored as numbers, so that they can be compared. */
export const stages = [
  'INTERESTED',
  'APPLIED',
  'SCREENING',
  'INTERVIEWING',
  'OFFER',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const;
export type Stage = (typeof stages)[number];

export const maxContacts = 50;
/** An application goes through at most this many changes of stage. */
export const maxStageChanges = 100;

const stage = integer(0, stages.length - 1);
const at = (calendar: Calendar) =>
  instant(calendar)
    .nullish()
    .transform((moment) => moment ?? calendar.now)
    .refine((moment) => moment <= calendar.now, 'must not be in the future');

const fields = {
  title: line(300),
  company: line(200),
  source: lineOrEmpty(200),
  url: webAddress.nullable(),
  notes: prose(50_000),
  roleProfileId: idOf('RoleProfile').nullable(),
  nextTaskId: idOf('Task').nullable(),
  contactIds: idsOf('Person', maxContacts),
};

export const createJobApplicationInput = (calendar: Calendar) => {
  const { title, company, ...rest } = fields;
  return z.object({
    id: chosenId('JobApplication').nullish(),
    title,
    company,
    ...optional(rest),
    stage: stage.nullish().transform((given) => given ?? 0),
    at: at(calendar),
  });
};

export const updateJobApplicationInput = z.object({
  ...target('JobApplication'),
  ...optional(fields),
});

export const moveJobApplicationInput = (calendar: Calendar) =>
  z.object({ ...target('JobApplication'), stage, at: at(calendar) });

export const jobApplicationFilter = defineFilter('JobApplication', {
  id: { kind: 'id', type: 'JobApplication', description: 'By id.' },
  title: { kind: 'text', description: 'By the job’s title.' },
  company: { kind: 'text', description: 'By company.' },
  stage: { kind: 'enum', name: 'ApplicationStage', ordered: true, description: 'By how far it got.' },
  source: { kind: 'text', description: 'By where the job was found.' },
  roleProfileId: { kind: 'id', type: 'RoleProfile', nullable: true, description: 'By the role it is for.' },
  nextTaskId: { kind: 'id', type: 'Task', nullable: true, description: 'By the task that comes next.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  contacts: {
    kind: 'some',
    path: ['applicationContacts', 'person'],
    filter: () => personFilter,
    among: active('person'),
    description: 'By those who are part of it.',
  },
});

export const jobApplicationOrder: OrderSpec = {
  name: 'JobApplication',
  fields: {
    STAGE: { column: 'stage', description: 'By how far it got.' },
    COMPANY: { column: 'companyNormalized', description: 'By company, whatever the case.' },
    TITLE: { column: 'titleNormalized', description: 'By title, whatever the case.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};

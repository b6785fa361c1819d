import { z } from 'zod';
import type { Calendar } from '../../platform/calendar.ts';
import { InvalidInputError } from '../../platform/errors.ts';
import { defineFilter } from '../../platform/filters.ts';
import {
  chosenId,
  idOf,
  idsOf,
  instant,
  integer,
  line,
  lineOrEmpty,
  prose,
  webAddress,
} from '../../platform/inputs.ts';
import type { OrderSpec } from '../../platform/ordering.ts';
import type { Row } from '../../platform/writer.ts';
import { personFilter } from '../people/people.rules.ts';

/** How far an application is, in order; the last three are ends. Stored as these numbers, so that both engines sort alike. */
export const stages = {
  INTERESTED: 0,
  APPLIED: 1,
  SCREENING: 2,
  INTERVIEWING: 3,
  OFFER: 4,
  ACCEPTED: 5,
  REJECTED: 6,
  WITHDRAWN: 7,
} as const;

/** More people than this are not part of one application. */
export const mostContacts = 50;
/** An application that moves more often than this is not one application. */
export const mostStageChanges = 100;

const stage = integer(stages.INTERESTED, stages.WITHDRAWN);

const fields = {
  title: line(200),
  company: line(200),
  source: lineOrEmpty(200),
  url: webAddress.nullable(),
  notes: prose(20_000),
  roleProfileId: idOf('RoleProfile').nullable(),
  nextTaskId: idOf('Task').nullable(),
  contactIds: idsOf('Person', mostContacts),
};

/** When an application came to a stage; now, when nothing is said. */
const enteredAt = (calendar: Calendar) =>
  instant(calendar)
    .nullish()
    .transform((at) => at ?? calendar.now)
    .refine((at) => at <= calendar.now, 'must not be in the future');

export const createJobApplicationInput = (calendar: Calendar) => {
  const { title, company, ...rest } = fields;
  return z.object({
    id: chosenId('JobApplication').nullish(),
    title,
    company,
    ...z.object(rest).partial().shape,
    stage: stage.nullish().transform((given) => given ?? stages.INTERESTED),
    at: enteredAt(calendar),
  });
};

export const updateJobApplicationInput = z.object({
  id: idOf('JobApplication'),
  ifVersion: z.int().nullish(),
  ...z.object(fields).partial().shape,
});

export const moveJobApplicationInput = (calendar: Calendar) =>
  z.object({ id: idOf('JobApplication'), ifVersion: z.int().nullish(), stage, at: enteredAt(calendar) });

/** Throws unless an application can come to its next stage at a moment: not before it came to the one it is in. */
export function requireNext(history: readonly Pick<Row<'stageChange'>, 'enteredAt'>[], at: Date): void {
  if (history.length >= mostStageChanges) {
    const message = `must not be changed more than ${mostStageChanges} times`;
    throw new InvalidInputError([{ path: ['input', 'stage'], message }]);
  }
  if (history.every(({ enteredAt: before }) => before <= at)) return;
  throw new InvalidInputError([{ path: ['input', 'at'], message: 'must not be before the last change of stage' }]);
}

export const jobApplicationFilter = defineFilter('JobApplication', {
  id: { kind: 'id', type: 'JobApplication', description: 'By id.' },
  title: { kind: 'text', description: 'By the job’s title.' },
  company: { kind: 'text', description: 'By where it is.' },
  stage: { kind: 'enum', name: 'JobStage', ordered: true, description: 'By how far it got.' },
  source: { kind: 'text', description: 'By where the job was found.' },
  roleProfileId: { kind: 'id', type: 'RoleProfile', nullable: true, description: 'By the role it is for.' },
  nextTaskId: { kind: 'id', type: 'Task', nullable: true, description: 'By what is to be done next.' },
  createdAt: { kind: 'instant', description: 'By when the row was made.' },
  updatedAt: { kind: 'instant', description: 'By when the row was last changed.' },
  contacts: {
    kind: 'some',
    path: ['applicationContacts', 'person'],
    filter: () => personFilter,
    among: { trashedAt: null },
    description: 'By the people who are part of it.',
  },
});

export const jobApplicationOrder: OrderSpec = {
  name: 'JobApplication',
  fields: {
    TITLE: { column: 'titleFolded', description: 'By the job’s title, whatever the case.' },
    COMPANY: { column: 'companyFolded', description: 'By where it is, whatever the case.' },
    STAGE: { column: 'stage', description: 'By how far it got, in the order of the stages.' },
    CREATED_AT: { column: 'createdAt', description: 'By when the row was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when the row was last changed.' },
  },
};

import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import {
  chosenId,
  idOf,
  idsOf,
  line,
  lineOrEmpty,
  optional,
  pastDate,
  pastInstant,
  prose,
  requiring,
  target,
  webAddress,
} from '../../../platform/validation/input-rules.ts';
import { personFilter } from '../../people/people/people.rules.ts';
import { taskFilter } from '../../tasks/tasks/tasks.rules.ts';
import { artifactFilter } from '../artifacts/artifacts.rules.ts';
import { roleProfileFilter } from '../role-profiles/role-profiles.rules.ts';

/** The stages of an application, in order. The last three end it. Stored as numbers, so that filters can compare them. */
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
export type JobApplicationStage = (typeof stages)[number];

/** The last stage that is progress: the others end an application without. */
const lastProgress = stages.indexOf('ACCEPTED');

/**
 * What the stage history of an application says of it: the furthest stage that it ever entered, and when it was sent. A stage
 * counts as reached if it or a later one was ever entered.
 */
export function summarizeStages(history: readonly Pick<Row<'stageChange'>, 'stage' | 'enteredAt'>[]) {
  const progress = history.filter((entry) => entry.stage <= lastProgress);
  const sent = progress.filter((entry) => entry.stage >= stages.indexOf('APPLIED')).map(({ enteredAt }) => enteredAt);
  return {
    reachedStage: Math.max(0, ...progress.map((entry) => entry.stage)),
    appliedAt: sent.length > 0 ? new Date(Math.min(...sent.map((at) => at.getTime()))) : null,
  };
}

/** The maximum number of contacts of an application. */
export const maxContacts = 50;
/** The maximum number of entries in the stage history of an application. */
export const maxStageChanges = 100;

// Clients send a GraphQL enum, so the rule carries no limits for the description.
const stage = z
  .int()
  .min(0)
  .max(stages.length - 1);
const enteredAt = pastInstant.nullish().transform((moment) => moment ?? currentCalendar().now);

const fields = {
  title: line(300),
  company: line(200),
  source: lineOrEmpty(200),
  url: webAddress.nullable(),
  notes: prose(50_000),
  postingText: prose(50_000),
  cvId: idOf('Artifact').nullable(),
  roleProfileId: idOf('RoleProfile').nullable(),
  nextTaskId: idOf('Task').nullable(),
  contactIds: idsOf('Person', maxContacts),
};

export const createJobApplicationInput = z.object({
  id: chosenId('JobApplication').nullish(),
  ...requiring(fields, 'title', 'company'),
  stage: stage.nullish().transform((given) => given ?? 0),
  enteredAt: pastInstant.nullish(),
  appliedOn: pastDate.nullish(),
});

/**
 * The first entries of the stage history of an application: its stage, and before that APPLIED, on the day that it was sent.
 * @param appliedOn the day it was sent, if that is given: from its start, the application was at APPLIED
 * @throws InvalidInputError at `appliedOn` if the stage is before APPLIED, or was entered before that day
 */
export function firstStages(
  given: { stage: number; enteredAt?: Date | null | undefined; appliedOn?: string | null | undefined },
  calendar: Pick<Calendar, 'dayOf' | 'now' | 'startOfDay'>,
): Pick<Row<'stageChange'>, 'stage' | 'enteredAt'>[] {
  const { stage: at, appliedOn } = given;
  const applied = stages.indexOf('APPLIED');
  if (!appliedOn) return [{ stage: at, enteredAt: given.enteredAt ?? calendar.now }];
  const sent = calendar.startOfDay(appliedOn);
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'appliedOn'], message }]);
  if (at < applied) throw refuse('must not be given for a stage before APPLIED');
  const entered = given.enteredAt ?? (at === applied ? sent : calendar.now);
  if (at === applied && calendar.dayOf(entered) !== appliedOn) throw refuse('must be the day of enteredAt');
  if (entered < sent) throw refuse('must not be after enteredAt');
  return at === applied
    ? [{ stage: at, enteredAt: entered }]
    : [
        { stage: applied, enteredAt: sent },
        { stage: at, enteredAt: entered },
      ];
}

export const updateJobApplicationInput = z.object({
  ...target('JobApplication'),
  ...optional(fields),
});

export const moveJobApplicationInput = z.object({ ...target('JobApplication'), stage, enteredAt });

/** The rules of an application as it is stored. */
export const jobApplicationRecord = z.object({
  ...requiring(fields, 'title', 'company'),
  stage,
  reachedStage: stage.optional(),
});

/** The rules of an entry of the stage history as it is stored. */
export const stageChangeRecord = z.object({ stage, enteredAt });

export const jobApplicationFilter = defineFilter('JobApplication', {
  id: { kind: 'id', type: 'JobApplication', description: 'The id.' },
  title: { kind: 'text', description: 'The title of the job.' },
  company: { kind: 'text', description: 'The company.' },
  stage: { kind: 'enum', name: 'JobApplicationStage', ordered: stages, description: 'The current stage.' },
  reachedStage: {
    kind: 'enum',
    name: 'JobApplicationStage',
    ordered: stages,
    description: 'The furthest stage that the application ever entered.',
  },
  appliedAt: { kind: 'instant', nullable: true, description: 'When the application was sent.' },
  source: { kind: 'text', description: 'Where you found the job.' },
  cvId: { kind: 'id', type: 'Artifact', nullable: true, description: 'The id of the CV that was sent.' },
  cv: { kind: 'one', filter: () => artifactFilter, among: active('artifact'), description: 'The CV that was sent.' },
  roleProfileId: { kind: 'id', type: 'RoleProfile', nullable: true, description: 'The id of the role.' },
  roleProfile: {
    kind: 'one',
    filter: () => roleProfileFilter,
    among: active('roleProfile'),
    description: 'The role the application is for.',
  },
  nextTaskId: { kind: 'id', type: 'Task', nullable: true, description: 'The id of the next task.' },
  nextTask: { kind: 'one', filter: () => taskFilter, among: active('task'), description: 'The next task.' },
  createdAt: { kind: 'instant', description: 'When the application was created.' },
  updatedAt: { kind: 'instant', description: 'When the application was last changed.' },
  contacts: {
    kind: 'some',
    path: ['applicationContacts', 'person'],
    filter: () => personFilter,
    among: active('person'),
    description: 'The people involved in the application.',
  },
});

export const jobApplicationOrder: OrderSpec = {
  name: 'JobApplication',
  fields: {
    STAGE: { column: 'stage', description: 'The current stage.' },
    COMPANY: { column: 'companyNormalized', description: 'The company, regardless of case.' },
    TITLE: { column: 'titleNormalized', description: 'The title of the job, regardless of case.' },
    CREATED_AT: { column: 'createdAt', description: 'When the application was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the application was last changed.' },
  },
};

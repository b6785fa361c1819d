import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  idOf,
  idsOf,
  lineOrEmpty,
  optional,
  pastDate,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { goalFilter } from '../../goals/goals/goals.rules.ts';
import { meetingFilter } from '../../meetings/meetings/meetings.rules.ts';
import { personFilter } from '../../people/people/people.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';
import { taskFilter } from '../../tasks/tasks/tasks.rules.ts';

/** The maximum number of skills, and of goals, that feedback can be about. */
export const maxSubjects = 20;

const body = describeRule(
  prose(20_000).refine((text) => text.trim() !== '', 'must not be empty'),
  { limits: '1 to 20,000 characters.' },
);

const fields = {
  direction: enumOf('FeedbackDirection'),
  kind: enumOf('FeedbackKind'),
  body,
  context: lineOrEmpty(500),
  occurredOn: pastDate,
  personId: idOf('Person').nullable(),
  meetingId: idOf('Meeting').nullable(),
  taskId: idOf('Task').nullable(),
  skillIds: idsOf('Skill', maxSubjects),
  goalIds: idsOf('Goal', maxSubjects),
  labelIds: idsOf('Label', maxLabels),
};

export const createFeedbackInput = z.object({
  id: chosenId('Feedback').nullish(),
  ...requiring(fields, 'direction', 'kind', 'body'),
  occurredOn: fields.occurredOn.nullish().transform((day) => day ?? currentCalendar().today),
});

export const updateFeedbackInput = z.object({ ...target('Feedback'), ...optional(fields) });

/**
 * Requires a person for feedback that was received or given, and none for feedback to oneself.
 * @throws InvalidInputError at `personId`
 */
export function requireOtherSide({ direction, personId }: Pick<Row<'feedback'>, 'direction' | 'personId'>): void {
  if ((direction === 'SELF') === (personId === null)) return;
  const message = direction === 'SELF' ? 'must not be given for feedback to yourself' : 'must be given';
  throw new InvalidInputError([{ path: ['input', 'personId'], message }]);
}

/**
 * Requires received feedback: no other feedback can be acknowledged.
 * @throws InvalidInputError at `id`
 */
export function requireReceived({ direction }: Pick<Row<'feedback'>, 'direction'>): void {
  if (direction === 'RECEIVED') return;
  throw new InvalidInputError([{ path: ['input', 'id'], message: 'must be feedback that you received' }]);
}

export const feedbackFilter = defineFilter('Feedback', {
  id: { kind: 'id', type: 'Feedback', description: 'The id.' },
  direction: { kind: 'enum', name: 'FeedbackDirection', description: 'The direction.' },
  kind: { kind: 'enum', name: 'FeedbackKind', description: 'The kind.' },
  body: { kind: 'text', description: 'The feedback itself.' },
  context: { kind: 'text', description: 'What the feedback is about.' },
  occurredOn: { kind: 'date', description: 'The day the feedback was given.' },
  acknowledgedAt: { kind: 'instant', nullable: true, description: 'When the feedback was acknowledged.' },
  personId: {
    kind: 'id',
    type: 'Person',
    nullable: true,
    description: 'The id of the person who gave or received the feedback.',
  },
  person: {
    kind: 'one',
    filter: () => personFilter,
    among: active('person'),
    description: 'The person who gave or received the feedback.',
  },
  meetingId: { kind: 'id', type: 'Meeting', nullable: true, description: 'The id of the meeting.' },
  meeting: {
    kind: 'one',
    filter: () => meetingFilter,
    among: active('meeting'),
    description: 'The meeting the feedback is about.',
  },
  taskId: { kind: 'id', type: 'Task', nullable: true, description: 'The id of the follow-up task.' },
  task: { kind: 'one', filter: () => taskFilter, among: active('task'), description: 'The follow-up task.' },
  createdAt: { kind: 'instant', description: 'When the feedback was created.' },
  updatedAt: { kind: 'instant', description: 'When the feedback was last changed.' },
  skills: {
    kind: 'some',
    path: ['feedbackSkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'The skills the feedback is about.',
  },
  goals: {
    kind: 'some',
    path: ['feedbackGoals', 'goal'],
    filter: () => goalFilter,
    among: active('goal'),
    description: 'The goals the feedback is about.',
  },
  labels: {
    kind: 'some',
    path: ['feedbackLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'The labels.',
  },
});

export const feedbackOrder: OrderSpec = {
  name: 'Feedback',
  fields: {
    OCCURRED_ON: { column: 'occurredOn', description: 'The day the feedback was given.' },
    CREATED_AT: { column: 'createdAt', description: 'When the feedback was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the feedback was last changed.' },
  },
};

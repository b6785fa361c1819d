import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import {
  chosenId,
  idOf,
  idsOf,
  line,
  optional,
  pastDate,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { labelFilter, maxLabels } from '../../across/labels/labels.rules.ts';
import { goalFilter } from '../../goals/goals/goals.rules.ts';
import { skillFilter } from '../../skills/skills/skills.rules.ts';

export const directions = ['RECEIVED', 'GIVEN', 'SELF'] as const;
export const feedbackKinds = ['PRAISE', 'SUGGESTION', 'CONCERN'] as const;

/** Feedback is about at most this many skills, and goals: more would say nothing about any. */
export const maxSubjects = 20;

const fields = (calendar: Calendar) => ({
  direction: z.enum(directions),
  kind: z.enum(feedbackKinds),
  body: prose(20_000).refine((text) => text.trim() !== '', 'must not be empty'),
  context: line(500).or(z.literal('')),
  occurredOn: pastDate(calendar),
  personId: idOf('Person').nullable(),
  meetingId: idOf('Meeting').nullable(),
  taskId: idOf('Task').nullable(),
  skillIds: idsOf('Skill', maxSubjects),
  goalIds: idsOf('Goal', maxSubjects),
  labelIds: idsOf('Label', maxLabels),
});

export const createFeedbackInput = (calendar: Calendar) => {
  const { direction, kind, body, occurredOn, ...rest } = fields(calendar);
  return z.object({
    id: chosenId('Feedback').nullish(),
    direction,
    kind,
    body,
    ...optional(rest),
    occurredOn: occurredOn.nullish().transform((day) => day ?? calendar.today),
  });
};

export const updateFeedbackInput = (calendar: Calendar) =>
  z.object({ ...target('Feedback'), ...optional(fields(calendar)) });

/**
 * Requires of feedback that it has another side just when it has: what one says to oneself names nobody, and of all else
 * one knows whom it came from or went to.
 * @throws InvalidInputError naming the person
 */
export function requireOtherSide({ direction, personId }: Pick<Row<'feedback'>, 'direction' | 'personId'>): void {
  if ((direction === 'SELF') === (personId === null)) return;
  const message = direction === 'SELF' ? 'must not be given for feedback to yourself' : 'must be given';
  throw new InvalidInputError([{ path: ['input', 'personId'], message }]);
}

/** Only what somebody else said can be taken note of. @throws InvalidInputError when it is anything else */
export function requireReceived({ direction }: Pick<Row<'feedback'>, 'direction'>): void {
  if (direction === 'RECEIVED') return;
  throw new InvalidInputError([{ path: ['input', 'id'], message: 'must be feedback that you received' }]);
}

export const feedbackFilter = defineFilter('Feedback', {
  id: { kind: 'id', type: 'Feedback', description: 'By id.' },
  direction: { kind: 'enum', name: 'FeedbackDirection', description: 'By which way it went.' },
  kind: { kind: 'enum', name: 'FeedbackKind', description: 'By kind.' },
  body: { kind: 'text', description: 'By what was said.' },
  context: { kind: 'text', description: 'By what it was about.' },
  occurredOn: { kind: 'date', description: 'By the day it was said.' },
  acknowledgedAt: { kind: 'instant', nullable: true, description: 'By when it was taken note of.' },
  personId: { kind: 'id', type: 'Person', nullable: true, description: 'By whom it came from or went to.' },
  meetingId: { kind: 'id', type: 'Meeting', nullable: true, description: 'By the meeting it was about.' },
  taskId: { kind: 'id', type: 'Task', nullable: true, description: 'By the task that follows it up.' },
  createdAt: { kind: 'instant', description: 'By when it was made.' },
  updatedAt: { kind: 'instant', description: 'By when it was last changed.' },
  skills: {
    kind: 'some',
    path: ['feedbackSkills', 'skill'],
    filter: () => skillFilter,
    among: active('skill'),
    description: 'By the skills it is about.',
  },
  goals: {
    kind: 'some',
    path: ['feedbackGoals', 'goal'],
    filter: () => goalFilter,
    among: active('goal'),
    description: 'By the goals it is about.',
  },
  labels: {
    kind: 'some',
    path: ['feedbackLabels', 'label'],
    filter: () => labelFilter,
    among: active('label'),
    description: 'By its labels.',
  },
});

export const feedbackOrder: OrderSpec = {
  name: 'Feedback',
  fields: {
    OCCURRED_ON: { column: 'occurredOn', description: 'By the day it was said.' },
    CREATED_AT: { column: 'createdAt', description: 'By when it was made.' },
    UPDATED_AT: { column: 'updatedAt', description: 'By when it was last changed.' },
  },
};

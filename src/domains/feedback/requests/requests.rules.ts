import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import {
  chosenId,
  date,
  idOf,
  instant,
  line,
  lineOrEmpty,
  optional,
  prose,
  requiring,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { personFilter } from '../../people/people/people.rules.ts';

/** The maximum number of questions of a request. */
export const maxQuestions = 10;
/** For how many days a request can be answered that names no day. */
const defaultDays = 14;
/** The maximum number of days for which a request can be answered. */
const maxDays = 365;
/** The maximum number of characters of an answer to one question. */
export const maxAnswer = 5_000;
/** The maximum number of characters of an answer with its questions: what feedback takes. */
const maxBody = 20_000;

/** How many forms a network may send. */
export const answerLimit = { name: 'feedback-answer', points: 20, seconds: 600 };
/** How many mails with links an account may have sent. */
export const mailLimit = { name: 'feedback-request-mail', points: 30, seconds: 3600 };

/** The context that the token of a link is derived in. */
export const linkContext = 'feedback-request';
/** The context that the token of a form is derived in, from that of its link. */
export const formContext = 'feedback-request-form';

/** The path of the page of a link. */
export const pathOf = (token: string) => `/feedback/${token}`;

const questions = describeRule(
  z
    .array(line(300), { error: 'must be a list of questions' })
    .min(1, 'must have at least 1')
    .max(maxQuestions, `must be at most ${maxQuestions}`),
  { limits: `1 to ${maxQuestions}, each one line of 1 to 300 characters.` },
);

const dueOn = describeRule(
  date
    .refine((day) => day >= currentCalendar().today, 'must not be in the past')
    .refine((day) => day <= currentCalendar().addDays(currentCalendar().today, maxDays), {
      message: `must be within ${maxDays} days`,
    }),
  { limits: `Not in the past, within ${maxDays} days.` },
);

const fields = { topic: lineOrEmpty(500), message: prose(5_000), dueOn };

export const createFeedbackRequestInput = z.object({
  id: chosenId('FeedbackRequest').nullish(),
  ...requiring({ ...fields, personId: idOf('Person'), questions }, 'personId', 'questions'),
  dueOn: dueOn.nullish().transform((day) => day ?? currentCalendar().addDays(currentCalendar().today, defaultDays)),
  isMailed: z.boolean().nullish(),
});

export const updateFeedbackRequestInput = z.object({ ...target('FeedbackRequest'), ...optional(fields) });

export const renewFeedbackRequestLinkInput = z.object({
  ...target('FeedbackRequest'),
  isMailed: z.boolean().nullish(),
});

/** What a request is in an import. */
export const feedbackRequestRecord = z.object({
  ...fields,
  personId: idOf('Person').nullable(),
  questions,
  dueOn: date,
  answeredAt: instant.nullable(),
});

/** The states of a request. */
export type FeedbackRequestState = 'OPEN' | 'ANSWERED' | 'EXPIRED' | 'REVOKED';

/**
 * The state of a request. One that has no link was revoked, or is here from an export, which has no links.
 * @param hasLink whether there is a link to it
 */
export function stateOf(
  { answeredAt, dueOn: lastDay }: Pick<Row<'feedbackRequest'>, 'answeredAt' | 'dueOn'>,
  hasLink: boolean,
  calendar: Pick<Calendar, 'today'>,
): FeedbackRequestState {
  if (answeredAt !== null) return 'ANSWERED';
  if (!hasLink) return 'REVOKED';
  return lastDay < calendar.today ? 'EXPIRED' : 'OPEN';
}

/** The questions of a request, which the database has as JSON. */
export const questionsOf = ({ questions: stored }: Pick<Row<'feedbackRequest'>, 'questions'>) => stored as string[];

/** What a form sends. */
export const answerInput = z.object({
  kind: enumOf('FeedbackKind'),
  answers: z.array(prose(maxAnswer)).max(maxQuestions),
});

/** A text without a character that can be seen: blanks, zero-width ones, fillers and empty patterns of Braille. */
const invisible = /^[\s\p{Cf}\p{Cc}\p{Mn}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * The text of feedback that answers some questions, in Markdown: each question that was answered as a heading, and the answer.
 * @throws InvalidInputError at `answers` if none was, or the text is too long
 */
export function bodyOf(asked: readonly string[], answers: readonly string[]): string {
  const parts = asked.flatMap((question, index) => {
    const answer = (answers[index] ?? '').trim();
    return invisible.test(answer) ? [] : [`### ${question}\n\n${answer}`];
  });
  const body = parts.join('\n\n');
  const refuse = (message: string) => new InvalidInputError([{ path: ['input', 'answers'], message }]);
  if (parts.length === 0) throw refuse('must not all be empty');
  if (body.length > maxBody) throw refuse(`must have at most ${maxBody} characters together, with their questions`);
  return body;
}

export const feedbackRequestFilter = defineFilter('FeedbackRequest', {
  id: { kind: 'id', type: 'FeedbackRequest', description: 'The id.' },
  topic: { kind: 'text', description: 'What the feedback is to be about.' },
  dueOn: { kind: 'date', description: 'The last day on which it can be answered.' },
  answeredAt: { kind: 'instant', nullable: true, description: 'When the person answered.' },
  personId: { kind: 'id', type: 'Person', nullable: true, description: 'The id of the person.' },
  person: { kind: 'one', filter: () => personFilter, among: active('person'), description: 'The person.' },
  createdAt: { kind: 'instant', description: 'When the request was created.' },
  updatedAt: { kind: 'instant', description: 'When the request was last changed.' },
});

export const feedbackRequestOrder: OrderSpec = {
  name: 'FeedbackRequest',
  fields: {
    DUE_ON: { column: 'dueOn', description: 'The last day on which it can be answered.' },
    CREATED_AT: { column: 'createdAt', description: 'When the request was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the request was last changed.' },
  },
};

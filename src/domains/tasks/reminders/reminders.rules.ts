import { z } from 'zod';
import { fromGlobalId, toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import {
  chosenId,
  date,
  instant,
  integer,
  lineOrEmpty,
  nodeRef,
  optional,
  target,
} from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { timeOfDay } from '../recurrences/recurrences.rules.ts';

/** The maximum time before a meeting or task, in minutes: four weeks. */
const maxMinutesBefore = 28 * 24 * 60;

/** How many reminders fire in one transaction. More that are due at once fire in another one right after it. */
export const firedAtOnce = 200;

/** The name of the change sets in which reminders fire, by which webhooks know them. */
export const firingName = 'fireReminders';

/** The reminders that have fired in a change set: their ids, and when each was due. Empty for any other change set. */
export function firedReminders(
  name: string,
  changes: readonly { model: string; rowId: string; before: unknown; after: unknown }[],
): { nodeId: string; dueAt: unknown }[] {
  if (name !== firingName) return [];
  return changes.flatMap(({ model, rowId, before, after }) =>
    model === 'Reminder' && Object(after).firedAt
      ? [{ nodeId: subjectId({ type: model, id: rowId }), dueAt: Object(before).dueAt }]
      : [],
  );
}

/** A node as a reminder stores what it is about, and back: by its global id, as that can be of more than one type. */
export const subjectId = ({ type, id }: NodeRef) => toGlobalId(type, id);
export const subjectNode = (aboutId: string) => fromGlobalId(aboutId);

/** What a reminder can be about, beside a day. */
const subjectTypes = ['Task', 'Meeting'] as const;

const timing = {
  at: instant,
  minutesBefore: integer(0, maxMinutesBefore),
  timeOfDay,
};

const details = { title: lineOrEmpty(300), isMailed: z.boolean({ error: 'must be true or false' }) };

/** When to fire, as an input says it. */
interface Timing {
  at?: Date | null | undefined;
  minutesBefore?: number | null | undefined;
  timeOfDay?: string | null | undefined;
}

const timingFields = ['at', 'minutesBefore', 'timeOfDay'] as const;

/** The ways in which an input says when to fire. */
export const givenTimings = (input: Timing) =>
  timingFields.filter((field) => input[field] !== null && input[field] !== undefined);

/** The rules that bind the fields of a reminder together, as issues. */
function timingIssues(
  input: Timing & { isAboutNode: boolean; date?: string | null | undefined },
): { path: string; message: string }[] {
  const [first, ...more] = givenTimings(input);
  if (!first) return [{ path: 'at', message: 'must be given, or minutesBefore or timeOfDay' }];
  const issues = more.map((path) => ({ path, message: `must not be given together with ${first}` }));
  if (input.isAboutNode && input.date) {
    return [...issues, { path: 'date', message: 'must not be given together with aboutId' }];
  }
  if (input.date && first !== 'timeOfDay') return [...issues, { path: first, message: 'must be timeOfDay for a day' }];
  const isFree = first === 'at' || input.isAboutNode || input.date;
  return isFree ? issues : [...issues, { path: first, message: 'must not be given for a reminder about nothing' }];
}

/** A moment that is still to come. */
const comingInstant = describeRule(
  timing.at.refine((moment) => moment > currentCalendar().now, 'must be in the future'),
  { limits: 'In the future.' },
);

export const createReminderInput = z
  .object({
    id: chosenId('Reminder').nullish(),
    ...optional(details),
    aboutId: nodeRef(subjectTypes, 'must be the id of a task or meeting').nullish(),
    date: date.nullish(),
    at: comingInstant.nullish(),
    minutesBefore: timing.minutesBefore.nullish(),
    timeOfDay: timing.timeOfDay.nullish(),
  })
  .superRefine(({ aboutId, title, ...input }, context) => {
    const isAboutNode = Boolean(aboutId);
    for (const { path, message } of timingIssues({ ...input, isAboutNode })) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
    if (isAboutNode || input.date || title) return;
    context.addIssue({ code: 'custom', path: ['title'], message: 'must not be empty for a reminder about nothing' });
  });

export const updateReminderInput = z
  .object({
    ...target('Reminder'),
    ...optional(details),
    at: comingInstant.optional(),
    minutesBefore: timing.minutesBefore.optional(),
    timeOfDay: timing.timeOfDay.optional(),
  })
  .superRefine((input, context) => {
    const [first, ...more] = givenTimings(input);
    for (const path of more) {
      context.addIssue({ code: 'custom', path: [path], message: `must not be given together with ${first}` });
    }
  });

export const snoozeReminderInput = z.object({ ...target('Reminder'), until: comingInstant });

/** Which of the rules of timing a reminder breaks with another timing. Null if none. */
export function timingIssueOf(reminder: Pick<Row<'reminder'>, 'aboutId' | 'date'> & Timing) {
  return timingIssues({ ...reminder, isAboutNode: reminder.aboutId !== null })[0] ?? null;
}

/** The id of what a reminder is about, as it is stored. */
const storedSubject = z
  .string()
  .refine(
    (id) => [...subjectTypes, 'EnergyPrompt'].includes(subjectNode(id)?.type ?? ''),
    'must be the id of a task, meeting or energy prompt',
  );

/** The rules of a reminder as it is stored. */
export const reminderRecord = z
  .object({
    ...details,
    aboutId: storedSubject.nullable(),
    date: date.nullable(),
    at: timing.at.nullable(),
    minutesBefore: timing.minutesBefore.nullable(),
    timeOfDay: timing.timeOfDay.nullable(),
  })
  .superRefine((row, context) => {
    const issue = timingIssueOf(row);
    if (issue) context.addIssue({ code: 'custom', path: [issue.path], message: issue.message });
  });

/** The condition of reminders that have fired and wait for an answer: neither dismissed nor put off. */
const isDue = { NOT: { firedAt: null }, dismissedAt: null, dueAt: null };

export const reminderFilter = defineFilter('Reminder', {
  id: { kind: 'id', type: 'Reminder', description: 'The id.' },
  title: { kind: 'text', description: 'The title.' },
  aboutId: { kind: 'anyId', nullable: true, description: 'The id of the task or meeting that it is about.' },
  date: { kind: 'date', nullable: true, description: 'The day that it is about.' },
  dueAt: { kind: 'instant', nullable: true, description: 'When it fires next.' },
  firedAt: { kind: 'instant', nullable: true, description: 'When it fired last.' },
  dismissedAt: { kind: 'instant', nullable: true, description: 'When it was dismissed.' },
  snoozedUntil: { kind: 'instant', nullable: true, description: 'Until when it is put off.' },
  isDue: {
    kind: 'condition',
    where: () => isDue,
    description: 'Whether it has fired, and is neither dismissed nor put off.',
  },
  isMailed: { kind: 'boolean', description: 'Whether it is mailed to you as well.' },
  createdAt: { kind: 'instant', description: 'When the reminder was created.' },
  updatedAt: { kind: 'instant', description: 'When the reminder was last changed.' },
});

export const reminderOrder: OrderSpec = {
  name: 'Reminder',
  fields: {
    DUE_AT: { column: 'dueAt', nullable: true, description: 'When it fires next.' },
    FIRED_AT: { column: 'firedAt', nullable: true, description: 'When it fired last.' },
    CREATED_AT: { column: 'createdAt', description: 'When the reminder was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the reminder was last changed.' },
  },
};

import { z } from 'zod';
import type { Calendar } from '../../../platform/time/calendar.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { chosenId, date, idOf, line, target } from '../../../platform/validation/input-rules.ts';

export const itemKinds = ['AGENDA', 'PREPARATION', 'DECISION'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A meeting has at most this many items of each kind: more are not dealt with in one. */
export const maxItems = 100;

const title = line(1_000);

export const createMeetingItemInput = z.object({
  id: chosenId('MeetingItem').nullish(),
  meetingId: idOf('Meeting'),
  kind: z.enum(itemKinds),
  title,
});

export const updateMeetingItemInput = z.object({
  ...target('MeetingItem'),
  title: title.optional(),
  isDone: z.boolean().optional(),
  afterId: idOf('MeetingItem').nullable().optional(),
});

export const carryOverAgendaInput = z.object({
  id: idOf('Meeting'),
  toMeetingId: idOf('Meeting').nullish(),
});

export const turnIntoTaskInput = (calendar: Calendar) =>
  z.object({
    ...target('MeetingItem'),
    scheduledOn: date(calendar).nullish(),
    dueOn: date(calendar).nullish(),
  });

/** How far the preparation of a meeting is. */
export const prepStatuses = ['NOTHING_TO_PREPARE', 'TODO', 'IN_PROGRESS', 'READY'] as const;
export type PrepStatus = (typeof prepStatuses)[number];

/** How far a preparation is, by its items: ready once all of them are done. */
export function prepStatus(items: readonly Pick<Row<'meetingItem'>, 'doneAt'>[]): PrepStatus {
  const done = items.filter(({ doneAt }) => doneAt !== null).length;
  if (items.length === 0) return 'NOTHING_TO_PREPARE';
  if (done === items.length) return 'READY';
  return done === 0 ? 'TODO' : 'IN_PROGRESS';
}

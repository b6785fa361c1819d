import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';

/** What an occurrence has in common with the next one, as it is stored where that is to be made otherwise. */
export const taskContent = z.object({
  title: z.string(),
  description: z.string(),
  priority: z.int(),
  estimateMinutes: z.int().nullable(),
  goalId: idOf('Goal').nullable(),
  labelIds: z.array(idOf('Label')),
  skillIds: z.array(idOf('Skill')),
  /** The days from its day to its due date. Null if it has none. */
  dueAfter: z.int().nullable(),
});

export type TaskContent = z.output<typeof taskContent>;

/** A task that is an occurrence of a recurrence, with its place in it. */
export type Occurrence = Row<'task'> & { recurrenceId: string; occursOn: string; occurrenceNumber: number };

/** Whether a task is an occurrence of a recurrence. */
export const isOccurrence = (task: Row<'task'>): task is Occurrence =>
  task.recurrenceId !== null && task.occursOn !== null && task.occurrenceNumber !== null;

/** The occurrences that an edit is about. */
export const occurrenceScopes = ['THIS', 'FOLLOWING', 'ALL'] as const;
export type OccurrenceScope = (typeof occurrenceScopes)[number];

import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import {
  chosenId,
  idOf,
  instant,
  optional,
  pastInstant,
  prose,
  target,
} from '../../../platform/validation/input-rules.ts';
import { taskFilter } from '../tasks/tasks.rules.ts';

/* Time spent on tasks: what a timer measured, or what was entered by hand. Nobody works on two tasks at once. */

/** The maximum length of a time entry, in hours. */
export const maxHours = 24;
const maxLength = maxHours * 3_600_000;

/** A span of time. */
interface Times {
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** What is wrong with the end of a time entry. Null if nothing is. */
export function wrongEnd({ startedAt, endedAt }: Times): string | null {
  if (endedAt < startedAt) return 'must not be before the start';
  return endedAt.getTime() - startedAt.getTime() > maxLength ? `must be within ${maxHours} hours of the start` : null;
}

/** Whether a timer has run for longer than a time entry can be. */
export const runsTooLong = ({ startedAt }: Pick<Row<'taskTimer'>, 'startedAt'>, now: Date): boolean =>
  now.getTime() - startedAt.getTime() > maxLength;

/** The length of a span, in minutes. */
export const minutesOf = ({ startedAt, endedAt }: Times): number => (endedAt.getTime() - startedAt.getTime()) / 60_000;

const fields = { taskId: idOf('Task'), startedAt: pastInstant, endedAt: pastInstant, notes: prose(2_000) };

export const createTimeEntryInput = z.object({
  id: chosenId('TimeEntry').nullish(),
  ...fields,
  notes: fields.notes.optional(),
});

export const updateTimeEntryInput = z.object({ ...target('TimeEntry'), ...optional(fields) });

/** The rules of a time entry as it is stored. */
export const timeEntryRecord = z
  .object({ startedAt: instant, endedAt: instant, notes: fields.notes })
  .superRefine((entry, issues) => {
    const message = wrongEnd(entry);
    if (message) issues.addIssue({ code: 'custom', path: ['endedAt'], message });
  });

export const startTimerInput = z.object({ taskId: fields.taskId, notes: fields.notes.nullish() });

export const stopTimerInput = z.object({ endedAt: pastInstant.nullish(), notes: fields.notes.nullish() });

/** The rules of a timer as it is stored. */
export const timerRecord = z.object({ startedAt: instant, notes: fields.notes });

export const timeEntryFilter = defineFilter('TimeEntry', {
  id: { kind: 'id', type: 'TimeEntry', description: 'The id.' },
  taskId: { kind: 'id', type: 'Task', description: 'The id of the task.' },
  task: { kind: 'one', filter: () => taskFilter, among: active('task'), description: 'The task.' },
  startedAt: { kind: 'instant', description: 'When the work started.' },
  endedAt: { kind: 'instant', description: 'When the work ended.' },
  createdAt: { kind: 'instant', description: 'When the time entry was created.' },
  updatedAt: { kind: 'instant', description: 'When the time entry was last changed.' },
});

export const timeEntryOrder: OrderSpec = {
  name: 'TimeEntry',
  fields: {
    STARTED_AT: { column: 'startedAt', description: 'When the work started.' },
    CREATED_AT: { column: 'createdAt', description: 'When the time entry was created.' },
    UPDATED_AT: { column: 'updatedAt', description: 'When the time entry was last changed.' },
  },
};

import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { idOf } from '../../../platform/validation/input-rules.ts';
import { isRecent } from '../sync-tasks/sync-tasks.rules.ts';

/** The maximum number of lists of an account of To Do. */
export const maxLists = 200;
/** The maximum number of tasks of a list that are read. */
export const maxTasks = 10_000;

const hour = 60 * 60 * 1000;
/** How often all of a list is read, in milliseconds. */
const reconcileEvery = 24 * hour;

/** Whether all of a list is to be read again. */
export const isReconcileDue = ({ reconciledAt }: Pick<Row<'todoList'>, 'reconciledAt'>, now: Date): boolean =>
  reconciledAt === null || !isRecent(reconciledAt, now, reconcileEvery);

export const updateTodoListInput = z.object({
  id: idOf('TodoList'),
  isSynced: z.boolean().optional(),
  labelId: idOf('Label').nullable().optional(),
  goalId: idOf('Goal').nullable().optional(),
});

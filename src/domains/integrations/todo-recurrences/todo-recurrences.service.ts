import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';
import { orNotFound, requireVersion } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import { getTask } from '../../tasks/tasks/tasks.service.ts';
import { firstDay, repeatInTodoInput, wantedRecurrence } from './todo-recurrences.rules.ts';

type Task = Row<'task'>;

/**
 * Has a task repeat at To Do by a rule, or no more. It is sent within seconds.
 * @throws NotFoundError if there is no such task
 * @throws ConflictError if it is not open, not at To Do, or repeats here
 * @throws InvalidInputError if To Do cannot say the rule
 */
export async function repeatInTodo(ctx: ViewerContext, input: InputOf<typeof repeatInTodoInput>): Promise<Task> {
  const { id, ifVersion, rule } = parseInput(ctx, repeatInTodoInput, input);
  return transaction(ctx, 'repeatInTodo', async (tx) => {
    const task = orNotFound(await getTask(tx, id), 'id');
    requireVersion(task, ifVersion);
    if (task.trashedAt !== null || !openStatuses.includes(task.status))
      throw new ConflictError('The task is not open.');
    if (task.recurrenceId !== null)
      throw new ConflictError('The task repeats here. It cannot repeat in To Do as well.');
    const where = { ...ofAccount(tx.viewer), taskId: id, itemId: { not: null } };
    const items = await tx.db.todoItem.findMany({ where, select: { id: true, integrationId: true } });
    if (items.length === 0) throw new ConflictError('The task is not in To Do. Add it to a list that is synced first.');
    if (rule !== null && !wantedRecurrence(rule, firstDay(rule, task, tx.calendar.today)))
      throw new InvalidInputError([{ path: ['input', 'rule'], message: 'must be a rule that To Do can say' }]);
    await tx.write.todoItem.update(
      { id: { in: items.map((item) => item.id) } },
      { wantedRule: rule ?? '', isPending: true },
    );
    const integrationIds = items.map(({ integrationId }) => integrationId);
    await tx.write.todoCursor.update({ integrationId: { in: integrationIds } }, { isDue: true });
    return task;
  });
}

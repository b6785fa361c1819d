import { agreed } from '../../../../src/domains/integrations/todo-items/todo-items.rules.ts';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['todo-lists', 'tasks'],
  // A task that both sides have changed since they agreed.
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    const taskId = uuidOf(own('Task'));
    await transaction(app.systemContext(), 'test', async (tx) => {
      const task = await tx.db.task.findUniqueOrThrow({ where: { id: taskId } });
      const body = { content: task.description, contentType: 'text' };
      const theirs = { title: `${mark} before`, body, status: 'notStarted', importance: 'normal', dueDateTime: null };
      const base = agreed({}, { ...task, title: `${mark} before` }, theirs);
      await tx.write.todoItem.create({
        ...of,
        ...{ id: newId(), todoListId: uuidOf(own('TodoList')), taskId, itemId: `${mark} item`, etag: 'x' },
        ...{ base: JSON.stringify(base), theirs: JSON.stringify({ ...theirs, title: `${mark} there` }) },
        ...{ recurrenceRule: 'FREQ=DAILY', taskVersion: task.version },
      });
    });
    return {};
  },
  bounded: { 'Task.todoItems': 'At most one for each integration.' },
};

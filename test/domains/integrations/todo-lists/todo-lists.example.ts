import { fromGlobalId, toGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import type { Example } from '../../../support/examples.ts';

const uuidOf = (globalId: string) => fromGlobalId(globalId)?.id ?? '';

export const example: Example = {
  after: ['integrations', 'labels', 'goals'],
  // Made as a sync makes it: no To Do is there to read.
  async populate({ app, person, own, mark }) {
    const of = { accountId: uuidOf(person.id), integrationId: uuidOf(own('Integration')) };
    const list = await transaction(app.systemContext(), 'test', async (tx) => {
      await tx.write.todoCursor.create({ ...of, sequence: 0, isDue: false });
      const target = { labelId: uuidOf(own('Label')), goalId: uuidOf(own('Goal')) };
      const named = { id: newId(), listId: `${mark} list`, name: `${mark} list`, isSynced: true };
      return tx.write.todoList.create({ ...of, ...named, ...target });
    });
    return { TodoList: [toGlobalId('TodoList', list.id)] };
  },
  inputs: {
    updateTodoList: (own) => ({
      ...{ id: own('TodoList'), isSynced: true, labelId: own('Label'), goalId: own('Goal') },
    }),
  },
  bounded: { 'Integration.todoLists': 'At most 200.' },
};

import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { visibleTo } from './todo-lists.access.ts';
import { maxLists, updateTodoListInput } from './todo-lists.rules.ts';
import * as lists from './todo-lists.service.ts';

/** Lists of Microsoft To Do, and which of them are synced. */
export function defineTodoLists(builder: Builder): void {
  const TodoList = builder.prismaNode('TodoList', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      integration: t.relation('integration', { description: 'The integration that it is of.' }),
      name: t.exposeString('name'),
      isShared: t.exposeBoolean('isShared'),
      isSynced: t.exposeBoolean('isSynced'),
      label: t.relation('label', {
        nullable: true,
        description:
          'The label that its tasks get here. Open tasks with it are created in the list. Null if there is none.',
      }),
      goal: t.relation('goal', {
        nullable: true,
        description:
          'The goal that its tasks serve here. Open tasks that serve it are created in the list. Null if there is none.',
      }),
    }),
  });

  builder.queryFields((t) => ({ todoList: t.byId({ type: TodoList, resolve: lists.getTodoList }) }));
  builder.prismaObjectFields('Integration', (t) => ({
    todoLists: t.loadableList({
      type: TodoList,
      description: `The lists of Microsoft To Do, the oldest first. At most ${maxLists}. Empty until they were read.`,
      load: (ids: string[], ctx) => lists.todoListsOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }));

  builder.recordMutation('updateTodoList', {
    record: TodoList,
    description:
      'Chooses whether a list of Microsoft To Do is synced, and which label and goal its tasks get. It is synced soon. A list that ' +
      'is synced no more leaves all tasks where they are.',
    authScopes: { integrations: true },
    rules: updateTodoListInput,
    input: (t) => ({
      isSynced: t.boolean({ description: 'Whether its tasks are synced, in both ways.' }),
      labelId: t.id({
        description:
          'The id of the label that new tasks of the list get, and whose open tasks are created in the list.',
      }),
      goalId: t.id({
        description:
          'The id of the goal that new tasks of the list serve, and whose open tasks are created in the list.',
      }),
    }),
    isRecorded: false,
    resolve: lists.updateTodoList,
  });
}

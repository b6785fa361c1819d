import type { Builder } from '../../../graphql/types.ts';
import { visibleTo } from './todo-items.access.ts';

/** Tasks as they are synced with Microsoft To Do. */
export function defineTodoItems(builder: Builder): void {
  const TodoItem = builder.prismaObject('TodoItem', {
    description: 'How a task is synced with Microsoft To Do.',
    fields: (t) => ({
      list: t.relation('todoList', { description: 'The list that it is in.' }),
      isPending: t.exposeBoolean('isPending'),
      problem: t.exposeString('problem', { nullable: true }),
      recurrenceRule: t.string({
        nullable: true,
        description:
          'How it repeats at To Do, as an RRULE (RFC 5545). `repeatInTodo` changes it. Null if it does not repeat, or if no rule says ' +
          'how.',
        resolve: ({ recurrenceRule }) => recurrenceRule || null,
      }),
      recurrenceProblem: t.exposeString('recurrenceProblem', { nullable: true }),
    }),
  });
  builder.prismaObjectField('Task', 'todoItems', (t) =>
    t.relation('todoItems', {
      type: TodoItem,
      description: 'How it is synced with Microsoft To Do: once for each integration that has it. Mostly none.',
      query: (_args, ctx) => ({ where: visibleTo(ctx.viewer), orderBy: { id: 'asc' } }),
    }),
  );
}

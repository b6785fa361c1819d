import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { repeatInTodoInput } from './todo-recurrences.rules.ts';
import * as recurrences from './todo-recurrences.service.ts';

/** How tasks repeat at Microsoft To Do. */
export function defineTodoRecurrences(builder: Builder): void {
  builder.recordMutation('repeatInTodo', {
    record: builder.modelRef('Task'),
    description:
      'Has a task repeat at Microsoft To Do, which makes each next occurrence once one is completed, on either side. The task has ' +
      'to be synced. One that is to repeat here, by `repeatTask`, needs no recurrence there.',
    authScopes: { integrations: true },
    rules: repeatInTodoInput,
    input: (t) => ({
      rule: t.string({
        description:
          'The rule, as an RRULE (RFC 5545) that To Do can say: every so many days, weeks on given days, months or years on a day or ' +
          'on the first to fourth or last of some weekdays. Null, and the task repeats no more there.',
      }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: recurrences.repeatInTodo,
  });
}

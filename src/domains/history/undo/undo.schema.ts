import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import * as operations from './undo.service.ts';

/** Undo: an operation, and what it made of rows, taken back. */
export function defineUndo(builder: Builder, shared: Shared): void {
  const UndoInput = builder.inputType('UndoInput', {
    description: 'Something that was done, to be undone.',
    fields: (t) => ({
      operationId: t.id({ required: true, description: 'Which operation; that of an undo, to do it again.' }),
    }),
  });
  builder.mutationFields((t) => ({
    undo: shared.mutation(
      t,
      shared.ref('Operation'),
      UndoInput,
      'Makes all rows that an operation touched what they were before it, and answers the operation that this is: undo that ' +
        'one to do it again. What it made goes to the trash, or for good where there is none; what it removed comes back under the ' +
        'same id. Refused with the rows that are in the way when any of them has changed since.',
      operations.undo,
    ),
  }));
}

import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { undoChangeSetInput } from './undo.rules.ts';
import * as undo from './undo.service.ts';

/** Undo: the changes of a change set, reversed. */
export function defineUndo(builder: Builder): void {
  builder.payloadMutation('undoChangeSet', {
    description:
      'Reverses a change set. Nodes that it created move to the trash, or are deleted if their type has none; nodes that it deleted ' +
      'come back under their ids; other nodes get their former values. This is a change set itself: undo it to redo. Refused with ' +
      'the conflicting nodes if any of them has changed since.',
    rules: undoChangeSetInput,
    errors: [NotFoundError, ConflictError],
    isRecorded: true,
    input: (t) => ({
      changeSetId: t.id({ required: true, description: 'The id of the change set to undo.' }),
    }),
    resolve: async (ctx, input) => {
      await undo.undoChangeSet(ctx, input);
      return {};
    },
  });
}

import type { ViewerContext } from '../../platform/context.ts';
import { builderOf, type RootFields } from '../types.ts';

/** The change set in the payload of a mutation. */
export interface ChangedPayload {
  /** Null if the mutation committed none. The last one if it committed several. */
  readonly changeSetId: string | null;
}

/**
 * The change set that a mutation committed: it can be undone by its id, and a client is current from its cursor.
 * @param note what is special about it, in a sentence
 */
export function changeSetField(t: RootFields, note?: string) {
  return t.field({
    type: builderOf(t).modelRef('ChangeSet'),
    nullable: true,
    description: [
      'The change set of this mutation, with the cursor to continue from. Null if nothing changed.',
      ...(note === undefined ? [] : [note]),
    ].join(' '),
    resolve: (payload: unknown, _args: object, ctx: ViewerContext) => {
      const { changeSetId } = payload as ChangedPayload;
      if (changeSetId === null) return null;
      return ctx.db.changeSet.findUnique({ where: { id: changeSetId, ownerId: ctx.viewer.accountId } });
    },
  });
}

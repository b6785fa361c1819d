import type { ViewerContext } from '../../platform/context.ts';
import { builderOf, type RootFields } from '../types.ts';

/** The change set that a mutation committed: it can be undone by its id, and a client is current from its cursor. */
export function changeSetField(t: RootFields) {
  return t.field({
    type: builderOf(t).modelRef('Operation'),
    nullable: true,
    description: 'The change set of this mutation, with the cursor to go on from. Null if nothing changed.',
    resolve: (payload: unknown, _args: object, ctx: ViewerContext) => {
      const { changeSetId } = payload as { changeSetId: string | null };
      if (changeSetId === null) return null;
      return ctx.db.operation.findUnique({ where: { id: changeSetId, ownerId: ctx.viewer.accountId } });
    },
  });
}

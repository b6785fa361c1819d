import type { ViewerContext } from '../../platform/context.ts';
import { modelNameOf, type OwnedKey } from '../../platform/database/models.ts';
import { listRecordsByParent, type ParentRelation } from '../../platform/queries/child-lists.ts';
import type { ListArguments, ListSpec, Selection } from '../../platform/queries/lists.ts';
import { builderOf, type RootFields } from '../types.ts';
import { connectionTypeOf, listArguments } from './connections.ts';
import { noteSelection, selectionOfNodes } from './selections.ts';

/** How records hang below a parent. */
export interface ChildConnectionOptions<K extends OwnedKey> {
  readonly below: ParentRelation<K>;
  readonly description: string;
}

/** A list of the viewer's records below each of the parent's, read for all parents of a page at once. */
export function childConnection<K extends OwnedKey>(
  t: RootFields,
  spec: ListSpec<K>,
  { below, description }: ChildConnectionOptions<K>,
) {
  const builder = builderOf(t);
  return t.loadable({
    type: connectionTypeOf(builder, builder.modelRef(modelNameOf(spec.model))),
    byPath: true,
    description,
    args: { ...t.arg.connectionArgs(), ...listArguments(builder, spec) },
    load: (ids: string[], ctx: ViewerContext, args, info) => {
      const selection = selectionOfNodes(ctx, info) as Selection<K>;
      // Pothos cannot see that a page of ours is a connection of its own.
      return listRecordsByParent(ctx, spec, below, ids, args as ListArguments, selection) as Promise<never[]>;
    },
    resolve: (parent, _args, ctx, info) => {
      noteSelection(ctx, info);
      return (parent as { id: string }).id;
    },
  });
}

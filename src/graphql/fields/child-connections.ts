import type { ViewerContext } from '../../platform/context.ts';
import { modelNameOf, type OwnedKey } from '../../platform/database/models.ts';
import { listRecordsByParent, type ParentRelation } from '../../platform/queries/child-lists.ts';
import type { Page } from '../../platform/queries/keyset-pagination.ts';
import type { ListArguments, ListSpec, Selection } from '../../platform/queries/lists.ts';
import { builderOf, type RootFields } from '../types.ts';
import { connectionTypeOf, listArguments } from './connections.ts';
import { withSavedFilter } from './saved-filter.ts';
import { noteSelection, projectionsOf, selectionOfPage } from './selections.ts';

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
  return batchedConnection(t, spec, {
    description,
    keyOf: ({ id }: { id: string }) => id,
    columns: ['id'],
    readsProjections: true,
    load: (ctx, ids, args, selection) => listRecordsByParent(ctx, spec, below, ids, args, selection),
  });
}

/** How the lists of several parents are identified and read. */
export interface BatchedConnectionOptions<K extends OwnedKey, Parent> {
  readonly description: string;
  /** The key of a parent's list, such as the parent's id. */
  readonly keyOf: (parent: Parent) => string;
  /** The columns of a parent that `keyOf` reads. Default: all. */
  readonly columns?: readonly string[];
  /** Whether `load` reads by the projection of the selection wherever there is one. Default: false. */
  readonly readsProjections?: boolean;
  /** Reads the same page of the list of each key, in the order of the keys. */
  readonly load: (
    ctx: ViewerContext,
    keys: readonly string[],
    args: ListArguments,
    selection: Selection<K>,
  ) => Promise<Page<object>[]>;
}

/** A list of the viewer's records of each parent, read for all parents of a page at once. */
export function batchedConnection<K extends OwnedKey, Parent>(
  t: RootFields,
  spec: ListSpec<K>,
  { description, keyOf, columns, readsProjections, load }: BatchedConnectionOptions<K, Parent>,
) {
  const builder = builderOf(t);
  const projections = projectionsOf(builder);
  return t.loadable({
    type: connectionTypeOf(builder, builder.modelRef(modelNameOf(spec.model))),
    byPath: true,
    description,
    columns: columns as never,
    args: { ...t.arg.connectionArgs(), ...listArguments(builder, spec) },
    // Pothos cannot see that a page of ours is a connection of its own.
    load: (keys: string[], ctx: ViewerContext, args, info) => {
      const selection = selectionOfPage(projections, ctx, info) as Selection<K>;
      const read = (all: ListArguments) => load(ctx, keys, all, selection) as Promise<never[]>;
      return withSavedFilter(ctx, info.schema, spec, args as ListArguments, read);
    },
    resolve: (parent, _args, ctx, info) => {
      if (!readsProjections || !projections.ofPage(info)) noteSelection(ctx, info);
      return keyOf(parent as Parent);
    },
  });
}

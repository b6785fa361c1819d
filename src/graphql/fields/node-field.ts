import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import type { NodeRef } from '../../platform/database/node-refs.ts';
import { loadNodes, nodeKey } from '../nodes.ts';
import { builderOf, type RootFields } from '../types.ts';

/** Which node a field shows. */
export interface NodeFieldOptions<Parent> {
  readonly description: string;
  readonly resolve: (parent: Parent) => NodeRef | null;
}

/** A node of any type, loaded with those of its siblings. Null if it has been deleted. */
export function nodeField<Parent>(t: RootFields, { description, resolve }: NodeFieldOptions<Parent>) {
  return t.loadable({
    type: builderOf(t).nodeInterfaceRef(),
    nullable: true,
    byPath: true,
    description,
    load: (ids: string[], ctx: ViewerContext, _args: object, info: GraphQLResolveInfo) => loadNodes(ctx, ids, info),
    resolve: (parent, _args, ctx, info) => {
      const node = resolve(parent as Parent);
      return node && nodeKey(ctx, node, info);
    },
  });
}

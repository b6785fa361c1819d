import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';

/** The selection below `nodes` and `edges.node` of a connection field, for its service to spread into its query. */
export function selectionOfNodes(context: ViewerContext, info: GraphQLResolveInfo): { include?: never } {
  return queryFromInfo({ context, info, paths: [['nodes'], ['edges', 'node']] }) as { include?: never };
}

/** The selection at a path below a field, for its service to spread into its query. */
export function selectionAt(context: ViewerContext, info: GraphQLResolveInfo, ...path: string[]): { include?: never } {
  return queryFromInfo({ context, info, path }) as { include?: never };
}

/**
 * Marks the selection of a connection field as loaded, for nodes that are loaded together with those of sibling fields. Pothos
 * considers a selection as loaded only where `queryFromInfo` was called for it, and would load the nodes of all siblings but the
 * first again.
 */
export function noteSelection(context: ViewerContext, info: GraphQLResolveInfo): void {
  selectionOfNodes(context, info);
}

import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';

/** The selection below `nodes` and `edges.node` of a connection field, for its service to spread into its query. */
export function selectionOfNodes(context: ViewerContext, info: GraphQLResolveInfo): { include?: never } {
  return queryFromInfo({ context, info, paths: [['nodes'], ['edges', 'node']] }) as { include?: never };
}

/** The selection at some paths below a field, for its service to spread into the query for what is there. */
export function selectionAt(context: ViewerContext, info: GraphQLResolveInfo, ...path: string[]): { include?: never } {
  return queryFromInfo({ context, info, path }) as { include?: never };
}

/**
 * For a connection field whose rows are loaded with those of its siblings. Pothos takes what is selected below a field as
 * loaded only where the selection was asked for at that very place, and would load the rows of all siblings but the first
 * once more.
 */
export function noteSelection(context: ViewerContext, info: GraphQLResolveInfo): void {
  selectionOfNodes(context, info);
}

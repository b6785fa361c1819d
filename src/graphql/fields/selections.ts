import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import { type Projection, projected } from '../../platform/queries/projection.ts';
import { once } from '../registry.ts';
import type { Builder } from '../types.ts';
import { createProjections, type Projections } from './projections.ts';

/** What the client selected of records, for the service that reads them. */
interface Selected {
  readonly include?: never;
  readonly [projected]?: Projection;
}

/** The paths from a page to its records. */
const nodesOfPage = [['nodes'], ['edges', 'node']];

/** The selection below `nodes` and `edges.node` of a connection field, for its service to spread into its query. */
export function selectionOfNodes(context: ViewerContext, info: GraphQLResolveInfo): { include?: never } {
  return queryFromInfo({ context, info, paths: nodesOfPage }) as { include?: never };
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

/** The projections of the fields of a schema. */
export const projectionsOf = (builder: Builder): Projections =>
  once(builder.options.registry, 'projections', createProjections);

/** The selection of the record that a field resolves to, with its projection if there is one. */
export function selectionOfRecord(
  projections: Projections,
  context: ViewerContext,
  info: GraphQLResolveInfo,
): Selected {
  const select = () => queryFromInfo({ context, info }) as Selected;
  const projection = projections.ofRecord(info);
  return projection ? new ProjectedSelection(projection, select) : select();
}

/** The selection of the records of a page, with their projection if there is one. */
export function selectionOfPage(projections: Projections, context: ViewerContext, info: GraphQLResolveInfo): Selected {
  const select = () => selectionOfNodes(context, info);
  const projection = projections.ofPage(info);
  return projection ? new ProjectedSelection(projection, select) : select();
}

/** A selection with a projection. Pothos finds out what to include only for a service that spreads it, and reads whole records. */
class ProjectedSelection implements Selected {
  declare readonly include?: never;
  readonly [projected]: Projection;
  readonly #select: () => Selected;

  constructor(projection: Projection, select: () => Selected) {
    this[projected] = projection;
    this.#select = select;
    Object.defineProperty(this, 'include', ProjectedSelection.#include);
  }

  /** One for all, and of the object itself, or a copy of it would not have it. A getter of each would outlive the request. */
  static readonly #include: PropertyDescriptor & ThisType<ProjectedSelection> = {
    enumerable: true,
    get() {
      return this.#select().include;
    },
  };
}

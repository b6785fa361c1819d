import { brandWithType } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer, ViewerContext } from '../platform/context.ts';
import { inChunks } from '../platform/database/chunks.ts';
import { anyRecordsOf } from '../platform/database/delegates.ts';
import { fromGlobalId, toGlobalId } from '../platform/database/global-ids.ts';
import type { NodeRef } from '../platform/database/node-refs.ts';
import { ownedAmong } from '../platform/records/ownership.ts';

/**
 * The global id of a node that `loadNodes` loads together with those of sibling fields. Pothos considers a selection as loaded
 * only where `queryFromInfo` was called for it. Without the call here, it would load the nodes of all siblings but the first
 * again.
 */
export function nodeKey(context: ViewerContext, { type, id }: NodeRef, info: GraphQLResolveInfo): string {
  queryFromInfo({ context, info, typeName: type });
  return toGlobalId(type, id);
}

/**
 * Loads the viewer's records with these global ids, of any types, for a field of type `Node`. Takes one statement for each type,
 * plus those of the client's selection.
 * @returns the records in the order of the ids; null for one that does not exist or belongs to another account
 */
export async function loadNodes(
  context: ViewerContext,
  globalIds: readonly string[],
  info: GraphQLResolveInfo,
): Promise<(object | null)[]> {
  const keys = globalIds.flatMap((globalId) => fromGlobalId(globalId) ?? []);
  const found = new Map<string, object>();
  for (const [type, ofType] of Map.groupBy(keys, (key) => key.type)) {
    const selection = queryFromInfo({ context, info, typeName: type });
    const ids = ofType.map(({ id }) => id);
    const records = await inChunks(ids, (some) =>
      anyRecordsOf(context.db, type).findMany({
        ...selection,
        // An account is owned by itself.
        where:
          type === 'Account'
            ? { AND: [{ id: { in: some } }, { id: context.viewer.accountId }] }
            : ownedAmong(context.viewer, some),
      }),
    );
    for (const record of records) {
      // Pothos accepts the name of the type at run time, but types the parameter as a reference.
      brandWithType(record, type as never);
      found.set(`${type}:${record.id}`, record);
    }
  }
  return globalIds.map((globalId) => found.get(globalId) ?? null);
}

/** The options of `prismaNode` that make a type a `Node`. Nodes that are not visible to the viewer are null. */
export const nodeOf = <W extends object>(visibleTo: (viewer: Viewer) => W) => ({
  id: { field: 'id' } as const,
  nullable: true as const,
  findUnique: (id: string, { viewer }: ViewerContext) => ({ id, ...visibleTo(viewer) }),
});

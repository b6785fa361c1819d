import { brandWithType } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer, ViewerContext } from '../platform/context.ts';
import { inChunks } from '../platform/database/chunks.ts';
import { anyRecordsOf } from '../platform/database/delegates.ts';
import { fromGlobalId, toGlobalId } from '../platform/database/global-ids.ts';
import type { NodeRef } from '../platform/database/node-refs.ts';

/**
 * The global id of a node, for a field whose row `loadNodes` loads with those of its siblings. Pothos takes what is selected
 * below a field as loaded only where the selection was asked for at that very place, and would load the rows of all
 * siblings but the first once more.
 */
export function nodeKey(context: ViewerContext, { type, id }: NodeRef, info: GraphQLResolveInfo): string {
  queryFromInfo({ context, info, typeName: type });
  return toGlobalId(type, id);
}

/**
 * The viewer's rows with these global ids, of any types, for a field that answers a `Node`: each in its id's place, and
 * null where there is none or it is somebody else's. Takes one statement for each type, besides what the client asks of it.
 */
export async function loadNodes(
  context: ViewerContext,
  globalIds: readonly string[],
  info: GraphQLResolveInfo,
): Promise<(object | null)[]> {
  const keys = globalIds.flatMap((globalId) => fromGlobalId(globalId) ?? []);
  const found = new Map<string, object>();
  for (const [type, ofType] of Map.groupBy(keys, (key) => key.type)) {
    // An account is owned by itself.
    const ownerField = type === 'Account' ? 'id' : 'ownerId';
    const selection = queryFromInfo({ context, info, typeName: type });
    const ids = ofType.map(({ id }) => id);
    const rows = await inChunks(ids, (some) =>
      anyRecordsOf(context.db, type).findMany({
        ...selection,
        where: { AND: [{ id: { in: some } }, { [ownerField]: context.viewer.accountId }] },
      }),
    );
    for (const row of rows) {
      // Pothos knows the type by its name at run time; its parameter asks for a reference.
      brandWithType(row, type as never);
      found.set(`${type}:${row.id}`, row);
    }
  }
  return globalIds.map((globalId) => found.get(globalId) ?? null);
}

/**
 * What the type of a row begins with, so that it can be asked for by its id: by those who see it, and for all others there is
 * none.
 */
export const nodeOf = <W extends object>(visibleTo: (viewer: Viewer) => W) => ({
  id: { field: 'id' } as const,
  nullable: true as const,
  findUnique: (id: string, { viewer }: ViewerContext) => ({ id, ...visibleTo(viewer) }),
});

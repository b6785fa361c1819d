import { brandWithType } from '@pothos/core';
import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../platform/context.ts';
import { fromGlobalId } from '../platform/ids.ts';
import { keyOf } from '../platform/writer.ts';

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
    const table = context.db[keyOf(type)] as unknown as { findMany(query: object): Promise<{ id: string }[]> };
    const rows = await table.findMany({
      ...queryFromInfo({ context, info, typeName: type }),
      where: { id: { in: ofType.map(({ id }) => id) }, ownerId: context.viewer.accountId },
    });
    for (const row of rows) {
      brandWithType(row, type as never);
      found.set(`${type}:${row.id}`, row);
    }
  }
  return globalIds.map((globalId) => found.get(globalId) ?? null);
}

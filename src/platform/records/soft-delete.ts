import { inChunks } from '../database/chunks.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { parentAggregateOf } from '../database/model-relations.ts';
import { columnsOf, type ModelKey, modelKeyOf, modelNameOf, type Where } from '../database/models.ts';
import { type NodeRef, nodeKeyOf } from '../database/node-refs.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import { ownedAmong } from './ownership.ts';

/**
 * The condition of active records: neither they nor their parent aggregates are in the trash. Lists, counts, statistics and
 * references use it.
 */
export function active<K extends ModelKey>(key: K): Where<K> {
  const parent = parentAggregateOf(modelNameOf(key));
  return {
    ...(columnsOf(key).includes('trashedAt') && { trashedAt: null }),
    ...(parent && { [parent.relation]: active(modelKeyOf(parent.target)) }),
  } as Where<K>;
}

interface Reader {
  readonly db: ReadDatabase;
  readonly viewer: { readonly accountId: string };
}

/** Those of some nodes that are the viewer's and active. Takes one statement for each type. */
export async function activeAmong<N extends NodeRef>({ db, viewer }: Reader, nodes: readonly N[]): Promise<N[]> {
  const found = new Set<string>();
  for (const [type, ofType] of Map.groupBy(nodes, (node) => node.type)) {
    const ids = [...new Set(ofType.map(({ id }) => id))];
    const records = await inChunks(ids, (some) =>
      anyRecordsOf(db, type).findMany({
        where: { AND: [ownedAmong(viewer, some), active(modelKeyOf(type))] },
        select: { id: true },
      }),
    );
    for (const { id } of records) found.add(nodeKeyOf({ type, id }));
  }
  return nodes.filter((node) => found.has(nodeKeyOf(node)));
}

import { inChunks } from '../database/chunks.ts';
import type { ReadDatabase } from '../database/database.ts';
import { anyRecordsOf } from '../database/delegates.ts';
import { fromGlobalId, toGlobalId } from '../database/global-ids.ts';
import { parentAggregateOf } from '../database/model-relations.ts';
import { columnsOf, type ModelKey, modelKeyOf, modelNameOf, type Where } from '../database/models.ts';

/**
 * The condition for rows in use: they are not in the trash, nor is what they are a part of. The one thing that lists,
 * counts, statistics, references and whatever else looks for rows goes by.
 */
export function active<K extends ModelKey>(key: K): Where<K> {
  const whole = parentAggregateOf(modelNameOf(key));
  return {
    ...(columnsOf(key).includes('trashedAt') && { trashedAt: null }),
    ...(whole && { [whole.relation]: active(modelKeyOf(whole.target)) }),
  } as Where<K>;
}

interface Reader {
  readonly db: ReadDatabase;
  readonly viewer: { readonly accountId: string };
}

/** Those of some global ids whose rows are the viewer's and in use; in one statement for each type. */
export async function activeAmong({ db, viewer }: Reader, globalIds: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>();
  const named = globalIds.flatMap((globalId) => fromGlobalId(globalId) ?? []);
  for (const [type, ofType] of Map.groupBy(named, (id) => id.type)) {
    const key = modelKeyOf(type);
    const ids = [...new Set(ofType.map(({ id }) => id))];
    const rows = await inChunks(ids, (some) =>
      anyRecordsOf(db, type).findMany({
        where: { AND: [{ id: { in: some }, ownerId: viewer.accountId }, active(key)] },
        select: { id: true },
      }),
    );
    for (const { id } of rows) used.add(toGlobalId(type, id));
  }
  return used;
}

import { parentAggregateOf } from '../database/model-relations.ts';
import { columnsOf, type ModelKey, modelKeyOf, modelNameOf, type Where } from '../database/models.ts';

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

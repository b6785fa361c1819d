import type { ViewerContext } from '../context.ts';
import { typeOf } from '../database/ids.ts';
import { parseInput, type RowInput, rowInput } from '../validation/input-rules.ts';
import { restoreRow, type TrashableKey, trashRow } from './records.ts';
import { transaction } from '../transactions/transaction.ts';
import type { Row } from '../transactions/model-writer.ts';

/** The service that puts a model's rows in the trash, where a domain has nothing to add. */
export const trashing = <K extends TrashableKey>(key: K) => moving(key, 'trash', trashRow<K>);

/** The service that takes them out again. */
export const restoring = <K extends TrashableKey>(key: K) => moving(key, 'restore', restoreRow<K>);

function moving<K extends TrashableKey>(key: K, verb: string, move: typeof trashRow<K>) {
  const type = typeOf(key);
  return async (ctx: ViewerContext, input: RowInput): Promise<Row<K>> => {
    const target = parseInput(rowInput(type), input);
    return transaction(ctx, `${verb}${type}`, (tx) => move(tx, key, target));
  };
}

import type { ViewerContext } from '../context.ts';
import { modelNameOf, type Row, type TrashableKey } from '../database/models.ts';
import { transaction } from '../transactions/transaction.ts';
import { parseInput, type TargetInput, targetInput } from '../validation/input-rules.ts';
import { restoreRecord, trashRecord } from './records.ts';

/** A service that moves records of a model to the trash, for features that have nothing to add. */
export const trashService = <K extends TrashableKey>(key: K) => moving(key, 'trash', trashRecord<K>);

/** A service that takes records of a model out of the trash. */
export const restoreService = <K extends TrashableKey>(key: K) => moving(key, 'restore', restoreRecord<K>);

function moving<K extends TrashableKey>(key: K, verb: string, move: typeof trashRecord<K>) {
  const type = modelNameOf(key);
  return async (ctx: ViewerContext, input: TargetInput): Promise<Row<K>> => {
    const target = parseInput(targetInput(type), input);
    return transaction(ctx, `${verb}${type}`, (tx) => move(tx, key, target));
  };
}

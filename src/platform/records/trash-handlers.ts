import type { TrashableKey } from '../database/models.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';
import type { Target } from './records.ts';

/** Moves a record to the trash or out of it, with everything that goes with it. */
export type TrashHandler<C extends TransactionalContext> = (
  tx: Transaction<C>,
  target: Target,
) => Promise<{ id: string }>;

/** How records of a model are trashed and restored, if that involves more than the record alone. */
interface TrashHandlers<C extends TransactionalContext> {
  readonly trash?: TrashHandler<C>;
  readonly restore?: TrashHandler<C>;
}

/** The handlers of all models that have any. */
export type TrashHandlersByModel<C extends TransactionalContext> = { readonly [K in TrashableKey]?: TrashHandlers<C> };

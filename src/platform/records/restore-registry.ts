import type { ModelKey, TrashableKey } from '../database/models.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';

/** How the records of each model come out of the trash: by their feature's own service, with all that belongs to it. */
export type RestoreHandlers<C> = {
  readonly [K in TrashableKey]: (
    ctx: C,
    input: { id: string; ifVersion?: number | null | undefined },
  ) => Promise<{ id: string }>;
};

/** What a feature does after an undo changed records without its services. */
export interface AfterUndoHook<C extends TransactionalContext> {
  readonly models: readonly ModelKey[];
  /**
   * Brings up to date what depends on the records.
   * @param ids the ids of the records that changed, of all of `models`
   * @throws ConflictError or InvalidInputError if the records cannot be as they are now
   */
  afterUndo(tx: Transaction<C>, ids: readonly string[]): Promise<void>;
}

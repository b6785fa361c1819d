import type { ModelKey } from '../database/models.ts';
import type { Transaction, TransactionalContext } from '../transactions/transaction.ts';

/** What a feature does after an undo has changed its records without its services. */
export interface AfterUndoHook<C extends TransactionalContext> {
  readonly models: readonly ModelKey[];
  /**
   * Brings up to date what depends on the records.
   * @param ids the ids of the changed records of these models
   * @throws ConflictError if the records cannot be as they are now
   */
  afterUndo(tx: Transaction<C>, ids: readonly string[]): Promise<void>;
}

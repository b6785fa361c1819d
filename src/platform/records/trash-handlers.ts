import type { ViewerContext } from '../context.ts';
import type { ModelKey } from '../database/database.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { Target, TrashableKey } from './records.ts';

/** Moves a record to the trash or out of it, with everything that goes with it. */
export type TrashHandler = (tx: Transaction<ViewerContext>, target: Target) => Promise<{ id: string }>;

/** How records of a model go to the trash and come back, where that takes more than the record alone. */
export type TrashHandlers = { readonly trash?: TrashHandler; readonly restore?: TrashHandler };

/** The handlers of all models that have any. */
export type TrashHandlersByModel = { readonly [K in TrashableKey]?: TrashHandlers };

/** What must hold once an undo has changed records, past the services of their feature. */
export interface AfterUndoHook {
  readonly models: readonly ModelKey[];
  /**
   * Brings up to date what depends on the records.
   * @param ids the ids of the changed records of these models
   * @throws ConflictError when the records cannot be as they are now
   */
  afterUndo(tx: Transaction<ViewerContext>, ids: readonly string[]): Promise<void>;
}

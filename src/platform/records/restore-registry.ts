import type { ViewerContext } from '../context.ts';
import type { ModelKey, TrashableKey } from '../database/models.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { TargetInput } from '../validation/input-rules.ts';

/** How the rows of each model come out of the trash: by their domain's own service, with all that this brings along. */
export type RestoreHandlers = {
  readonly [K in TrashableKey]: (ctx: ViewerContext, input: TargetInput) => Promise<{ id: string }>;
};

/** What else must hold once rows came back or went in a way that their domain's services had no part in. */
export interface AfterUndoHook {
  readonly models: readonly ModelKey[];
  /**
   * Brings up to date what depends on such rows.
   * @param ids those of the rows, of all of these models
   * @throws when the rows cannot be as they are now
   */
  afterUndo(tx: Transaction<ViewerContext>, ids: readonly string[]): Promise<void>;
}

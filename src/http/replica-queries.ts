import type { ExecutionResult } from 'graphql';
import type { ViewerContext } from '../platform/context.ts';
import type { Replica } from '../platform/database/replica.ts';
import type { PromiseOrValue } from '../platform/runtime/promise-or-value.ts';

/**
 * Executes a query on the replica if that has everything that is committed, and otherwise on the primary. If a read fails on the
 * replica, the query is executed again on the primary.
 * @param execute executes the query, told the version of the data before it, if that is known
 */
export async function executeByReplica(
  replica: Replica,
  ctx: ViewerContext,
  execute: (ctx: ViewerContext, dataVersion: string | null) => PromiseOrValue<ExecutionResult>,
): Promise<ExecutionResult> {
  const { dataVersion, onReplica } = await replica.begin();
  if (!onReplica) return execute(ctx, dataVersion);
  const { reads, leave, haveFailed } = onReplica;
  const { database, responseSize } = ctx;
  // A few queries write, such as a token of an integration that was refreshed, and read what they wrote.
  const write: typeof database.write = (work, options) => {
    leave();
    return database.write(work, options);
  };
  const size = { ...responseSize };
  const result = await execute({ ...ctx, database: { ...database, reads, write }, db: reads }, dataVersion);
  if (!haveFailed()) return result;
  Object.assign(responseSize, size);
  return execute(ctx, dataVersion);
}

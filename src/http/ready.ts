import type { Context } from '../platform/context.ts';

/**
 * Checks that the database can be read and written.
 * @returns what `/ready` says. The server is ready without its replica, too
 */
export async function checkReady({ database, db }: Context): Promise<string> {
  database.requireWritable();
  await db.signingKey.count();
  if (!database.replica) return 'ready';
  const { isInUse, lag } = database.replica.load();
  return `ready\nreplica: ${isInUse ? `in use, ${(lag / 1000).toFixed(1)} s behind` : 'not in use'}`;
}

import pg from 'pg';
import { ReplicaError, toUnavailable } from './faults.ts';
import { readCommitted } from './log-positions.ts';
import { askOn, checkHistory, checkReplica } from './replica-checks.ts';

/**
 * Checks a replica, and says how far it is behind.
 * @throws ReplicaError if it cannot be used
 */
export async function describeReplica(url: string, replicaUrl: string): Promise<string> {
  const [primary, replica] = [url, replicaUrl].map(
    (connectionString) => new pg.Client({ connectionString, connectionTimeoutMillis: 3_000, query_timeout: 5_000 }),
  ) as [pg.Client, pg.Client];
  // A statement reports a connection that is lost.
  for (const client of [primary, replica]) client.on('error', () => {});
  try {
    await primary.connect();
    const { replayed } = await checked(async () => {
      await replica.connect();
      return checkReplica(askOn(primary), askOn(replica));
    });
    const { position } = await readCommitted((sql) => askOn(primary)(sql, []));
    checkHistory(replayed, position);
    const behind = position - replayed;
    return behind === 0n ? 'has everything that is committed' : `is ${behind} bytes of the log behind`;
  } finally {
    for (const client of [primary, replica]) void client.end().catch(() => {});
  }
}

async function checked<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (!toUnavailable(error)) throw error;
    throw new ReplicaError('The replica cannot be reached. Check that it runs, and DATABASE_REPLICA_URL.', {
      cause: error,
    });
  }
}

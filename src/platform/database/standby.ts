import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { DatabaseFault, ReplicaError } from './faults.ts';
import type { Committed, LogPosition } from './log-positions.ts';
import { openPool } from './postgresql-adapter.ts';
import { createStatementNames } from './postgresql-statements.ts';
import type { RawRow } from './reading-adapter.ts';
import { type Ask, askOn, checkHistory, checkReplica, type ReplicaState, readReplicaState } from './replica-checks.ts';
import { createSharedReads } from './shared-reads.ts';

/** The primary, as a replica is compared with it. */
export interface Primary {
  readonly ask: Ask;
  /** What is committed now. */
  readonly committed: () => Promise<Committed>;
}

/**
 * A server process that responds as a replica, with the connections to it. What was read of it holds for this process alone:
 * another one, be it the same server after a crash, may have replayed less. So the connections end with it.
 */
export interface Standby {
  readonly adapter: SqlDriverAdapter;
  readonly pool: pg.Pool;
  /** Runs a statement, and returns its rows. */
  readonly readRows: (sql: string, parameters: readonly unknown[]) => Promise<RawRow[]>;
  /** What the replica has replayed at least. It never falls. */
  replayed(): LogPosition;
  /** Asks how far the replica is. Rejects if that cannot be told: then it is to be ended. */
  follow(): Promise<void>;
  /** For how long the replica has not told how far it is, in milliseconds. 0 if it was not asked. */
  silence(): number;
  /** Ends all connections at once. What runs on them fails. */
  end(): void;
}

/** How long the replica may take to tell how far it is, in milliseconds. */
const responseTimeout = 1_000;

/**
 * Connects to a replica and checks that it is one.
 * @throws ReplicaError if it is not
 */
export async function connectStandby(url: string, poolSize: number, primary: Primary): Promise<Standby> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  // The next statement reports a connection that was lost in between.
  client.on('error', () => {});
  try {
    await client.connect();
    const { startedAt, replayed } = await checkReplica(primary.ask, askOn(client));
    checkHistory(replayed, (await primary.committed()).position);
    return await openStandby(url, poolSize, { client, startedAt, replayed });
  } catch (error) {
    void client.end().catch(() => {});
    throw error;
  }
}

interface Connected {
  readonly client: pg.Client;
  readonly startedAt: string;
  readonly replayed: LogPosition;
}

async function openStandby(url: string, poolSize: number, { client, ...state }: Connected): Promise<Standby> {
  const { startedAt } = state;
  let { replayed } = state;
  let asked: { at: number; answer: Promise<void> } | null = null;

  /** @throws ReplicaError if a connection is not to this process */
  function requireSame(found: ReplicaState, atLeast: LogPosition): void {
    if (found.startedAt !== startedAt)
      throw new ReplicaError('The replica was restarted, or there are several servers at DATABASE_REPLICA_URL.');
    if (found.replayed < atLeast)
      throw new ReplicaError('The replica was restarted, and has not yet replayed what it had shown before.');
  }

  async function read(): Promise<void> {
    const found = await withinTime(readReplicaState(askOn(client)));
    requireSame(found, replayed);
    ({ replayed } = found);
  }

  async function checkConnection(other: Pick<pg.ClientBase, 'query'>): Promise<void> {
    const atLeast = replayed;
    requireSame(await withinTime(readReplicaState(askOn(other))), atLeast);
  }

  const pool = openPool(url, poolSize, { connectionTimeoutMillis: responseTimeout, onConnect: checkConnection });
  const inUse = new Set<pg.PoolClient>();
  pool.on('acquire', (one) => void inUse.add(one));
  pool.on('release', (_error, one) => void inUse.delete(one));
  const names = createStatementNames(url);
  const readOnPool = createSharedReads(pool);
  const adapter = await new PrismaPg(pool, { statementNameGenerator: ({ sql }) => names.of(sql).name }).connect();

  return {
    adapter,
    pool,
    readRows: (sql, parameters) => readOnPool(names.of(sql), parameters),
    replayed: () => replayed,
    follow() {
      if (asked) return asked.answer;
      const answer = read().finally(() => {
        asked = null;
      });
      asked = { at: performance.now(), answer };
      return answer;
    },
    silence: () => (asked ? performance.now() - asked.at : 0),
    end() {
      // Ends a connection at once if it waits for an answer.
      for (const one of [client, ...inUse]) void (one as pg.Client).end().catch(() => {});
      void pool.end().catch(() => {});
    },
  };
}

/** Rejects if an answer takes too long. */
async function withinTime<T>(answer: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  // A turn later: when this process was busy, the answer may be there already.
  const giveUp = () => void setImmediate(() => reject(new DatabaseFault('UNRESPONSIVE')));
  const timer = setTimeout(giveUp, responseTimeout);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

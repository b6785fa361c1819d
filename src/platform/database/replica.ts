import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { PrismaClient } from '../../generated/sqlite/client.ts';
import type { Log } from '../runtime/log.ts';
import type { ConnectionPool, DatabaseActivity } from './activity.ts';
import { createCompiledReads, type ReadPlans } from './compiled-reads/compiled-reads.ts';
import { DatabaseFault } from './faults.ts';
import { readCommitted, shareReads } from './log-positions.ts';
import { joined } from './open-transaction.ts';
import { poolLoad } from './postgresql-adapter.ts';
import type { ReadDatabase } from './read-database.ts';
import type { RunStatement } from './reading-adapter.ts';
import type { Ask } from './replica-checks.ts';
import { type Absence, followReplica, type ReplicaStatus } from './replica-follower.ts';
import type { Standby } from './standby.ts';
import type { TracedStatements } from './traced-statements.ts';

/** The reads of one query on the replica. */
export interface ReplicaReads {
  readonly reads: ReadDatabase;
  /** Has all further reads go to the primary. Must be called before the query writes, so that it sees what it writes. */
  readonly leave: () => void;
  /** Ends the reads, and says whether one has failed. Then the query must be executed again on the primary. */
  readonly haveFailed: () => boolean;
}

/** Where a query reads. */
export interface QueryStart {
  /** The version of the data before the query. Null if it cannot be read. */
  readonly dataVersion: string | null;
  /** Null: on the primary, as all else. */
  readonly onReplica: ReplicaReads | null;
}

/** What a replica does at present, and has done. */
export interface ReplicaLoad extends ReplicaStatus {
  readonly pool: ConnectionPool | null;
  /** Queries by what the replica was: they were read there if it was `current`, on both servers if it failed, otherwise on the primary. */
  readonly queries: Readonly<Record<'current' | 'failed' | Absence, number>>;
}

/** A replica of the primary that takes the reads of queries. */
export interface Replica {
  /** Begins a query: says where it reads. On the replica it sees everything that was committed when it began. */
  begin(): Promise<QueryStart>;
  /** See `Database.dataVersion`. */
  dataVersion(): Promise<string>;
  load(): ReplicaLoad;
  close(): Promise<void>;
}

/** The parts of a database that a replica is made with. */
export interface PrimaryParts {
  readonly plans: ReadPlans;
  readonly prisma: () => PrismaClient;
  /** Runs a statement on the primary. */
  readonly run: RunStatement;
  /** Makes a client of Prisma for a connection that others close. */
  readonly makeClient: (connection: SqlDriverAdapter) => PrismaClient;
  readonly activity: DatabaseActivity;
  /** Adds spans to statements. */
  readonly traced: TracedStatements;
  /** Is told every statement. */
  readonly onStatement: ((sql: string) => void) | undefined;
}

/** The number of connections to the replica for reads. */
const poolSize = 10;

/** Opens a replica. It is connected to later, and only while there is one that can be used. */
export function openReplica(url: string, primary: PrimaryParts, log: Log): Replica {
  const { plans, activity, traced } = primary;
  const committed = shareReads(() => readCommitted((sql) => primary.run(sql, [])));
  const ask: Ask = (sql, parameters) => primary.run(sql, parameters);
  const follower = followReplica(url, poolSize, { ask, committed }, log);
  const queries = { current: 0, failed: 0, behind: 0, unavailable: 0 };
  let failures = 0;

  /** Reads the present standby. Whatever fails, fails all queries under way: Prisma may read for several by one statement. */
  async function reading<T>(read: (standby: Standby) => Promise<T>): Promise<T> {
    const standby = follower.current();
    activity.statements += 1;
    try {
      if (!standby) throw new DatabaseFault('UNRESPONSIVE');
      return await read(standby);
    } catch (error) {
      failures += 1;
      if (standby) void follower.failed(standby, error);
      throw error;
    }
  }

  const connection: SqlDriverAdapter = {
    provider: 'postgres',
    adapterName: 'waymark-replica',
    queryRaw: (query) => reading(({ adapter }) => adapter.queryRaw(query)),
    executeRaw: (query) => reading(({ adapter }) => adapter.executeRaw(query)),
    executeScript: () => Promise.reject(new Error('A replica is only read.')),
    startTransaction: async () => joined(connection),
    dispose: async () => {},
  };
  let client: PrismaClient | undefined;
  const prisma = () => (client ??= primary.makeClient(traced.connection(connection)));
  const run = traced.reads((sql, parameters) => {
    primary.onStatement?.(sql);
    return reading((standby) => standby.readRows(sql, parameters));
  });

  function readsIn(standby: Standby): ReplicaReads {
    const before = failures;
    let hasLeft = false;
    return {
      reads: createCompiledReads(
        plans,
        () => (hasLeft ? primary.prisma() : prisma()),
        (sql, parameters) => (hasLeft ? primary.run : run)(sql, parameters),
      ),
      leave() {
        hasLeft = true;
      },
      haveFailed() {
        const isFailed = failures !== before || follower.current() !== standby;
        queries[isFailed ? 'failed' : 'current'] += 1;
        return isFailed;
      },
    };
  }

  return {
    async begin() {
      try {
        const { committed, by } = await follower.reach();
        const { dataVersion } = committed;
        if (typeof by !== 'string') return { dataVersion, onReplica: readsIn(by) };
        queries[by] += 1;
        return { dataVersion, onReplica: null };
      } catch {
        // What is wrong with the primary, the query will say.
        return { dataVersion: null, onReplica: null };
      }
    },
    dataVersion: async () => (await committed()).dataVersion,
    load() {
      const standby = follower.current();
      return { ...follower.status(), queries, pool: standby && poolLoad('replica', standby.pool) };
    },
    async close() {
      follower.close();
      await client?.$disconnect();
    },
  };
}

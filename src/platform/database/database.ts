import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Prisma, PrismaClient } from '../../generated/sqlite/client.ts';
import type { Log } from '../runtime/log.ts';
import type { Tracing } from '../runtime/tracing.ts';
import { createDatabaseActivity, type DatabaseActivity, type DatabaseLoad } from './activity.ts';
import { createCompiledReads, createReadPlans } from './compiled-reads/compiled-reads.ts';
import { watchHealth, watchPlace } from './health.ts';
import type { DatabaseLocation } from './location.ts';
import type { LongReads } from './long-reads.ts';
import { inTransaction, listened, type StatementListener, type WritingAdapterFactory } from './open-transaction.ts';
import type { ReadDatabase } from './read-database.ts';
import type { RunStatement } from './reading-adapter.ts';
import type { PrimaryParts, Replica } from './replica.ts';
import { createRowWriters, type RowWriter } from './row-writer.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { createSqliteAdapter } from './sqlite-adapter.ts';
import { type TracedStatements, traceStatements } from './traced-statements.ts';
import { createTransactionClient } from './transaction-client.ts';
import { createTransactionGate, type TransactionGate } from './transaction-gate.ts';
import { createWriteQueue } from './write-queue.ts';

/** An open database. Anything may read; only `transaction()` writes. */
export interface Database {
  readonly engine: DatabaseLocation['engine'];
  /** Reads what is committed. Its connections are read-only. */
  readonly reads: ReadDatabase;
  /**
   * Runs reads that may go through all records of an owner, of one model. On SQLite they run in a thread if there are many, so
   * that no other request waits for them. They see what was committed before. In a transaction they are part of it, as always.
   */
  readonly readMany: LongReads['run'];
  /** The version of all data that are committed. As long as it is equal, no program has committed anything. */
  dataVersion(): string | Promise<string>;
  /** Opens a consistent view of what is committed now. The caller closes it. */
  snapshot(): Promise<Snapshot>;
  /** Where queries may read. Null: there is no replica, and all reads go where the writes go. */
  readonly replica: Replica | null;
  /**
   * Runs one database transaction. The transactions of an owner run one after another, in the order of the calls; on SQLite, all
   * do, and the owners take turns.
   * @param work gets Prisma's client, the writer of rows, and the reads, all within the transaction
   * @throws UnavailableError if too many transactions wait for their turn
   */
  write<T>(
    work: (client: Prisma.TransactionClient, rows: RowWriter, db: ReadDatabase) => Promise<T>,
    options?: WriteOptions,
  ): Promise<T>;
  /** @throws UnavailableError if it is known that the database cannot be written. Asks nothing of it. */
  requireWritable(): void;
  /** What it does at present, and has done since it was opened. */
  load(): DatabaseLoad;
  close(): Promise<void>;
}

/** The ways to write in a transaction: Prisma's client, and the writer of rows. No change log records what they write. */
export interface UnrecordedAccess {
  readonly client: Prisma.TransactionClient;
  readonly rows: RowWriter;
}

export interface WriteOptions {
  /** The account that writes. Null, the default, for the server itself. */
  owner?: string | null;
  /** How long the transaction may take, in milliseconds. Default: 30,000. */
  timeout?: number | undefined;
  /** What the transactions of one request have waited. They wait for a lock of another program for five seconds in all. */
  wait?: WriteWait | undefined;
}

/** How long some transactions have waited to begin, in all, in milliseconds. Each adds its own wait. */
export interface WriteWait {
  spent: number;
}

/** A replica of a PostgreSQL server. */
export interface ReplicaOptions {
  readonly url: string;
  /** Is told when the replica is used, and when it is not. */
  readonly log: Log;
}

/** What a database may have besides. */
export interface DatabaseOptions {
  readonly replica?: ReplicaOptions | undefined;
  /** Gets a span of each statement. Null, the default, for none. */
  readonly tracing?: Tracing | null;
}

/** The number of PostgreSQL connections for reads, and for transactions. */
const poolSize = 10;

/** How long a transaction may take by default, in milliseconds. */
const defaultTimeout = 30_000;

/**
 * Opens a migrated database. All code is typed against the SQLite client, whose inputs both engines accept; here the
 * PostgreSQL client is cast to it.
 */
export async function openDatabase(
  location: DatabaseLocation,
  onStatement?: StatementListener,
  { replica: replicaOptions, tracing = null }: DatabaseOptions = {},
): Promise<Database> {
  const gate = createTransactionGate();
  const isInPlace = watchPlace(location);
  const activity = createDatabaseActivity();
  const traced = traceStatements(location.engine, tracing);
  const connected = await connect(location, { gate, isInPlace, activity, onStatement, traced });
  const { prisma, adapter, readMany, makeClient, close } = connected;
  const plans = createReadPlans(location.engine);
  const run = traced.reads((sql, parameters) => {
    onStatement?.(sql);
    return adapter.readRows(sql, parameters);
  });
  const reads = createCompiledReads(plans, prisma, run);
  const parts = { plans, prisma, run, makeClient, activity, onStatement, traced };
  const replica = replicaOptions ? await openReplicaOf(parts, replicaOptions) : null;
  const rowWriterOf = createRowWriters(location.engine);
  const queue = createWriteQueue(location.engine === 'sqlite' ? 1 : poolSize - 2, () => adapter.settle());
  const health = watchHealth(location, isInPlace);
  return {
    engine: location.engine,
    reads,
    readMany,
    dataVersion: () => (replica ? replica.dataVersion() : adapter.dataVersion()),
    snapshot: () => openSnapshot(location),
    replica,
    write(work, { owner = null, timeout = defaultTimeout, wait = { spent: 0 } } = {}) {
      const before = wait.spent;
      const since = performance.now() - before;
      const isLong = timeout > defaultTimeout;
      const begin = (endTurn: () => void) =>
        adapter.begin({ owner, since, isLong, endTurn }).finally(() => {
          wait.spent = performance.now() - since;
          activity.writeWaits.add(wait.spent - before);
        });
      return queue.run(owner, (endTurn) =>
        health.noteWrite(async () =>
          inTransaction(traced.transaction(await begin(endTurn)), timeout, async (tx) => {
            const { client, end } = createTransactionClient(prisma, gate, tx);
            try {
              const listenedTo = listened(tx, onStatement);
              const run: RunStatement = (sql, values) => listenedTo.query(sql, values);
              return await work(
                client,
                rowWriterOf(listenedTo),
                createCompiledReads(plans, () => client, run),
              );
            } finally {
              await end();
            }
          }),
        ),
      );
    },
    requireWritable: () => health.requireWritable(),
    load() {
      const { running, waiting } = queue.load();
      const pool = replica?.load().pool;
      const pools = [...adapter.pools(), ...(pool ? [pool] : [])];
      return { ...activity, runningWrites: running, waitingWrites: waiting, pools };
    },
    async close() {
      await queue.idle();
      await replica?.close();
      await close();
    },
  };
}

/** A connected database. */
interface Connected extends Pick<Database, 'readMany' | 'close'> {
  /** Makes Prisma's client when it is first used. Compiled reads and kept writes need none, and it takes 30 MB. */
  readonly prisma: () => PrismaClient;
  readonly adapter: WritingAdapterFactory;
  /** Makes a client for another connection, which others close. */
  readonly makeClient: (connection: SqlDriverAdapter) => PrismaClient;
}

/** What the connections of a database share. */
interface Shared {
  readonly gate: TransactionGate;
  readonly isInPlace: () => boolean;
  readonly activity: DatabaseActivity;
  readonly onStatement: StatementListener | undefined;
  readonly traced: TracedStatements;
}

async function connect(
  location: DatabaseLocation,
  { gate, isInPlace, activity, onStatement, traced }: Shared,
): Promise<Connected> {
  let adapter: WritingAdapterFactory;
  let Client = PrismaClient;
  // The processes of PostgreSQL do not hold this one.
  let readMany: Database['readMany'] = (_scope, work) => work();
  if (location.engine === 'sqlite') {
    const ofFile = createSqliteAdapter(location.file, gate, isInPlace, activity);
    adapter = ofFile;
    readMany = ofFile.longReads.run;
  } else {
    // Loaded on demand: most servers use SQLite.
    const { createPostgresqlAdapter } = await import('./postgresql-adapter.ts');
    const { PrismaClient: PostgresqlClient } = await import('../../generated/postgresql/client.ts');
    adapter = createPostgresqlAdapter(location.url, gate, poolSize, activity);
    // See openDatabase: the inputs of the SQLite client are valid for this one.
    Client = PostgresqlClient as unknown as typeof PrismaClient;
  }
  const connection = traced.connection(await adapter.connect());
  let client: PrismaClient | undefined;
  function makeClient(on: SqlDriverAdapter): PrismaClient {
    // Events cost time even if nobody listens.
    const log: Prisma.LogDefinition[] = onStatement ? [{ emit: 'event', level: 'query' }] : [];
    const made = new Client({ adapter: sharing(on), log });
    if (onStatement) (made as PrismaClient<'query'>).$on('query', (event) => onStatement(event.query));
    return made;
  }
  return {
    prisma: () => (client ??= makeClient(connection)),
    adapter,
    readMany,
    makeClient,
    async close() {
      await client?.$disconnect();
      await connection.dispose();
    },
  };
}

const openReplicaOf = async (parts: PrimaryParts, { url, log }: ReplicaOptions) =>
  (await import('./replica.ts')).openReplica(url, parts, log);

/** An adapter for Prisma by a connection that is there already, and that others close. */
const sharing = (connection: SqlDriverAdapter): SqlDriverAdapterFactory => ({
  provider: connection.provider,
  adapterName: connection.adapterName,
  connect: async () => ({ ...connection, dispose: async () => {} }),
});

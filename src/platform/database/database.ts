import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { type Prisma, PrismaClient } from '../../generated/sqlite/client.ts';
import type { DatabaseLocation } from './location.ts';
import type { ModelKey } from './models.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';

type ReadMethod =
  | 'findMany'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** Every model, with nothing on it that could write. */
export type ReadDatabase = {
  readonly [M in ModelKey]: Pick<PrismaClient[M], ReadMethod & keyof PrismaClient[M]>;
} & {
  /** SQL that reads, with its parameters bound: for full-text.ts alone, as test/architecture.test.ts sees to. */
  readonly $queryRaw: PrismaClient['$queryRaw'];
};

/** The ways to a database: anyone may read, only `transaction()` writes. */
export interface Database {
  readonly engine: DatabaseLocation['engine'];
  /** Sees what is committed, and cannot write: its connections are opened read-only. */
  readonly reads: ReadDatabase;
  /** What is committed at this moment, to be read as a whole. Whoever opens one closes it. */
  snapshot(): Promise<Snapshot>;
  /**
   * Runs one database transaction; on SQLite after those that were asked for before it.
   * @param timeout how long it may take, in milliseconds
   */
  write<T>(work: (client: Prisma.TransactionClient) => Promise<T>, timeout?: number): Promise<T>;
  close(): Promise<void>;
}

/** Told of every SQL statement that runs. */
export type StatementListener = (sql: string) => void;

/** How long transactions wait for their turn, and how long they may take unless they say so, in milliseconds. */
const maxWait = 10_000;
const defaultTimeout = 30_000;

/**
 * Opens a migrated database. Code is typed against the SQLite client, whose inputs are the subset that both engines
 * accept; this is the one place where the PostgreSQL client is taken for it.
 */
export async function openDatabase(location: DatabaseLocation, onStatement?: StatementListener): Promise<Database> {
  return location.engine === 'sqlite'
    ? openSqlite(location.file, onStatement)
    : openPostgresql(location.url, onStatement);
}

async function openSqlite(file: string, onStatement?: StatementListener): Promise<Database> {
  const writer = listen(
    new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: file }), log: statements }),
    onStatement,
  );
  // A commit is on the disk before it is acknowledged; WAL lets readers go on while it is written.
  await writer.$queryRawUnsafe('PRAGMA journal_mode = WAL');
  await writer.$queryRawUnsafe('PRAGMA synchronous = FULL');
  await writer.$queryRawUnsafe('PRAGMA foreign_keys = ON');
  const adapter = new PrismaBetterSqlite3({ url: file, readonly: true, fileMustExist: true });
  const reader = listen(new PrismaClient({ adapter, log: statements }), onStatement);
  const inTurn = createQueue();
  return {
    engine: 'sqlite',
    reads: reader,
    snapshot: () => openSnapshot({ engine: 'sqlite', file }),
    write: (work, timeout = defaultTimeout) => inTurn(() => writer.$transaction(work, { maxWait, timeout })),
    async close() {
      await inTurn(async () => {});
      await Promise.all([writer.$disconnect(), reader.$disconnect()]);
    },
  };
}

async function openPostgresql(url: string, onStatement?: StatementListener): Promise<Database> {
  // Loaded only where it is used: most servers are on SQLite.
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { PrismaClient: PostgresqlClient } = await import('../../generated/postgresql/client.ts');
  const pool = {
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    keepAlive: true,
  };
  const connect = (options?: string) => {
    const client = new PostgresqlClient({
      adapter: new PrismaPg({ ...pool, ...(options && { options }) }),
      log: statements,
    });
    return listen(client as unknown as PrismaClient, onStatement);
  };
  const writer = connect();
  const reader = connect('-c default_transaction_read_only=on');
  return {
    engine: 'postgresql',
    reads: reader,
    snapshot: () => openSnapshot({ engine: 'postgresql', url }),
    write: (work, timeout = defaultTimeout) => writer.$transaction(work, { maxWait, timeout }),
    async close() {
      await Promise.all([writer.$disconnect(), reader.$disconnect()]);
    },
  };
}

/**
 * Runs one task at a time, in order. The adapter has a single connection and guards only the start of a transaction:
 * without a queue a second transaction waits inside Prisma, where it fails when its `maxWait` is over.
 */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}

const statements: Prisma.LogDefinition[] = [{ emit: 'event', level: 'query' }];

function listen(client: PrismaClient, onStatement?: StatementListener): PrismaClient {
  if (onStatement) (client as PrismaClient<'query'>).$on('query', (event) => onStatement(event.query));
  return client;
}

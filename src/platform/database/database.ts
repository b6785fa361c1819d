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

/** The reads of every model, and no writes. */
export type ReadDatabase = {
  readonly [M in ModelKey]: Pick<PrismaClient[M], ReadMethod & keyof PrismaClient[M]>;
} & {
  /** A query in SQL with bound parameters. Only full-text search uses it, which test/architecture.test.ts checks. */
  readonly $queryRaw: PrismaClient['$queryRaw'];
};

/** An open database. Anything may read; only `transaction()` writes. */
export interface Database {
  readonly engine: DatabaseLocation['engine'];
  /** Reads what is committed. Its connections are read-only. */
  readonly reads: ReadDatabase;
  /** Opens a consistent view of what is committed now. The caller closes it. */
  snapshot(): Promise<Snapshot>;
  /**
   * Runs one database transaction. On SQLite, transactions run one after another, in the order of the calls.
   * @param timeout in milliseconds. Default: 30,000.
   */
  write<T>(work: (client: Prisma.TransactionClient) => Promise<T>, timeout?: number): Promise<T>;
  close(): Promise<void>;
}

/** Called with every SQL statement that runs. */
export type StatementListener = (sql: string) => void;

/** How long a transaction waits for a connection, and how long it may take by default, in milliseconds. */
const maxWait = 10_000;
const defaultTimeout = 30_000;

/**
 * Opens a migrated database. All code is typed against the SQLite client, whose inputs both engines accept; here the
 * PostgreSQL client is cast to it.
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
  // A commit is on disk before it is acknowledged. With WAL, readers do not wait for writers.
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
  // Loaded on demand: most servers use SQLite.
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
    // See openDatabase: the inputs of the SQLite client are valid for this one.
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
 * Runs one piece of work at a time, in order. The SQLite adapter has a single connection: without a queue, a second
 * transaction would wait inside Prisma and fail after `maxWait`.
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

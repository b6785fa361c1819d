import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { ConnectionPool, DatabaseActivity } from './activity.ts';
import { DatabaseFault, isDisconnect, toUnavailable } from './faults.ts';
import { joined, type OpenTransaction, type WritingAdapterFactory } from './open-transaction.ts';
import { createStatementBatches, createStatementNames, type StatementNames } from './postgresql-statements.ts';
import type { RawRow } from './reading-adapter.ts';
import { type ResponseWatch, watchResponses } from './response-watch.ts';
import { createSharedReads } from './shared-reads.ts';
import type { TransactionGate } from './transaction-gate.ts';

const poolOptions = {
  connectionTimeoutMillis: 3_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  keepAlive: true,
};

/** How often a read is tried if its connection breaks. */
const readAttempts = 3;

/**
 * The driver adapter between Prisma and PostgreSQL: Prisma's own, on two pools. Statements outside of transactions run on
 * read-only connections and are repeated if the connection breaks. Transactions run on the others.
 *
 * @param poolSize the number of connections for reads, and for transactions
 * @param activity counts the statements
 */
export function createPostgresqlAdapter(
  url: string,
  gate: TransactionGate,
  poolSize: number,
  activity: DatabaseActivity,
): WritingAdapterFactory {
  let pools: { readers: pg.Pool; writers: pg.Pool } | undefined;
  let readRows: (sql: string, parameters: unknown[]) => Promise<RawRow[]>;
  let begin: WritingAdapterFactory['begin'];
  return {
    provider: 'postgres',
    adapterName: 'waymark-postgresql',
    readRows: (sql, parameters) => readRows(sql, parameters),
    begin: (beginning) => begin(beginning),
    // Each transaction has a commit of its own.
    settle: async () => {},
    pools: () => (pools ? [poolLoad('reads', pools.readers), poolLoad('writes', pools.writers)] : []),
    // Equal snapshots see the same transactions, and so the same data.
    dataVersion: async () => String((await readRows('SELECT pg_current_snapshot()::text', []))[0]?.[0]),
    async connect() {
      const readers = openPool(url, poolSize, { settings: { default_transaction_read_only: 'on' } });
      const writers = openPool(url, poolSize);
      pools = { readers, writers };
      const watch = watchResponses(url, [readers, writers]);
      const names = createStatementNames(url);
      const statementNameGenerator = ({ sql }: { sql: string }) => names.of(sql).name;
      const options = { disposeExternalPool: true, statementNameGenerator };
      const ofReads = await new PrismaPg(readers, options).connect();
      const writer = await new PrismaPg(writers, options).connect();
      const reads: Pick<SqlDriverAdapter, 'provider' | 'adapterName' | 'queryRaw' | 'executeRaw'> = {
        provider: ofReads.provider,
        adapterName: ofReads.adapterName,
        queryRaw: (query) => reading(watch, activity, () => ofReads.queryRaw(query)),
        executeRaw: (query) => reading(watch, activity, () => ofReads.executeRaw(query)),
      };
      const read = createSharedReads(readers);
      readRows = (sql, parameters) => reading(watch, activity, () => read(names.of(sql), parameters));
      begin = async () => {
        watch.requireResponsive();
        return toOpenTransaction(await writer.startTransaction(), names, activity);
      };
      return {
        ...reads,
        getConnectionInfo: () => ofReads.getConnectionInfo(),
        executeScript: (script) => writer.executeScript(script),
        startTransaction: async () => gate.pass()?.forPrisma ?? joined(reads),
        async dispose() {
          watch.close();
          await Promise.all([ofReads.dispose(), writer.dispose()]);
        },
      } satisfies SqlDriverAdapter;
    },
  };
}

/**
 * Settings of every connection, unless the URL or PGOPTIONS has others. Workers that read beside it take some milliseconds to
 * start, which the planner does not know, and processors that others' requests need: with them, searches and statistics of 200,000
 * records took up to twice as long on two cores.
 */
const settings = { max_parallel_workers_per_gather: '0' };

/** What is particular about a pool. */
interface PoolOptions extends Omit<pg.PoolConfig, 'onConnect'> {
  /** Settings of PostgreSQL for its connections, whatever the URL says. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The types of pg do not say that it waits for this. */
  onConnect?: (client: pg.ClientBase) => Promise<void>;
}

/** Opens a pool whose connections may end at any time. */
export function openPool(url: string, max: number, { settings: own, ...rest }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({ ...poolOptions, max, ...withSettings(url, own), ...rest });
  // A connection that ends while nothing uses it is replaced. Without a listener its error would end the process: on the pool
  // for idle connections, and on each client for the moments in which the pool does not listen.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** Adds settings to a URL. pg takes the `options` of a URL in place of others, so they are put together here. Of two, the last counts. */
function withSettings(url: string, own: PoolOptions['settings'] = {}): pg.PoolConfig {
  // As pg reads them, from the URL or from PGOPTIONS. Nothing is connected.
  const { connectionParameters } = new pg.Client(url) as pg.Client & { connectionParameters: { options?: string } };
  const options = [toOptions(settings), connectionParameters.options ?? '', toOptions(own)].join(' ').trim();
  const address = new URL(url);
  if (!address.searchParams.has('options')) return { connectionString: url, options };
  address.searchParams.delete('options');
  return { connectionString: address.href, options };
}

const toOptions = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

export const poolLoad = (name: ConnectionPool['name'], pool: pg.Pool): ConnectionPool => ({
  name,
  open: pool.totalCount,
  idle: pool.idleCount,
  waiting: pool.waitingCount,
  max: pool.options.max,
});

async function reading<T>(watch: ResponseWatch, activity: DatabaseActivity, read: () => Promise<T>): Promise<T> {
  activity.statements += 1;
  for (let attempt = 1; ; attempt++) {
    watch.requireResponsive();
    try {
      return await read();
    } catch (error) {
      if (attempt === readAttempts || !isDisconnect(error)) throw error;
      await sleep(20 * attempt);
    }
  }
}

/**
 * The transaction, with COMMIT and ROLLBACK sent here: only so is a connection that breaks during the commit told from
 * one that breaks before.
 */
function toOpenTransaction(tx: Transaction, names: StatementNames, activity: DatabaseActivity): OpenTransaction {
  // The connection of the transaction, which Prisma's adapter keeps to itself.
  const { client } = tx as Transaction & { readonly client: pg.PoolClient };
  const batches = createStatementBatches(client);
  const end = (sql: string) => {
    // Nothing of the transaction may come after its end.
    batches.flush();
    return tx.executeRaw({ sql, args: [], argTypes: [] });
  };
  const counted: Parameters<typeof joined>[0] = {
    provider: tx.provider,
    adapterName: tx.adapterName,
    queryRaw(statement) {
      activity.statements += 1;
      return tx.queryRaw(statement);
    },
    executeRaw(statement) {
      activity.statements += 1;
      return tx.executeRaw(statement);
    },
  };
  const query = (sql: string, args: readonly unknown[]): Promise<RawRow[]> => {
    activity.statements += 1;
    return batches.run(names.of(sql), args);
  };
  return {
    query,
    insert: ({ one, many }, rows) =>
      many !== null && rows.length > 1 ? query(many, [JSON.stringify(rows)]) : query(one, rows[0] ?? []),
    forPrisma: joined(counted),
    async commit() {
      try {
        await end('COMMIT');
      } catch (error) {
        await tx.rollback();
        throw toUnavailable(error) ? new DatabaseFault('COMMIT_UNKNOWN', { cause: error }) : error;
      }
      await tx.commit();
    },
    async rollback() {
      try {
        await end('ROLLBACK');
      } finally {
        await tx.rollback();
      }
    },
  };
}

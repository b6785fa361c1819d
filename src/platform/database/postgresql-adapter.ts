import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { DatabaseActivity } from './activity.ts';
import { DatabaseFault, isDisconnect, toUnavailable } from './faults.ts';
import { joined, type OpenTransaction, type WritingAdapterFactory } from './open-transaction.ts';
import type { RawRow } from './reading-adapter.ts';
import { type ResponseWatch, watchResponses } from './response-watch.ts';
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
  let reader: Pick<SqlDriverAdapter, 'queryRaw'> | undefined;
  let begin: WritingAdapterFactory['begin'];
  const readRowsOf: WritingAdapterFactory['readRows'] = (sql, parameters) => {
    if (!reader) throw new Error('The adapter is not connected.');
    return readRows(reader, sql, parameters);
  };
  return {
    provider: 'postgres',
    adapterName: 'waymark-postgresql',
    readRows: readRowsOf,
    begin: (beginning) => begin(beginning),
    // Each transaction has a commit of its own.
    settle: async () => {},
    pools: () => (pools ? [poolLoad('reads', pools.readers), poolLoad('writes', pools.writers)] : []),
    // Equal snapshots see the same transactions, and so the same data.
    dataVersion: async () => String((await readRowsOf('SELECT pg_current_snapshot()::text', []))[0]?.[0]),
    async connect() {
      const readers = openPool(url, poolSize, '-c default_transaction_read_only=on');
      const writers = openPool(url, poolSize);
      pools = { readers, writers };
      const watch = watchResponses(url, [readers, writers]);
      const options = { disposeExternalPool: true, statementNameGenerator: createStatementNames(url) };
      const ofReads = await new PrismaPg(readers, options).connect();
      const writer = await new PrismaPg(writers, options).connect();
      const reads: Pick<SqlDriverAdapter, 'provider' | 'adapterName' | 'queryRaw' | 'executeRaw'> = {
        provider: ofReads.provider,
        adapterName: ofReads.adapterName,
        queryRaw: (query) => reading(watch, activity, () => ofReads.queryRaw(query)),
        executeRaw: (query) => reading(watch, activity, () => ofReads.executeRaw(query)),
      };
      reader = reads;
      begin = async () => {
        watch.requireResponsive();
        return toOpenTransaction(await writer.startTransaction(), activity);
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

/** Runs a statement. The types of its parameters are left to the server. */
async function readRows(on: Pick<SqlDriverAdapter, 'queryRaw'>, sql: string, parameters: unknown[]) {
  const argTypes = parameters.map(() => ({ scalarType: 'unknown', arity: 'scalar' }) as const);
  return (await on.queryRaw({ sql, args: parameters, argTypes })).rows;
}

/** The number of statements that each connection keeps prepared. */
const maxStatements = 200;

/**
 * Names statements by their text, so that a connection parses and plans each once. Those beyond the first two hundred
 * get an empty name, which is none: a connection keeps named ones for good.
 * With `pgbouncer=true` in the URL none has one: there, the next transaction may get a connection that does not know it.
 */
function createStatementNames(url: string): (query: SqlQuery) => string {
  if (new URL(url).searchParams.get('pgbouncer') === 'true') return () => '';
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= maxStatements) return '';
    const name = `waymark_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

function openPool(url: string, max: number, options?: string): pg.Pool {
  const pool = new pg.Pool({ ...poolOptions, max, connectionString: url, ...(options && { options }) });
  // A connection that ends while nothing uses it is replaced. Without a listener its error would end the process: on the pool
  // for idle connections, and on each client for the moments in which the pool does not listen.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

const poolLoad = (name: 'reads' | 'writes', pool: pg.Pool) => ({
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
function toOpenTransaction(tx: Transaction, activity: DatabaseActivity): OpenTransaction {
  const send = (sql: string) => tx.executeRaw({ sql, args: [], argTypes: [] });
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
  const query = async (sql: string, args: readonly unknown[]): Promise<RawRow[]> => {
    // The server knows the types of parameters by their places.
    const argTypes = args.map(() => ({ scalarType: 'unknown', arity: 'scalar' }) as const);
    return (await counted.queryRaw({ sql, args: [...args], argTypes })).rows;
  };
  return {
    query,
    insert: ({ one, many }, rows) =>
      many !== null && rows.length > 1 ? query(many, [JSON.stringify(rows)]) : query(one, rows[0] ?? []),
    forPrisma: joined(counted),
    async commit() {
      try {
        await send('COMMIT');
      } catch (error) {
        await tx.rollback();
        throw toUnavailable(error) ? new DatabaseFault('COMMIT_UNKNOWN', { cause: error }) : error;
      }
      await tx.commit();
    },
    async rollback() {
      try {
        await send('ROLLBACK');
      } finally {
        await tx.rollback();
      }
    },
  };
}

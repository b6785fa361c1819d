import type { Transaction as PrismaTransaction } from '@prisma/driver-adapter-utils';
import type { ConnectionPool } from './activity.ts';
import type { RawRow, ReadingAdapterFactory } from './reading-adapter.ts';

/** An INSERT of rows with the same columns. */
export interface Insertion {
  /** Of one row, with a parameter for each column. */
  readonly one: string;
  /** Of any number of rows, where the driver takes that in one statement: its parameter is the list of them as JSON. */
  readonly many: string | null;
}

/** A database transaction that is open, as a driver adapter has it. Its statements run one after another. */
export interface OpenTransaction {
  /** Runs a statement, which is prepared once for its text. Parameters are values that the driver takes. */
  query(text: string, parameters: readonly unknown[]): Promise<RawRow[]>;
  /** Inserts rows, in one round trip, and returns what the statement returns of them, in their order. */
  insert(insertion: Insertion, rows: readonly RawRow[]): Promise<RawRow[]>;
  commit(): Promise<void>;
  /** @param error why, if it was not its time that was up */
  rollback(error?: unknown): Promise<void>;
  /** The same transaction for Prisma, which can run statements in it, but neither commits it nor rolls it back. */
  readonly forPrisma: PrismaTransaction;
}

/** How a transaction begins. */
export interface Beginning {
  /** Whose it is. Null for the server itself. */
  readonly owner: string | null;
  /** When the caller began to wait for its turn, as of `performance.now()`. */
  readonly since: number;
  /** Whether it may take long, so that no other transaction should wait for it. */
  readonly isLong: boolean;
  /** Must be called when the next transaction may begin, which may be before this one is committed. */
  readonly endTurn: () => void;
}

/** A driver adapter that, once it is connected, also opens transactions. */
export interface WritingAdapterFactory extends ReadingAdapterFactory {
  begin(beginning: Beginning): Promise<OpenTransaction>;
  /** Commits the transactions that have ended. Called when no other one begins at once. */
  settle(): Promise<void>;
  /** The pools of connections to a server. */
  pools(): readonly ConnectionPool[];
  /** See `Database.dataVersion`. */
  dataVersion(): string | Promise<string>;
}

/** A transaction that others commit and roll back, for Prisma. */
export const joined = (
  on: Pick<PrismaTransaction, 'provider' | 'adapterName' | 'queryRaw' | 'executeRaw'>,
): PrismaTransaction => ({
  provider: on.provider,
  adapterName: on.adapterName,
  options: { usePhantomQuery: true },
  queryRaw: (query) => on.queryRaw(query),
  executeRaw: (query) => on.executeRaw(query),
  commit: async () => {},
  rollback: async () => {},
});

/** A transaction took longer than it may. The code is Prisma's for the same. */
export class TransactionTimeout extends Error {
  override name = 'TransactionTimeout';
  readonly code = 'P2028';
}

/**
 * Runs `work` in a transaction, which is then committed. If `work` fails, or takes too long, it is rolled back: as soon as its time
 * is up, so that it holds no lock, and every further statement fails.
 * @param timeout in milliseconds
 */
export async function inTransaction<T>(
  tx: OpenTransaction,
  timeout: number,
  work: (tx: OpenTransaction) => Promise<T>,
): Promise<T> {
  let isOver = false;
  const ended = () =>
    isOver ? new TransactionTimeout(`The transaction took longer than ${timeout} ms, or has ended.`) : null;
  const rollback = (error?: unknown) => {
    isOver = true;
    return tx.rollback(error).catch(() => {});
  };
  const timer = setTimeout(() => void rollback(), timeout);
  try {
    const result = await work(guarded(tx, ended));
    const error = ended();
    if (error) throw error;
    clearTimeout(timer);
    isOver = true;
    await tx.commit();
    return result;
  } catch (error) {
    clearTimeout(timer);
    // A commit that fails rolls back by itself.
    if (!isOver) await rollback(error);
    throw error;
  }
}

/** Called with every SQL statement that runs. */
export type StatementListener = (sql: string) => void;

/** The same transaction, of which a listener is told every statement. */
export function listened(tx: OpenTransaction, onStatement: StatementListener | undefined): OpenTransaction {
  if (!onStatement) return tx;
  return {
    ...tx,
    query(text, parameters) {
      onStatement(text);
      return tx.query(text, parameters);
    },
    insert(insertion, rows) {
      onStatement(insertion.one);
      return tx.insert(insertion, rows);
    },
  };
}

/** The same transaction, of which every statement is preceded by a check. */
function guarded(tx: OpenTransaction, check: () => Error | null): OpenTransaction {
  const checked =
    <A extends unknown[], R>(run: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> => {
      const error = check();
      return error ? Promise.reject(error) : run(...args);
    };
  const { forPrisma } = tx;
  return {
    ...tx,
    query: checked((text: string, parameters: readonly unknown[]) => tx.query(text, parameters)),
    insert: checked((insertion: Insertion, rows: readonly RawRow[]) => tx.insert(insertion, rows)),
    forPrisma: {
      ...forPrisma,
      queryRaw: checked((query) => forPrisma.queryRaw(query)),
      executeRaw: checked((query) => forPrisma.executeRaw(query)),
    },
  };
}

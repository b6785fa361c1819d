import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';

/**
 * Tells the transactions of `Database.write` from those that Prisma opens by itself: for reads that it batches, and for a nested
 * write, which must not get past the change log through the client for reads.
 */
export interface TransactionGate {
  /**
   * Allows one transaction that writes.
   * @param since when the caller began to wait for it, as of `performance.now()`
   */
  open(since: number): void;
  /** Uses up what `open` allowed. Returns since when that transaction waits, or null if none is allowed to write. */
  pass(): number | null;
}

export function createTransactionGate(): TransactionGate {
  const allowed: number[] = [];
  return {
    open: (since) => void allowed.push(since),
    pass: () => allowed.shift() ?? null,
  };
}

/** A transaction in name only, of statements on a read-only connection. */
export const readTransaction = (
  reader: Pick<SqlDriverAdapter, 'provider' | 'adapterName' | 'queryRaw' | 'executeRaw'>,
): Transaction => ({
  provider: reader.provider,
  adapterName: reader.adapterName,
  options: { usePhantomQuery: true },
  queryRaw: (query) => reader.queryRaw(query),
  executeRaw: (query) => reader.executeRaw(query),
  commit: async () => {},
  rollback: async () => {},
});

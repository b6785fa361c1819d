import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils';

/**
 * Tells the transactions of `Database.write` from those that Prisma opens by itself: for reads that it batches, and for a nested
 * write, which must not get past the change log through the client for reads.
 */
export interface TransactionGate {
  /** Allows one transaction that writes. */
  open(): void;
  /** Whether the next transaction may write. Uses up what `open` allowed. */
  pass(): boolean;
}

export function createTransactionGate(): TransactionGate {
  let allowed = 0;
  return {
    open() {
      allowed += 1;
    },
    pass() {
      if (allowed === 0) return false;
      allowed -= 1;
      return true;
    },
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

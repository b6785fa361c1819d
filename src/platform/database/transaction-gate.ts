import type { OpenTransaction } from './open-transaction.ts';

/**
 * Tells the transactions that Prisma begins for one of `Database.write` from those that it begins by itself: for reads that
 * it batches, and for a nested write, which must not get past the change log through the client for reads.
 */
export interface TransactionGate {
  /** Has the next transaction that Prisma begins be part of another. */
  open(tx: OpenTransaction): void;
  /** Uses up what `open` said. Returns that transaction, or null if Prisma begins a transaction by itself. */
  pass(): OpenTransaction | null;
}

export function createTransactionGate(): TransactionGate {
  const transactions: OpenTransaction[] = [];
  return {
    open: (tx) => void transactions.push(tx),
    pass: () => transactions.shift() ?? null,
  };
}

import {
  type Insertion,
  type OpenTransaction,
  TransactionTimeout,
  type WritingAdapterFactory,
} from './open-transaction.ts';
import type { RawRow } from './reading-adapter.ts';

/** After how long, and how many transactions, the next one has a commit of its own, in milliseconds. */
const max = { age: 20, transactions: 100 };

/** What transactions that share a commit need of their connection. */
export interface SharedConnection extends Pick<OpenTransaction, 'query' | 'forPrisma'> {
  /** @param requireOpen throws if the transaction has ended: others take turns between the rows */
  insert(insertion: Insertion, rows: readonly RawRow[], requireOpen: () => void): Promise<RawRow[]>;
  /** @param since when the caller began to wait, as of `performance.now()` */
  begin(since: number): Promise<void>;
  commit(): Promise<void>;
  rollback(): void;
  /** Whether a transaction is open. SQLite rolls back by itself after some errors, such as a full disk. */
  isOpen(): boolean;
  /** The error after which it did. */
  abortedBy(): unknown;
  run(sql: 'SAVEPOINT shared' | 'RELEASE shared' | 'ROLLBACK TO shared'): void;
}

/** Transactions that have ended, but are not committed. */
interface Group {
  readonly owner: string | null;
  readonly since: number;
  readonly waiting: PromiseWithResolvers<void>[];
}

/**
 * Transactions of one connection, one at a time. What those of one owner change that follow each other is committed together: the
 * `commit` of each resolves once it is on disk, which `settle` sees to; meanwhile, the next one may begin. One that fails takes
 * back its own changes alone.
 */
export function shareCommits(connection: SharedConnection): Pick<WritingAdapterFactory, 'begin' | 'settle'> {
  let group: Group | null = null;

  async function settle(): Promise<void> {
    const ended = group;
    group = null;
    if (ended === null) return;
    try {
      await connection.commit();
    } catch (error) {
      for (const { reject } of ended.waiting) reject(error);
      return;
    }
    for (const { resolve } of ended.waiting) resolve();
  }

  /** Fails the transactions that have ended: their changes are gone. */
  function lose(error: unknown): void {
    for (const { reject } of group?.waiting ?? []) reject(error);
    group = null;
  }

  const isFull = ({ since, waiting }: Group) =>
    waiting.length >= max.transactions || performance.now() - since > max.age;

  return {
    settle,
    async begin({ owner, since, isLong, endTurn }) {
      // Nobody waits for what somebody else has to write.
      if (group && (isLong || group.owner !== owner || isFull(group))) await settle();
      if (group) connection.run('SAVEPOINT shared');
      else await connection.begin(since);
      let hasEnded = false;
      const requireOpen = () => {
        if (hasEnded) throw new TransactionTimeout('The transaction took longer than it may, or has ended.');
      };
      return {
        query: connection.query,
        insert: (insertion, rows) => connection.insert(insertion, rows, requireOpen),
        forPrisma: connection.forPrisma,
        async commit() {
          hasEnded = true;
          if (!connection.isOpen()) {
            const cause = connection.abortedBy();
            const error = new Error('The transaction was rolled back after a statement that failed.', { cause });
            lose(error);
            throw error;
          }
          if (group) connection.run('RELEASE shared');
          group ??= { owner, since: performance.now(), waiting: [] };
          const committed = Promise.withResolvers<void>();
          group.waiting.push(committed);
          endTurn();
          await committed.promise;
        },
        async rollback(error) {
          hasEnded = true;
          if (!connection.isOpen()) return lose(error);
          if (group === null) return connection.rollback();
          connection.run('ROLLBACK TO shared');
          // At once: one that took too long may go on for a while, and would hold the lock.
          await settle();
        },
      };
    },
  };
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { type Transaction, type TransactionalContext, transaction } from './transaction.ts';

/** A write that comes after the response, or never. */
export type DeferredWrite = (tx: Transaction) => Promise<unknown>;

/**
 * Writes that no request waits for or fails by, such as when a credential was last used. They are kept in memory and written
 * together soon after. While the database cannot be written, they are tried again, and in the end dropped.
 */
export interface DeferredWrites {
  /** Defers a write. It replaces one with the same key that is still to be written. */
  defer(key: string, write: DeferredWrite): void;
  /** Like `defer`, but does nothing if this server has recently written one with the key. */
  deferOnce(key: string, write: DeferredWrite): void;
}

/** The deferred writes of an application, which writes and ends them. */
export interface DeferredWriter extends DeferredWrites {
  /** Writes what is deferred. Failures are logged. */
  flush(): Promise<void>;
  /** Writes what is deferred as far as possible, and starts no timer anymore. */
  close(): Promise<void>;
}

interface Pending {
  write: DeferredWrite;
  isOnce: boolean;
  failures: number;
}

/** How much is kept in memory and written in one transaction, and how often a write is tried alone. */
const max = { pending: 1_000, batch: 100, attempts: 10, remembered: 10_000 };
/** The longest time between two attempts, in milliseconds. */
const maxDelay = 60_000;

/**
 * Creates the deferred writes of an application.
 * @param createContext makes the context of a transaction
 * @param delay how long a write is deferred, in milliseconds. Doubled with each failure. Null: until `flush` is called.
 */
export function createDeferredWrites(createContext: () => TransactionalContext, delay: number | null): DeferredWriter {
  const pending = new Map<string, Pending>();
  const remembered = new Set<string>();
  // A timer outside the async context of the request does not keep the request in memory.
  const outsideRequests = AsyncLocalStorage.snapshot();
  let timer: NodeJS.Timeout | null = null;
  let failures = 0;
  let isClosed = false;
  let last: Promise<void> = Promise.resolve();

  function add(key: string, write: DeferredWrite, isOnce: boolean): void {
    if (!pending.has(key) && pending.size >= max.pending) return;
    pending.set(key, { write, isOnce, failures: 0 });
    schedule();
  }

  function schedule(): void {
    if (delay === null || timer !== null || isClosed || pending.size === 0) return;
    const wait = Math.min(delay * 2 ** failures, maxDelay);
    timer = outsideRequests(() => setTimeout(() => void flush(), wait)).unref();
  }

  function flush(): Promise<void> {
    last = last.then(async () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      while (pending.size > 0 && (await writeBatch()));
      schedule();
    });
    return last;
  }

  /** Writes some of what is pending in one transaction. Returns whether that succeeded. */
  async function writeBatch(): Promise<boolean> {
    // In one order on all servers, so that their transactions do not wait for each other in a circle. After a failure one alone,
    // so that a write that fails for a reason of its own does not stop the others.
    const batch = [...pending].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, failures === 0 ? max.batch : 1);
    const ctx = createContext();
    try {
      await transaction(ctx, 'deferredWrites', async (tx) => {
        for (const [, { write }] of batch) await write(tx);
      });
    } catch (error) {
      // The first failure of a series says it all.
      ctx.log[failures === 0 ? 'warn' : 'debug']({ err: error, writes: batch.length }, 'deferred writes failed');
      failures += 1;
      for (const [key, entry] of batch.length === 1 ? batch : []) {
        entry.failures += 1;
        if (entry.failures >= max.attempts) forget(key, entry);
      }
      return false;
    }
    failures = 0;
    for (const [key, entry] of batch) {
      forget(key, entry);
      if (entry.isOnce) remember(key);
    }
    return true;
  }

  /** Removes a write, unless another one has replaced it meanwhile. */
  function forget(key: string, entry: Pending): void {
    if (pending.get(key) === entry) pending.delete(key);
  }

  function remember(key: string): void {
    if (remembered.size >= max.remembered) remembered.clear();
    remembered.add(key);
  }

  return {
    defer: (key, write) => add(key, write, false),
    deferOnce(key, write) {
      if (!remembered.has(key) && !pending.has(key)) add(key, write, true);
    },
    flush,
    async close() {
      isClosed = true;
      await flush();
    },
  };
}

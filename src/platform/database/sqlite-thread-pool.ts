import { DatabaseFault } from './faults.ts';
import type { RawRows, SqliteThread } from './sqlite-thread.ts';

/** After how much time without a statement a thread ends, in milliseconds. */
const keptIdle = 30_000;

/** Threads that run statements of SQLite beside the event loop. They start when they are needed, and end when they are not. */
export interface SqliteThreadPool {
  /**
   * Runs a statement as soon as a thread is free. It sees what was committed before.
   * @throws Error with SQLite's code; DatabaseFault if the thread ended, after which the next statement starts another one, or
   * if the file is not in its place
   */
  query(sql: string, values: readonly unknown[]): Promise<RawRows>;
  /**
   * Lends a thread, for statements that belong together. Whoever asks next waits until it is given back.
   * @throws Error, DatabaseFault as `query`
   */
  borrow(): Promise<BorrowedThread>;
  /** Waits for the statements under way, then ends the threads. */
  close(): Promise<void>;
}

/** A thread that is lent. */
export interface BorrowedThread {
  readonly thread: SqliteThread;
  /** Gives it back. To be called once. */
  readonly giveBack: () => void;
}

/** A place for a thread. */
interface Slot {
  thread: SqliteThread | null;
  idle: NodeJS.Timeout | undefined;
}

/**
 * @param size how many threads run at once
 * @param isInPlace whether the file is still the one that the server opened: a thread must not open another one
 * @param start starts a thread
 */
export function createSqliteThreadPool(
  size: number,
  isInPlace: () => boolean,
  start: () => SqliteThread,
): SqliteThreadPool {
  const slots = Array.from({ length: size }, (): Slot => ({ thread: null, idle: undefined }));
  // The slot that was used last comes first, so that the others stay empty while one is enough.
  const free = [...slots];
  const waiting: ((slot: Slot) => void)[] = [];

  function take(): Slot | Promise<Slot> {
    return free.pop() ?? new Promise((resolve) => void waiting.push(resolve));
  }
  function release(slot: Slot): void {
    const next = waiting.shift();
    if (next) {
      next(slot);
    } else {
      free.push(slot);
      slot.idle = setTimeout(() => void end(slot), keptIdle).unref();
    }
  }
  async function end(slot: Slot): Promise<void> {
    clearTimeout(slot.idle);
    const { thread } = slot;
    slot.thread = null;
    await thread?.close();
  }
  function threadOf(slot: Slot): SqliteThread {
    clearTimeout(slot.idle);
    if (slot.thread && !slot.thread.isEnded) return slot.thread;
    if (!isInPlace()) throw new DatabaseFault('FILE_GONE');
    slot.thread = start();
    return slot.thread;
  }

  async function borrow(): Promise<BorrowedThread> {
    const slot = await take();
    try {
      return { thread: threadOf(slot), giveBack: () => release(slot) };
    } catch (error) {
      release(slot);
      throw error;
    }
  }

  return {
    borrow,
    async query(sql, values) {
      const { thread, giveBack } = await borrow();
      try {
        return await thread.query(sql, values);
      } finally {
        giveBack();
      }
    },
    async close() {
      // A slot is free once all who came before have had their turn. It is not given back.
      for (const _ of slots) await end(await take());
    },
  };
}

import type BetterSqlite3 from 'better-sqlite3';
import { hasCode, isOfThread } from './faults.ts';
import type { SqliteThreadPool } from './sqlite-thread-pool.ts';

/** From how many pages on the write-ahead log is copied to the file, as SQLite does by itself. A page has 4 KB. */
const worthwhile = 1_000;

/** The number of pages that are copied in a millisecond or two. */
const few = 200;

/** The number of pages from which on transactions wait while the log is copied: 64 MB. */
const tooMany = 16_000;

const copyLog = 'PRAGMA wal_checkpoint(PASSIVE)';

/** Copies what is left once those end who read what was before it, and waits until nobody reads from the log: others read the file. */
const restartLog = 'PRAGMA wal_checkpoint(RESTART)';

/** How long that may take, in milliseconds. Other programs that write wait along. */
export const restartTimeout = 200;

/** How much of the log's file stays once it begins anew, in bytes. Somebody who reads for long may have made it a multiple. */
const keptFile = tooMany * 4_096;

/** What is set on each connection that writes: it copies nothing by itself. */
export const logSettings = ['wal_autocheckpoint = 0', `journal_size_limit = ${keptFile}`];

/** How many pages the write-ahead log has, and how many of them are in the file. */
interface LogState {
  readonly log: number;
  readonly checkpointed: number;
}

/** Copies the write-ahead log of a SQLite file to the file. */
export interface Checkpoints {
  /** To be called after each commit. It neither waits for the thread nor fails. */
  afterCommit(): void;
  /** Resolves once the log is not too long to begin a transaction. Null if it is not: nearly always. */
  untilRoomy(): Promise<void> | null;
}

/**
 * Copies the write-ahead log in a thread. SQLite would do so within the commit that comes to 1,000 pages, which may take a tenth
 * of a second, and every request with it. The log begins anew only with a transaction that finds all of it copied, so the few
 * pages that were written meanwhile are copied between two transactions. Readers and writers do not wait for any of that. If the
 * thread fails, the log is copied between two transactions, too.
 *
 * @param writer a connection that writes. It and all others that do have the `logSettings`
 * @param thread a pool of one thread, which may write, and waits for locks for `restartTimeout`
 */
export function createCheckpoints(
  writer: BetterSqlite3.Database,
  thread: Pick<SqliteThreadPool, 'query'>,
): Checkpoints {
  const stateStatement = writer.prepare<[], LogState>('PRAGMA wal_checkpoint(NOOP)');
  const copyStatement = writer.prepare<[], LogState>(copyLog);
  let underWay: Promise<void> | null = null;
  /** The pages of the log after the last commit. */
  let lastLog = 0;
  /** The pages of the log when somebody who read, or an error, kept the thread from the end. 0 if it came to it. */
  let stuckAt = 0;
  /** The pages from which on the thread waits for those who read. */
  let waitFrom = tooMany;
  /** Whether the thread failed when it was last asked, such as for want of memory. */
  let hasThreadFailed = false;

  function noteCopy({ log, checkpointed }: LogState): void {
    stuckAt = checkpointed < log ? log : 0;
  }

  async function copyBy(sql: string): Promise<LogState> {
    const { rows } = await thread.query(sql, []);
    const [, log, checkpointed] = rows[0] as [isBusy: number, log: number, checkpointed: number];
    return { log, checkpointed };
  }

  async function copyInThread(): Promise<void> {
    try {
      const copied = await copyBy(copyLog);
      noteCopy(copied);
      if (copied.log <= waitFrom) return;
      // Those who read one after another, each beginning before the last one ends, would keep it from beginning anew for ever.
      noteCopy(await copyBy(restartLog));
      waitFrom = copied.log + tooMany;
    } catch (error) {
      if (isOfThread(error) || hasCode(error, /^FILE_GONE$/)) hasThreadFailed = true;
      else stuckAt = lastLog;
    } finally {
      underWay = null;
    }
  }

  function copyIfWorthwhile({ log, checkpointed }: LogState): void {
    if (log < stuckAt) stuckAt = 0;
    if (log <= tooMany) waitFrom = tooMany;
    if (log < stuckAt + worthwhile || checkpointed === log) return;
    if (log - checkpointed <= few && log <= tooMany) {
      copyStatement.get();
    } else if (hasThreadFailed) {
      // Requests wait, but the log does not grow for ever. The next time, the thread is asked again.
      hasThreadFailed = false;
      noteCopy(copyStatement.get() as LogState);
    } else {
      underWay = copyInThread();
    }
  }

  return {
    afterCommit() {
      try {
        const state = stateStatement.get() as LogState;
        lastLog = state.log;
        if (!underWay) copyIfWorthwhile(state);
      } catch {
        // The disk may be full. The log is part of the database, so nothing is lost. A commit that cannot be written says so.
        stuckAt = lastLog;
      }
    },
    untilRoomy: () => (lastLog > tooMany ? underWay : null),
  };
}

import { addProcessorTime } from '../runtime/processor-time.ts';
import type { DatabaseActivity } from './activity.ts';
import type { Checkpoints } from './checkpoints.ts';
import { DatabaseFault, isOfDisk, isOfThread } from './faults.ts';
import { type Beginning, joined, type OpenTransaction } from './open-transaction.ts';
import { toDriverError } from './sqlite-errors.ts';
import { describe, toResultSet, toValues } from './sqlite-statements.ts';
import type { RawRows } from './sqlite-thread.ts';
import type { BorrowedThread, SqliteThreadPool } from './sqlite-thread-pool.ts';

interface LongTransactionParts {
  /** A pool of one thread, which may write. */
  readonly threads: SqliteThreadPool;
  readonly checkpoints: Checkpoints;
  readonly activity: DatabaseActivity;
  /** How long a transaction waits for a lock that another program holds, in milliseconds. */
  readonly busyTimeout: number;
}

/**
 * Creates what begins transactions in a thread, for those that may take long: neither their statements nor their commit, which
 * writes and syncs all that they have changed, hold the event loop. No other transaction of the server may be open meanwhile.
 * It returns null if no thread can be had.
 */
export function createLongTransactions({ threads, checkpoints, activity, busyTimeout }: LongTransactionParts) {
  return async ({ since }: Beginning): Promise<OpenTransaction | null> => {
    const asked = performance.now();
    await checkpoints.untilRoomy();
    try {
      const waited = asked - since;
      return await begin(await threads.borrow(), Math.max(0, Math.round(busyTimeout - waited)));
    } catch (error) {
      if (isOfThread(error)) return null;
      throw error;
    }
  };

  async function begin(borrowed: BorrowedThread, timeout: number): Promise<OpenTransaction> {
    const { thread } = borrowed;
    try {
      await thread.query(`PRAGMA busy_timeout = ${timeout}`);
      await thread.query('BEGIN IMMEDIATE');
    } catch (error) {
      if (isOfDisk(error)) await thread.close();
      borrowed.giveBack();
      throw toDriverError(error);
    }
    return inThread(borrowed);
  }

  function inThread({ thread, giveBack }: BorrowedThread): OpenTransaction {
    /** Whether the disk has failed it. The fault may be that of its connection alone, as to a file that could only be read then. */
    let isSuspect = false;
    async function run(asked: Promise<RawRows>): Promise<RawRows> {
      activity.statements += 1;
      try {
        const result = await asked;
        addProcessorTime(result.milliseconds);
        return result;
      } catch (error) {
        isSuspect ||= isOfDisk(error);
        throw toDriverError(error);
      }
    }
    async function rollback(): Promise<void> {
      try {
        await thread.query('ROLLBACK');
        if (isSuspect) await thread.close();
      } catch {
        // A thread that cannot is not used again, which takes back everything, too.
        await thread.close();
      } finally {
        giveBack();
      }
    }
    return {
      query: async (text, parameters) => (await run(thread.query(text, parameters))).rows,
      insert: async ({ one }, rows) => (await run(thread.queryAll(one, rows))).rows,
      forPrisma: joined({
        provider: 'sqlite',
        adapterName: 'waymark-sqlite',
        async queryRaw(query) {
          const { columns, rows } = await run(thread.query(query.sql, toValues(query)));
          return toResultSet(describe(columns), rows);
        },
        executeRaw: async (query) => (await run(thread.query(query.sql, toValues(query)))).changes,
      }),
      async commit() {
        try {
          await thread.query('COMMIT');
        } catch (error) {
          isSuspect ||= isOfDisk(error);
          // Nobody knows whether it had committed when it ended.
          const known = thread.isEnded ? new DatabaseFault('COMMIT_UNKNOWN', { cause: error }) : toDriverError(error);
          await rollback();
          throw known;
        }
        giveBack();
        checkpoints.afterCommit();
      },
      rollback,
    };
  }
}

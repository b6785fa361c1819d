import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createCheckpoints, logSettings } from '../../../src/platform/database/checkpoints.ts';
import type { RawRows } from '../../../src/platform/database/sqlite-thread.ts';

/* How the write-ahead log of SQLite gets to the file. */

interface LogState {
  readonly log: number;
  readonly checkpointed: number;
}

/** A file, the connection that writes to it, and a thread that copies the log once it is told to. */
function createScene() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-checkpoints-'));
  const file = join(folder, 'waymark.db');
  const [writer, copier] = [new BetterSqlite3(file), new BetterSqlite3(file)];
  onTestFinished(() => {
    for (const db of [writer, copier]) db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  writer.pragma('journal_mode = WAL');
  for (const setting of logSettings) writer.pragma(setting);
  writer.exec('CREATE TABLE "Page" ("bytes" BLOB)');
  /** The code of the error with which the thread fails. */
  const thread: { fault: string | null } = { fault: null };
  const state = () => writer.prepare<[], LogState>('PRAGMA wal_checkpoint(NOOP)').get() as LogState;
  /** What was asked of the thread. Each copies what there was when it was asked, and answers, when it is called. */
  const asked: (() => Promise<void>)[] = [];
  const checkpoints = createCheckpoints(writer, {
    query(sql) {
      const { promise, resolve, reject } = Promise.withResolvers<RawRows>();
      // To begin anew waits for those who read.
      const reading = sql.includes('RESTART') ? { end: () => {} } : startReading(file);
      const { log } = state();
      asked.push(async () => {
        if (thread.fault) {
          reject(Object.assign(new Error(), { code: thread.fault }));
        } else {
          const { checkpointed } = copier.prepare<[], LogState>(sql).get() as LogState;
          resolve({ columns: [], rows: [[0, log, checkpointed]], changes: 0, milliseconds: 0 });
        }
        reading.end();
        await new Promise(setImmediate);
      });
      return promise;
    },
  });
  const insert = writer.prepare('INSERT INTO "Page" VALUES (zeroblob(? * 4096))');
  return {
    file,
    thread,
    asked,
    checkpoints,
    commit: (pages: number) => {
      insert.run(pages);
      checkpoints.afterCommit();
    },
    state,
  };
}

/** Reads a file, and goes on reading what it was then until the end. */
function startReading(file: string): { end(): void } {
  const reader = new BetterSqlite3(file, { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM "Page"').get();
  return { end: () => void reader.close() };
}

test('a log of a thousand pages is copied in the thread, and begins anew once the rest is copied too', async () => {
  const { commit, asked, state } = createScene();
  for (let i = 0; i < 9; i++) commit(100);
  expect(asked).toHaveLength(0);
  expect(state()).toMatchObject({ checkpointed: 0 });
  commit(200);
  expect(asked).toHaveLength(1);
  // Commits go on meanwhile, and ask for nothing more.
  commit(50);
  expect(asked).toHaveLength(1);
  expect(state().checkpointed).toBeLessThan(state().log);
  await asked[0]?.();
  commit(50);
  const { log, checkpointed } = state();
  expect([asked.length, checkpointed, log > 1_200]).toEqual([1, log, true]);
  commit(1);
  expect(state().log).toBeLessThan(10);
});

test('what is written while the thread copies goes to the thread again if it is much', async () => {
  const { commit, asked, state } = createScene();
  commit(1_100);
  commit(900);
  expect(asked).toHaveLength(1);
  await asked[0]?.();
  commit(900);
  expect(asked).toHaveLength(2);
  await asked[1]?.();
  commit(1);
  expect([asked.length, state().log < 10]).toEqual([2, true]);
});

test('somebody who reads for long is not waited for: the next try comes after a thousand pages more', async () => {
  const { file, commit, asked, state } = createScene();
  commit(600);
  const reading = startReading(file);
  commit(600);
  await asked[0]?.();
  expect(state().checkpointed).toBeLessThan(state().log);
  for (let i = 0; i < 9; i++) commit(100);
  expect(asked).toHaveLength(1);
  reading.end();
  commit(200);
  expect(asked).toHaveLength(2);
  await asked[1]?.();
  commit(1);
  expect(state().log).toBeLessThan(10);
});

test('a copy that fails costs no commit, and is tried again later', async () => {
  const { thread, commit, asked, state } = createScene();
  thread.fault = 'SQLITE_FULL';
  commit(1_100);
  await asked[0]?.();
  thread.fault = null;
  commit(100);
  expect(asked).toHaveLength(1);
  commit(1_000);
  expect(asked).toHaveLength(2);
  await asked[1]?.();
  commit(1);
  expect(state().log).toBeLessThan(10);
});

test.for(['ERR_WORKER_INIT_FAILED', 'THREAD_ENDED', 'FILE_GONE', 'SQLITE_CANTOPEN'])(
  'a log that no thread can copy does not grow: %s',
  async (fault) => {
    const { thread, commit, asked, state } = createScene();
    thread.fault = fault;
    for (let round = 1; round <= 3; round++) {
      commit(1_100);
      expect(asked).toHaveLength(round);
      await asked.at(-1)?.();
      commit(100);
      expect(state().checkpointed).toBe(state().log);
      commit(1);
      expect(state().log).toBeLessThan(10);
    }
    // A thread is asked again each time.
    thread.fault = null;
    commit(1_100);
    await asked[3]?.();
    expect(state().checkpointed).toBeGreaterThan(1_000);
  },
);

test('without a thread, somebody who reads for long is not waited for either', async () => {
  const { file, thread, commit, asked } = createScene();
  thread.fault = 'ERR_WORKER_INIT_FAILED';
  const reading = startReading(file);
  commit(1_100);
  await asked[0]?.();
  for (let i = 0; i < 9; i++) commit(100);
  expect(asked).toHaveLength(1);
  reading.end();
});

test('the file of a log that became long gives its space back', async () => {
  const { file, commit, asked, state } = createScene();
  const size = () => statSync(`${file}-wal`).size / 2 ** 20;
  commit(20_000);
  expect(size()).toBeGreaterThan(75);
  await asked[0]?.();
  commit(1);
  expect([size() < 64, state().log < 10]).toEqual([true, true]);
});

test('transactions wait if the log comes to 64 MB while the thread copies', async () => {
  const { commit, asked, checkpoints } = createScene();
  commit(1_100);
  commit(14_000);
  expect(checkpoints.untilRoomy()).toBeNull();
  commit(1_000);
  const roomy = checkpoints.untilRoomy();
  expect([asked.length, roomy]).toEqual([1, expect.any(Promise)]);
  await asked[0]?.();
  await roomy;
  expect(checkpoints.untilRoomy()).toBeNull();
});

test('a log of more than 64 MB begins anew although somebody reads at any time', async () => {
  const { file, commit, asked, state, checkpoints } = createScene();
  commit(16_500);
  const first = startReading(file);
  commit(500);
  await asked[0]?.();
  const roomy = checkpoints.untilRoomy();
  expect(roomy).not.toBeNull();
  first.end();
  await asked[1]?.();
  await roomy;
  const second = startReading(file);
  commit(1);
  expect([asked.length, state().log < 10]).toEqual([2, true]);
  second.end();
});

test('a log of more than 64 MB begins anew although little of it is left to copy', async () => {
  const { file, commit, asked, state, checkpoints } = createScene();
  commit(15_900);
  const reading = startReading(file);
  await asked[0]?.();
  commit(50);
  expect(asked).toHaveLength(1);
  commit(100);
  expect([asked.length, checkpoints.untilRoomy()]).toEqual([2, expect.any(Promise)]);
  reading.end();
  await asked[1]?.();
  await asked[2]?.();
  commit(1);
  expect(state().log).toBeLessThan(10);
});

test('transactions wait while a log of more than 64 MB is copied', async () => {
  const { commit, asked, checkpoints } = createScene();
  commit(1_100);
  expect(checkpoints.untilRoomy()).toBeNull();
  await asked[0]?.();
  commit(17_000);
  const roomy = checkpoints.untilRoomy();
  expect(roomy).not.toBeNull();
  await asked[1]?.();
  await asked[2]?.();
  await roomy;
  expect(checkpoints.untilRoomy()).toBeNull();
  commit(1);
  expect(asked).toHaveLength(3);
});

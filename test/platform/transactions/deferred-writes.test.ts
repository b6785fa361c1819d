import { expect, test, vi } from 'vitest';
import { createDeferredWrites } from '../../../src/platform/transactions/deferred-writes.ts';
import { createTestApp } from '../../support/app.ts';

/** Deferred writes of an application, and a database that fails while it is told to. */
async function deferring(delay: number | null = null) {
  const app = await createTestApp();
  const state = { isFull: false, transactions: 0 };
  const write: typeof app.db.write = async (work, ...more) => {
    state.transactions += 1;
    if (state.isFull) throw new Error('database or disk is full');
    return app.db.write(work, ...more);
  };
  const deferred = createDeferredWrites(() => ({ ...app.systemContext(), database: { ...app.db, write } }), delay);
  return { app, deferred, state };
}

test('writes that are deferred share a transaction, and a later one replaces one with the same key', async () => {
  const { deferred, state } = await deferring();
  const written: string[] = [];
  for (const key of ['b', 'a', 'b', 'c']) deferred.defer(key, async () => written.push(`${key}${written.length}`));
  await deferred.flush();
  expect(written).toEqual(['a0', 'b1', 'c2']);
  expect(state.transactions).toBe(1);
  await deferred.flush();
  expect(state.transactions).toBe(1);
});

test('a write that is deferred once is not written again', async () => {
  const { deferred, state } = await deferring();
  const written: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    deferred.deferOnce('a', async () => written.push(round));
    deferred.deferOnce('a', async () => written.push(round));
    await deferred.flush();
  }
  expect(written).toEqual([0]);
  expect(state.transactions).toBe(1);
});

test('a failed transaction changes nothing and is tried again, ten times at most', async () => {
  const { app, deferred, state } = await deferring();
  const revokedAt = new Date();
  await app.person();
  deferred.defer('a', (tx) => tx.write.session.update({}, { revokedAt }));
  state.isFull = true;
  for (let attempt = 0; attempt < 9; attempt += 1) await deferred.flush();
  expect(await app.db.reads.session.count({ where: { revokedAt } })).toBe(0);
  state.isFull = false;
  await deferred.flush();
  expect(await app.db.reads.session.count({ where: { revokedAt } })).toBe(1);

  let written = 0;
  deferred.defer('b', async () => {
    written += 1;
  });
  state.isFull = true;
  for (let attempt = 0; attempt < 10; attempt += 1) await deferred.flush();
  state.isFull = false;
  await deferred.flush();
  expect(written).toBe(0);
});

test('a write that always fails does not stop the others', async () => {
  const { deferred } = await deferring();
  const written = new Set<string>();
  for (const key of ['a', 'b', 'c', 'd']) {
    deferred.defer(key, async () => {
      if (key === 'b') throw new Error('never');
      written.add(key);
    });
  }
  for (let attempt = 0; attempt < 20; attempt += 1) await deferred.flush();
  expect([...written]).toEqual(['a', 'c', 'd']);
});

test('memory is bounded: what is deferred beyond 1,000 writes is dropped', async () => {
  const { deferred } = await deferring();
  let written = 0;
  for (let key = 0; key < 1_100; key += 1) {
    deferred.defer(String(key), async () => {
      written += 1;
    });
  }
  await deferred.flush();
  expect(written).toBe(1_000);
});

test('writes are made by themselves after the delay', async () => {
  const { deferred } = await deferring(1);
  const { promise: written, resolve } = Promise.withResolvers<string>();
  deferred.defer('a', async () => resolve('a'));
  expect(await written).toBe('a');
});

test('each failure doubles the delay, up to a minute, and closing writes what it can and starts no timer anymore', async () => {
  const { deferred, state } = await deferring(7_000);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const delays = () => timers.mock.calls.map(([, delay]) => delay).splice(0);
  try {
    const written: string[] = [];
    state.isFull = true;
    deferred.defer('a', async () => written.push('a'));
    for (let attempt = 0; attempt < 5; attempt += 1) await deferred.flush();
    expect(delays()).toEqual([7_000, 14_000, 28_000, 56_000, 60_000, 60_000]);
    state.isFull = false;
    await deferred.close();
    expect(written).toEqual(['a']);
    timers.mockClear();
    deferred.defer('b', async () => written.push('b'));
    expect(delays()).toEqual([]);
  } finally {
    timers.mockRestore();
  }
});

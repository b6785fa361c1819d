import { afterEach, expect, test, vi } from 'vitest';
import { createWriteQueue } from '../../../src/platform/database/write-queue.ts';
import { UnavailableError } from '../../../src/platform/errors.ts';

afterEach(() => void vi.useRealTimers());

/** A queue whose work is done when the test says so. */
function watched(concurrency: number) {
  const queue = createWriteQueue(concurrency);
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const add = (owner: string | null, name: string) =>
    queue.run(owner, () => {
      started.push(name);
      return new Promise<string>((resolve) => finish.set(name, () => resolve(name)));
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const finishOne = async (name: string) => {
    finish.get(name)?.();
    await settle();
  };
  return { queue, started, add, finish: finishOne, settle };
}

test('owners take turns, however much one of them has sent before', async () => {
  const { started, add, finish, settle } = watched(1);
  for (const name of ['a1', 'a2', 'a3']) void add('a', name);
  void add('b', 'b1');
  void add(null, 's1');
  void add('b', 'b2');
  for (const name of ['a1', 'b1', 's1', 'a2', 'b2', 'a3']) {
    await settle();
    await finish(name);
  }
  expect(started).toEqual(['a1', 'b1', 's1', 'a2', 'b2', 'a3']);
});

test('several owners write at once, but each of them one after another', async () => {
  const { queue, started, add, finish, settle } = watched(2);
  for (const name of ['a1', 'a2']) void add('a', name);
  for (const name of ['b1', 'b2']) void add('b', name);
  void add('c', 'c1');
  await settle();
  expect(started).toEqual(['a1', 'b1']);
  await finish('b1');
  expect(started).toEqual(['a1', 'b1', 'c1']);
  await finish('c1');
  expect(started).toEqual(['a1', 'b1', 'c1', 'b2']);
  // A write that is left waiting would fail half a minute later, in another test.
  for (const name of ['a1', 'a2', 'b2']) await finish(name);
  await queue.idle();
});

test('work that fails fails its caller, and the next one begins', async () => {
  const { queue } = watched(1);
  const failed = queue.run('a', () => Promise.reject(new Error('no')));
  const next = queue.run('a', async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
  await queue.idle();
});

test('one owner can have 200 writes waiting, and the others theirs besides', async () => {
  const { queue, add, finish, settle } = watched(1);
  void add('a', 'first');
  await settle();
  const waiting = Array.from({ length: 200 }, () => queue.run('a', async () => 'done'));
  await expect(queue.run('a', async () => 'refused')).rejects.toThrow(UnavailableError);
  const other = queue.run('b', async () => 'taken');
  await finish('first');
  expect(await other).toBe('taken');
  expect(await Promise.all(waiting)).toHaveLength(200);
});

test('a write that waited for half a minute is refused and never begins', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { started, add, finish } = watched(1);
  const first = add('a', 'first');
  const late = add('b', 'late');
  const refused = late.catch((error: Error) => error.message);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await refused).toMatch(/waited too long/);
  await finish('first');
  expect(await first).toBe('first');
  expect(started).toEqual(['first']);
});

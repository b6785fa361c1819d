import { expect, test } from 'vitest';
import { createViewerCache } from '../../../src/platform/security/viewer-cache.ts';

const at = (milliseconds: number) => new Date(1_000_000 + milliseconds);

/** A cache over one record that can change, and how often it was read. */
function caching() {
  const cache = createViewerCache(['session', 'account']);
  let record: { name: string } | null = { name: 'first' };
  let reads = 0;
  const load = async () => {
    reads += 1;
    return record;
  };
  return {
    cache,
    find: (now: Date) => cache.find('key', now, load),
    reads: () => reads,
    change: (to: { name: string } | null) => {
      record = to;
    },
  };
}

test('a record is read once within a second, and again afterwards', async () => {
  const { find, reads, change } = caching();
  expect(await find(at(0))).toEqual({ name: 'first' });
  change({ name: 'second' });
  expect(await find(at(999))).toEqual({ name: 'first' });
  expect(reads()).toBe(1);
  expect(await find(at(1_000))).toEqual({ name: 'second' });
  expect(reads()).toBe(2);
});

test('a clock that is set back keeps nothing for longer', async () => {
  const { find, change } = caching();
  await find(at(60_000));
  change({ name: 'second' });
  expect(await find(at(0))).toEqual({ name: 'second' });
});

test('what is not there is not kept', async () => {
  const { find, change } = caching();
  change(null);
  expect(await find(at(0))).toBeNull();
  change({ name: 'new' });
  expect(await find(at(0))).toEqual({ name: 'new' });
});

test('a write to one of the models forgets all, and to another none', async () => {
  const { cache, find, reads, change } = caching();
  await find(at(0));
  change({ name: 'second' });
  cache.written(new Set(['task']));
  expect(await find(at(0))).toEqual({ name: 'first' });
  cache.written(new Set(['task', 'session']));
  expect(await find(at(0))).toEqual({ name: 'second' });
  expect(reads()).toBe(2);
});

test('what was read before a write ended is not kept after it', async () => {
  const cache = createViewerCache(['session']);
  const { promise, resolve: answer } = Promise.withResolvers<{ name: string }>();
  const slow = cache.find('key', at(0), () => promise);
  cache.written(new Set(['session']));
  answer({ name: 'old' });
  expect(await slow).toEqual({ name: 'old' });
  expect(await cache.find('key', at(0), async () => ({ name: 'new' }))).toEqual({ name: 'new' });
});

test('it keeps a bounded number', async () => {
  const cache = createViewerCache(['session']);
  let reads = 0;
  const load = async () => {
    reads += 1;
    return { reads };
  };
  const find = (key: string) => cache.find(key, at(0), load);
  for (let i = 0; i <= 1_000; i += 1) await find(`key ${i}`);
  await find('key 1000');
  expect(reads).toBe(1_001);
  await find('key 0');
  expect(reads).toBe(1_002);
});

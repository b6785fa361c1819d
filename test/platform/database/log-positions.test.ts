import { expect, test } from 'vitest';
import { shareReads } from '../../../src/platform/database/log-positions.ts';

/** Reads that end when they are told to. */
function reads() {
  const begun: PromiseWithResolvers<number>[] = [];
  const read = shareReads(() => {
    const reading = Promise.withResolvers<number>();
    begun.push(reading);
    return reading.promise;
  });
  return { read, begun };
}

test('those who ask while a read is under way share the next one, which begins after they asked', async () => {
  const { read, begun } = reads();
  const first = read();
  const [second, third] = [read(), read()];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve(1);
  expect(await first).toBe(1);
  expect(begun).toHaveLength(2);
  const fourth = read();
  begun[1]?.resolve(2);
  expect([await second, await third]).toEqual([2, 2]);
  begun[2]?.resolve(3);
  expect(await fourth).toBe(3);
  expect(begun).toHaveLength(3);
});

test('a read that fails fails for those who share it, and not for the next ones', async () => {
  const { read, begun } = reads();
  const first = read();
  const second = read();
  begun[0]?.reject(new Error('The connection was lost.'));
  await expect(first).rejects.toThrow('lost');
  begun[1]?.resolve(2);
  expect(await second).toBe(2);
  const third = read();
  begun[2]?.resolve(3);
  expect(await third).toBe(3);
});

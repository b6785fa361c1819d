import { afterEach, expect, test, vi } from 'vitest';
import { MemoryCounts } from '../../../src/platform/security/memory-counts.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('a key is counted for so many seconds from its first use, and then anew', () => {
  vi.useFakeTimers();
  const counts = new MemoryCounts();
  expect(counts.add('a', 1, 60)).toEqual({ value: 1, left: 60_000 });
  vi.advanceTimersByTime(59_000);
  expect(counts.add('a', 2, 60)).toEqual({ value: 3, left: 1_000 });
  expect(counts.add('b', 1, 60)).toEqual({ value: 1, left: 60_000 });
  vi.advanceTimersByTime(1_000);
  expect(counts.add('a', 1, 10)).toEqual({ value: 1, left: 10_000 });
});

test('a count can be lowered, also below zero, and forgotten', () => {
  const counts = new MemoryCounts();
  expect(counts.add('a', -1, 60).value).toBe(-1);
  expect(counts.add('a', 2, 60).value).toBe(1);
  counts.delete('a');
  expect(counts.add('a', 1, 60).value).toBe(1);
});

test('counts that are over do not stay in memory', () => {
  vi.useFakeTimers();
  const counts = new MemoryCounts();
  for (let key = 0; key < 3_000; key += 1) counts.add(`first ${key}`, 1, 60);
  expect(counts.size).toBe(3_000);
  vi.advanceTimersByTime(60_000);
  for (let key = 0; key < 1_001; key += 1) counts.add(`second ${key}`, 1, 60);
  expect(counts.size).toBe(1_001);
  expect(counts.add('second 0', 1, 60).value).toBe(2);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { medianDuration } from '../../../src/platform/queries/censored-median.ts';
import { rateOf } from '../../../src/platform/queries/rates.ts';

interface Fixture {
  durations: { days: number[]; ended: number[]; median: number | null }[];
  shares: { count: number; n: number; low: number; high: number }[];
}

const fixture: Fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/durations/scipy.json', import.meta.url), 'utf8'),
);

test('250 medians of censored durations are those of scipy', () => {
  expect(fixture.durations).toHaveLength(250);
  const own = fixture.durations.map(({ days, ended }) =>
    medianDuration(days.map((length, index) => ({ days: length, hasEnded: ended[index] === 1 }))),
  );
  expect(own).toEqual(fixture.durations.map(({ median }) => median));
  expect(own.filter((median) => median === null).length).toBeGreaterThan(20);
});

test('the 95 % intervals by Wilson of 250 shares differ from those of scipy by less than 1e-9', () => {
  const furthest = fixture.shares.map(({ count, n, low, high }) => {
    const rate = rateOf(count, n, 'things');
    return Math.max(Math.abs((rate.low ?? 2) - low), Math.abs((rate.high ?? 2) - high));
  });
  expect(furthest).toHaveLength(250);
  expect(Math.max(...furthest)).toBeLessThan(1e-9);
});

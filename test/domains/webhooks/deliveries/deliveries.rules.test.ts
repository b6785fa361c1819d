import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  disabledBy,
  maxAttempts,
  nextAttempt,
  type Outcome,
  statusError,
} from '../../../../src/domains/webhooks/deliveries/deliveries.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const day = 86_400_000;
const outcome = (status: number | null, retryAfter: string | null = null): Outcome => ({
  status,
  retryAfter,
  excerpt: '',
  error: 'No.',
});
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('only a 2xx status is a success', () => {
  const delivered = Array.from({ length: 500 }, (_, index) => 100 + index).filter(
    (status) => statusError(status) === null,
  );
  expect([delivered[0], delivered.at(-1), delivered.length]).toEqual([200, 299, 100]);
});

test('attempts have growing waits, respect Retry-After, and are limited in number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: maxAttempts }), fc.nat(200_000), random, (attempt, seconds, chance) => {
      const next = nextAttempt(attempt, outcome(503, String(seconds)), now, chance);
      expect(next === null).toBe(attempt === maxAttempts);
      if (next === null) return;
      const wait = next.getTime() - now.getTime();
      expect(wait).toBeGreaterThanOrEqual(Math.min(seconds * 1_000, day));
      expect(wait).toBeLessThanOrEqual(day);
      expect(wait).toBeGreaterThan(3_000);
    }),
  );
  expect(nextAttempt(1, outcome(410), now, 0.5)).toBeNull();
  expect(nextAttempt(1, outcome(null), now, 0.5)).toEqual(new Date(now.getTime() + 5_000));
});

test('a 410 or three days of failures disable a webhook', () => {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  expect(disabledBy(outcome(410), null, now)).toBe('GONE');
  expect(disabledBy(outcome(500), null, now)).toBeNull();
  expect(disabledBy(outcome(500), before(3 * day - 1), now)).toBeNull();
  expect(disabledBy(outcome(null), before(3 * day), now)).toBe('FAILING');
});

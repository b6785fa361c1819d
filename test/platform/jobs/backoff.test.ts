import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exponential, jittered, retryAfterWait } from '../../../src/platform/jobs/backoff.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('a backoff doubles up to its maximum and never shrinks', () => {
  expect([1, 2, 3, 4, 5].map((attempt) => exponential(attempt, 100, 1_000))).toEqual([100, 200, 400, 800, 1_000]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 10_000 }), (attempt, first) => {
      const [wait, next] = [exponential(attempt, first, 600_000), exponential(attempt + 1, first, 600_000)];
      expect(wait).toBeGreaterThanOrEqual(first);
      expect(next).toBeGreaterThanOrEqual(wait);
      expect(next).toBeLessThanOrEqual(600_000);
    }),
  );
});

test('jitter changes a backoff by at most a quarter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400_000 }), random, (wait, chance) => {
      const moved = jittered(wait, chance);
      expect(moved).toBeGreaterThanOrEqual(Math.floor(wait * 0.75));
      expect(moved).toBeLessThanOrEqual(Math.ceil(wait * 1.25));
    }),
  );
  expect([jittered(1_000, 0), jittered(1_000, 0.5)]).toEqual([750, 1_000]);
});

const now = new Date('2026-11-23T09:00:00Z');
const day = 86_400_000;

test('Retry-After is a number of seconds or a date, of at most a day', () => {
  expect(retryAfterWait(null, now)).toBe(0);
  expect(retryAfterWait('120', now)).toBe(120_000);
  expect(retryAfterWait('Mon, 23 Nov 2026 09:05:00 GMT', now)).toBe(300_000);
  expect(retryAfterWait('Mon, 23 Nov 2026 08:05:00 GMT', now)).toBe(0);
  expect(retryAfterWait('soon', now)).toBe(0);
  expect(retryAfterWait('999999999', now)).toBe(day);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const wait = retryAfterWait(text, now);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(day);
    }),
  );
});

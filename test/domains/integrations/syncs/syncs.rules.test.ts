import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure, keptWarnings, SyncError } from '../../../../src/domains/integrations/syncs/syncs.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the next sync after a failure is never sooner than the provider asks, and within a day and a bit', () => {
  const retryAfter = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.nat({ max: 200_000 }).map(String),
    fc.date({ min: new Date(0), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), retryAfter, random, (failureCount, asked, chance) => {
      const error = new SyncError('It failed.', asked);
      const { nextSyncAt, notBefore, failureCount: after } = afterFailure({ failureCount }, error, now, chance);
      const wait = (nextSyncAt as Date).getTime() - now.getTime();
      expect(wait).toBeGreaterThanOrEqual(45_000);
      expect(wait).toBeLessThanOrEqual(1.1 * 86_400_000);
      expect((nextSyncAt as Date) >= ((notBefore as Date | null) ?? now)).toBe(true);
      expect(after).toBe(failureCount + 1);
    }),
  );
});

test('warnings are bounded in number and length', () => {
  const kept = keptWarnings(Array.from({ length: 200 }, () => '😀'.repeat(400)));
  expect([kept.length, kept[0]?.length]).toEqual([100, 500]);
  expect(kept[0]?.isWellFormed()).toBe(true);
});

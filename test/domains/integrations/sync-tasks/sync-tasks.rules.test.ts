import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  earliestSync,
  nextSyncOf,
  summaryOf,
} from '../../../../src/domains/integrations/sync-tasks/sync-tasks.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const time = fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31'), noInvalidDate: true });

test('the next sync of an integration is the first of its tasks', () => {
  fc.assert(
    fc.property(fc.array(time, { maxLength: 4 }), (times) => {
      const next = nextSyncOf(times.map((nextSyncAt) => ({ nextSyncAt })));
      expect(times.length === 0 ? [null] : times).toContainEqual(next);
      for (const one of times) expect((next as Date) <= one).toBe(true);
    }),
  );
});

test('a task waits as long as the provider asks, and no longer', () => {
  const later = new Date(now.getTime() + 1);
  expect(earliestSync({ notBefore: null }, now)).toEqual(now);
  expect(earliestSync({ notBefore: now }, later)).toEqual(later);
  expect(earliestSync({ notBefore: later }, now)).toEqual(later);
});

const taskOf = (failureCount: number) => ({
  id: 'one',
  accountId: 'ada',
  integrationId: 'outlook',
  createdAt: now,
  kind: 'CALENDAR' as const,
  lastSyncedAt: null,
  nextSyncAt: now,
  notBefore: null,
  failureCount,
  problem: failureCount > 0 ? `It failed ${failureCount} times.` : null,
  problemKind: failureCount > 0 ? ('OTHER' as const) : null,
});

test('an integration backs off while all of its tasks fail, and tells the problem of that which failed most often', () => {
  expect(summaryOf([taskOf(0), taskOf(0)])).toMatchObject({ state: 'CONNECTED', problem: null, failureCount: 0 });
  const worst = { problem: 'It failed 3 times.', failureCount: 3, nextSyncAt: now };
  expect(summaryOf([taskOf(1), taskOf(0), taskOf(3)])).toMatchObject({ state: 'CONNECTED', ...worst });
  expect(summaryOf([taskOf(1), taskOf(3)])).toMatchObject({ state: 'BACKING_OFF', ...worst });
});
